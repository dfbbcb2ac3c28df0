declare module '@citation-js/core' {
  /** The registry of formats; `format` writes CSL-JSON items in one of them. */
  export const plugins: {
    readonly output: {
      format(
        name: 'bibliography',
        items: readonly Readonly<Record<string, unknown>>[],
        options: {
          readonly format: 'html' | 'text'
          readonly template: 'apa'
          readonly lang: string
          readonly asEntryArray: true
        },
      ): readonly (readonly [id: string, entry: string])[]
    }
  }
}

declare module '@citation-js/plugin-csl'

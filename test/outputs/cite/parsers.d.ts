declare module '@orcid/bibtex-parse-js' {
  const parser: {
    toJSON(text: string): readonly {
      readonly citationKey: string
      readonly entryType: string
      readonly entryTags: Readonly<Record<string, string>>
    }[]
  }
  export default parser
}

declare module 'reflib' {
  interface Reference {
    readonly type?: string
    readonly title?: string
    readonly abstract?: string
    readonly authors?: readonly string[]
    readonly date?: string
    readonly edition?: string
    readonly journal?: string
    readonly notes?: string
    readonly urls?: readonly string[]
  }
  const reflib: {
    readonly promises: { parse(format: 'ris', text: string): Promise<readonly Reference[]> }
  }
  export default reflib
}

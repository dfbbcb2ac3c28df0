declare module '@citation-js/core' {
  /** The registry of formats; `format` writes CSL-JSON items in one of them. */
  export const plugins: {
    readonly input: {
      /**
       * Takes one step of one named format and no other: nothing is guessed, so no address in the
       * input is ever fetched. Throws whatever the format's parser throws.
       */
      data(input: string, type: '@biblatex/text'): readonly BibtexEntry[]
      data(
        input: readonly BibtexEntry[],
        type: '@biblatex/entries+list',
      ): readonly Readonly<Record<string, unknown>>[]
      data(input: string, type: '@ris/file'): readonly RisRecord[]
      data(input: RisRecord, type: '@ris/record'): Readonly<Record<string, unknown>>
      data(input: string, type: '@else/yaml'): CffFile
      data(input: CffFile, type: '@cff/object'): readonly Readonly<Record<string, unknown>>[]
    }
    readonly output: {
      format(
        name: 'bibliography',
        items: readonly Readonly<Record<string, unknown>>[],
        options: {
          readonly format: 'html' | 'text'
          /** The name of a style that is registered. */
          readonly template: string
          readonly lang: string
          readonly asEntryArray: true
        },
      ): readonly (readonly [id: string, entry: string])[]
      format(name: 'bibtex' | 'biblatex' | 'ris', items: readonly unknown[]): string
    }
    readonly config: {
      /** Where styles are registered, as XML or as the JSON that citeproc makes of it. */
      get(name: '@csl'): { readonly styles: { add(name: string, style: unknown): void } }
    }
  }

  /** An entry of BibTeX; values still have their LaTeX. */
  export interface BibtexEntry {
    readonly type: string
    readonly label: string
    readonly properties: Readonly<Record<string, unknown>>
  }

  /** Values of RIS by tag, a list where the tag is repeated. */
  export type RisRecord = Readonly<Record<string, string | readonly string[]>>

  /** Fields of a `CITATION.cff`. */
  export type CffFile = Readonly<Record<string, unknown>>
}

declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
declare module '@citation-js/plugin-software-formats'

declare module 'style-chicago' {
  /** The Chicago Manual of Style, 17th edition (author-date), as citeproc reads JSON. */
  const style: unknown
  export default style
}

import type { CitedNode } from './cited-node.ts'
import {
  citationKey,
  citedAuthor,
  citedDay,
  citedLanguage,
  citedSite,
  citedText,
  kindWord,
  recordOf,
} from './cited-words.ts'

/** An item of CSL-JSON for a wording. */
export interface CslItem {
  readonly id: string
  readonly type: 'webpage'
  readonly title: string
  readonly author: readonly [{ readonly literal: string }]
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] }
  readonly 'container-title': string
  readonly publisher: string
  readonly version: string
  readonly genre: string
  readonly abstract: string
  readonly note: string
  readonly language: string
  readonly URL: string
  /** What no variable of CSL is for. */
  readonly custom?: { readonly commit: string; readonly archived?: string }
}

/**
 * A wording in the variables of CSL. The archived file stands in `note` and `custom`: styles print
 * `archive_location` as the shelf of an archive, and Chicago's would begin the address with a capital.
 */
export function toCslItem(node: CitedNode): CslItem {
  const { since, archived } = node
  const day = citedDay(node)
  return {
    id: citationKey(node),
    type: 'webpage',
    title: citedText(node.title),
    author: [{ literal: citedAuthor }],
    ...(day === undefined ? {} : { issued: { 'date-parts': [day.split('-').map(Number)] } }),
    'container-title': citedText(node.map),
    publisher: citedSite,
    version: node.hash,
    genre: kindWord(node.kind),
    abstract: citedText(node.statement),
    note: recordOf(node),
    language: citedLanguage,
    URL: node.url,
    ...(since === undefined
      ? {}
      : { custom: { commit: since.commit, ...(archived === undefined ? {} : { archived }) } }),
  }
}

/** The wording as a file of CSL-JSON: a list of one item. */
export function toCslJson(node: CitedNode): string {
  return `${JSON.stringify([toCslItem(node)], null, 2)}\n`
}

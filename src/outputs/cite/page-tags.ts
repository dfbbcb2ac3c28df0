import type { CitedNode } from './cited-node.ts'
import { citedAuthor, citedDay, citedLanguage, citedSite, citedText } from './cited-words.ts'

/** A `<meta>` element. */
export interface MetaTag {
  readonly name: string
  readonly content: string
}

/**
 * The Highwire Press tags that Google Scholar and Zotero's "Embedded Metadata" read. The statement is
 * left out: Zotero takes the page's description for it. An address is only given with its host.
 */
export function highwireTags(node: CitedNode): readonly MetaTag[] {
  const day = citedDay(node)
  return [
    { name: 'citation_title', content: citedText(node.title) },
    { name: 'citation_author', content: citedAuthor },
    ...(day === undefined
      ? []
      : [{ name: 'citation_publication_date', content: day.replaceAll('-', '/') }]),
    ...(isAbsolute(node.url) ? [{ name: 'citation_public_url', content: node.url }] : []),
  ]
}

/**
 * The title of a COinS span (`class="Z3988"`): the wording as a ContextObject of OpenURL in Dublin
 * Core, percent-encoded. `rft.type` is the word of Zotero, which reads it before the tags above;
 * `rft.aucorp` is how it knows that the author is no person.
 */
export function toCoins(node: CitedNode): string {
  const fields: readonly (readonly [key: string, value: string | undefined])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'webpage'],
    ['rft.title', citedText(node.title)],
    ['rft.aucorp', citedAuthor],
    ['rft.source', citedText(node.map)],
    ['rft.publisher', citedSite],
    ['rft.date', citedDay(node)],
    ['rft.description', citedText(node.statement)],
    ['rft.language', citedLanguage],
    ['rft.identifier', isAbsolute(node.url) ? node.url : undefined],
  ]
  return fields
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encoded(value)}`]))
    .join('&')
}

function encoded(value: string): string {
  return encodeURIComponent(value).replaceAll('%20', '+')
}

/** Whether an address has its host, so that it can be followed from anywhere. */
export function isAbsolute(url: string): boolean {
  return /^https?:\/\//.test(url)
}

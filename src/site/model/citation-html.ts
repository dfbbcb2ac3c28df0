import type { Source } from '../../core/document.ts'
import { formatCitation } from '../../outputs/citation.ts'
import { escapeHtml } from '../../outputs/escape-html.ts'

/**
 * The reference of a source as HTML with its address as a link; in `short` form the link's text is
 * the host alone, for narrow columns. A source without an address has none.
 */
export function citationHtml(source: Source, short = false): string {
  const { html } = formatCitation(source)
  const address = source.doi === undefined ? source.url : `https://doi.org/${source.doi}`
  if (address === undefined) return html
  const escaped = escapeHtml(address)
  const link = (text: string) => `<a href="${escaped}" rel="external noopener">${text}</a>`
  const text = short ? escapeHtml(new URL(address).host.replace(/^www\./, '')) : escaped
  const bare = html.includes(escaped) ? html.replace(escaped, '\0') : `${html} \0`
  return bare.replace('\0', () => link(text) + (short ? '.' : ''))
}

import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import chicago from 'style-chicago'
import type { CslName } from '../../core/document.ts'
import { mlaStyle } from './mla-style.ts'

/** APA 7th edition, Chicago 17th edition (author-date), MLA 9th edition (pages of websites only). */
export const citationStyles = ['apa', 'chicago', 'mla'] as const
export type CitationStyle = (typeof citationStyles)[number]

/** Variables of CSL-JSON by their names. */
export type CslVariables = Readonly<Record<string, unknown>> & {
  readonly author?: readonly CslName[]
}

/** A reference in one of the styles. */
export interface Citation {
  /** Escaped, with no tag but `<i>`. */
  readonly html: string
  readonly text: string
}

const { styles } = plugins.config.get('@csl')
styles.add('chicago', chicago)
styles.add('mla', mlaStyle)

// Private-use characters that stand for what the formatter would take as marks of its own.
const less = '\uE000'
const greater = '\uE001'
const ampersand = '\uE002'
const others = '\uE003'

/** The reference of an item of CSL-JSON. Equal items give equal references; nothing is fetched. */
export function formatReference(csl: CslVariables, style: CitationStyle): Citation {
  const item = { ...(guard(csl) as CslVariables), id: 'source' }
  const author = markOthers(item.author)
  const entries = plugins.output.format(
    'bibliography',
    [{ ...item, ...(author === undefined ? {} : { author }) }],
    { format: 'html', template: style, lang: 'en-GB', asEntryArray: true },
  )
  const written = (entries[0]?.[1] ?? '').replace(/^\s*<div[^>]*>|<\/div>\s*$/g, '')
  const html = readable(written)
  return { html, text: plain(html) }
}

/** Every string in a value of CSL-JSON with the characters of mark-up put out of reach. */
function guard(value: unknown): unknown {
  if (typeof value === 'string') {
    return value
      .replace(/(?:(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029])+/gu, ' ')
      .replaceAll('<', less)
      .replaceAll('>', greater)
      .replaceAll('&', ampersand)
  }
  if (Array.isArray(value)) return value.map(guard)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, guard(inner)]))
}

/** A last author `others` is how bibliographies shorten a list; APA writes it "et al.". */
function markOthers(authors: readonly CslName[] | undefined): readonly CslName[] | undefined {
  if (authors?.at(-1)?.literal !== 'others') return authors
  return [...authors.slice(0, -1), { literal: others }]
}

function readable(entry: string): string {
  return entry
    .replace(/<(?!\/?i>)[^>]*>/g, '')
    .replaceAll('&#38;', '&amp;')
    .replace(new RegExp(`,? &amp; ${others}\\.?`, 'g'), ', et al.')
    .replaceAll(others, 'others')
    .replaceAll(less, '&lt;')
    .replaceAll(greater, '&gt;')
    .replaceAll(ampersand, '&amp;')
    .trim()
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

import { visible } from '../../core/catalogue/entry.ts'

/** Parts a text for whoever looks for addresses in what Markdown has become. */
const parting = '<!-- -->'

// All that cannot be seen but joiners and marks of direction, which scripts and emoji need.
const hidden = /[\p{Cc}\p{Co}\p{Cs}\u2028\u2029]|(?![\u200c-\u200f])\p{Cf}/gu

/**
 * A stranger's line as Markdown that shows it as it is, also at the beginning of a line: no mark-up,
 * no links, no mention of anybody. White space is one space; what cannot be seen is spelled out.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(hidden, (character) => visible(character))
    .replace(/[\\`*_[\]<>#$~|]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
    .replace(/:(?=\/\/)/g, `:${parting}`)
    .replace(/\bwww(?=\.)/gi, `$&${parting}`)
    .replace(/@/g, `${parting}@`)
}

/** An address that ends where the parenthesis of a link does. */
export function destination(address: string): string {
  return address.replace(/[\s()<>\\\p{C}]/gu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  )
}

/** A link in Markdown whose words are a stranger's. */
export function markdownLink(text: string, address: string): string {
  return `[${plainMarkdown(text)}](${destination(address)})`
}

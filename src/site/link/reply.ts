import type { ArgumentNode } from '../../core/document.ts'
import { toMarkdownText } from '../../outputs/markdown-text.ts'

/** A node as an answer in a discussion, in Markdown: what it does, its statement, and a link. */
export function toReply(
  what: string,
  { title, statement }: Pick<ArgumentNode, 'title' | 'statement'>,
  address: string,
): string {
  return `**${what}:** ${toMarkdownText(statement)} — [${toMarkdownText(title)}](${address}), Assay`
}

/** A search of somebody else's, to be followed and never asked by a page of ours. */
export interface Search {
  readonly name: string
  readonly href: string
}

/** Searches for where an address was posted, which is given with its host. */
export function searchesFor(address: string): readonly Search[] {
  const posted = address.replace(/^https?:\/\/|\/$/g, '')
  const asked = encodeURIComponent(`"${posted}"`)
  return [
    { name: 'The web', href: `https://duckduckgo.com/?q=${asked}` },
    { name: 'Hacker News', href: `https://hn.algolia.com/?type=all&query=${asked}` },
    { name: 'LessWrong', href: `https://www.lesswrong.com/search?query=${asked}` },
    { name: 'Reddit', href: `https://www.reddit.com/search/?q=${asked}` },
    { name: 'GitHub', href: `https://github.com/search?type=issues&q=${asked}` },
  ]
}

import { toMarkdownText } from '../markdown-text.ts'
import type { CitedNode } from './cited-node.ts'
import {
  citedAuthor,
  citedDay,
  citedSite,
  citedText,
  kindWord,
  withdrawalOf,
} from './cited-words.ts'

/**
 * The wording as a line of Markdown: title as a link to what is pinned, statement, kind, version, map,
 * date, the file at its commit, and whether the node was withdrawn.
 */
export function toCitationMarkdown(node: CitedNode): string {
  const text = (written: string) => toMarkdownText(citedText(written))
  const day = citedDay(node) ?? 'n.d.'
  return [
    `${citedAuthor} (${day}).`,
    `[${text(node.title)}](${addressOf(node.url)}):`,
    `“${text(node.statement)}”`,
    `${kindWord(node.kind)}, version \`${node.hash}\`, in *${text(node.map)}*, ${citedSite}.`,
    recordMarkdown(node),
    ...withdrawalOf(node),
  ].join(' ')
}

function recordMarkdown({ since, archived }: CitedNode): string {
  if (since === undefined) return 'The commit of this wording is not known.'
  if (archived === undefined) {
    return `Commit \`${since.commit}\`; no public archive of it is known.`
  }
  return `Commit \`${since.commit.slice(0, 12)}\`, [archived](${addressOf(archived)}).`
}

function addressOf(url: string): string {
  return `<${url.replace(/[\s<>\\]/g, encodeURIComponent)}>`
}

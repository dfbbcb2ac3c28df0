import type { Nodes } from 'mdast'
import type { Document } from '../../core/document.ts'
import { typographicBody } from '../../outputs/typography.ts'
import { parseBody } from '../../readers/markdown.ts'

/** The words of a body as its page shows them, without formulas. */
export function bodyText(document: Document): string {
  const words: string[] = []
  collect(typographicBody(parseBody(document)), words)
  return words.join('').trim()
}

const inline = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode'])

function collect(node: Nodes, words: string[]): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    words.push(node.value)
  }
  if ('children' in node) for (const child of node.children) collect(child, words)
  if (!inline.has(node.type)) words.push(' ')
}

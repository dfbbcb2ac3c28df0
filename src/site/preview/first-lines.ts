import type { Nodes, Root } from 'mdast'
import { formulaText } from './formula-text.ts'

/**
 * How the running text of a body begins, as plain text: at least `enough` characters where it has
 * so many, and not all of it. Headings, tables, code, notes and mark-up are passed over.
 */
export function firstLines(body: Root, enough: number): string {
  let lines = ''
  for (const text of texts(body)) {
    lines += text
    if (lines.length >= enough) break
  }
  return lines
}

function* texts(node: Nodes): Generator<string> {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      yield node.value
      return
    case 'inlineMath':
      yield formulaText(node)
      return
    case 'math':
      yield ` ${formulaText(node)} `
      return
    case 'image':
    case 'imageReference':
      yield node.alt ?? ''
      return
    case 'break':
      yield ' '
      return
    case 'heading':
    case 'table':
    case 'code':
    case 'html':
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
      return
  }
  if (!('children' in node)) return
  for (const child of node.children) yield* texts(child)
  if (node.type === 'paragraph') yield ' '
}

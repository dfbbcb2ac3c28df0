import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import remarkSmartypants from 'remark-smartypants'
import { unified } from 'unified'

const processor = unified().use(remarkSmartypants, { dashes: false }).freeze()

/** A line of plain text with the quotation marks, apostrophes and ellipses of good typesetting. */
export function typographic(text: string): string {
  if (!/['"]|\.\.\./.test(text)) return text
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
  }
  return toString(processor.runSync(tree))
}

/** A body with the same; code, math and addresses stay as they are. The tree given is not changed. */
export function typographicBody(body: Root): Root {
  return processor.runSync(structuredClone(body)) as Root
}

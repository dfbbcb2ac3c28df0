import type { Heading, Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Document } from '../../core/document.ts'
import { classifyLink } from '../../readers/links.ts'
import { parseBody } from '../../readers/markdown.ts'
import type { Addresses } from './addresses.ts'
import { destination, plainMarkdown } from './plain-markdown.ts'

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** How much deeper headings of a body stand than in its file. */
const deeper = 2

/**
 * The body of a document as Markdown that stands by itself: links to content files lead to pages of
 * the site and those that lead nowhere are plain text, headings are two levels deeper, mark-up that
 * is not Markdown is text. All else is as its author wrote it. No white space at its ends.
 */
export function bodyMarkdown(document: Document, content: Addresses['content']): string {
  const { markdown } = document.body
  const edits = [...editsIn(parseBody(document), markdown, document.place.file, content)]
  return apply(markdown, edits).trim()
}

function* editsIn(
  node: Nodes | Root,
  markdown: string,
  from: string,
  content: Addresses['content'],
): Generator<Edit> {
  yield* editsOf(node, markdown, from, content)
  if (!('children' in node)) return
  for (const child of node.children) yield* editsIn(child, markdown, from, content)
}

function editsOf(
  node: Nodes | Root,
  markdown: string,
  from: string,
  content: Addresses['content'],
): readonly Edit[] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return []
  const source = markdown.slice(start, end)
  switch (node.type) {
    case 'html':
      return [{ start, end, text: source.replaceAll('<', '&lt;') }]
    case 'heading':
      return headingEdits(node, source, start)
    case 'link':
    case 'image':
    case 'definition': {
      const address = addressOf(node.url, from, content)
      if (address === node.url) return []
      return [linkEdit(source, start, address) ?? { start, end, text: wordsOf(node) }]
    }
    default:
      return []
  }
}

/** What an address of a body is elsewhere; undefined where it leads nowhere. */
function addressOf(url: string, from: string, content: Addresses['content']): string | undefined {
  const link = classifyLink(url, from)
  if (link.type === 'address') return url
  if (link.type === 'file') return content(link.path, link.fragment)
  return link.type === 'fragment' ? content(from, decodeURIComponent(url.slice(1))) : undefined
}

const inLink = /\]\((<[^<>\n]*>|[^\s()<>]+)(?:[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t]*\)$/
const inDefinition = /^\[[^\]\n]+\]:[ \t]*(<[^<>\n]*>|[^\s<>]+)/

/** The edit of an address where a link is written in the usual way and the address leads on. */
function linkEdit(source: string, start: number, address: string | undefined): Edit | undefined {
  const match = inLink.exec(source) ?? inDefinition.exec(source)
  const written = match?.[1]
  if (match === null || written === undefined || address === undefined) return undefined
  const at = start + match.index + match[0].indexOf(written, 2)
  return { start: at, end: at + written.length, text: destination(address) }
}

function wordsOf(node: Nodes): string {
  return node.type === 'definition' ? '' : plainMarkdown(toString(node))
}

function headingEdits({ depth }: Heading, source: string, start: number): readonly Edit[] {
  const marks = '#'.repeat(Math.min(depth + deeper, 6))
  const written = /^#{1,6}/.exec(source)?.[0]
  if (written !== undefined) return [{ start, end: start + written.length, text: marks }]
  const underline = source.lastIndexOf('\n')
  return [
    { start, end: start, text: `${marks} ` },
    { start: start + underline, end: start + source.length, text: '' },
  ]
}

/** The text with the edits made, the outermost and first where they meet. */
function apply(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let done = 0
  for (const { start, end, text: better } of edits.toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < done) continue
    parts.push(text.slice(done, start), better)
    done = end
  }
  return [...parts, text.slice(done)].join('')
}

import type { Comparison } from '../analysis/compare/comparison.ts'
import { drawComparison } from './comparison-drawing.ts'
import { headline } from './comparison-headline.ts'
import { toSections } from './comparison-sections.ts'
import type { Line, Section, Span } from './comparison-spans.ts'
import { toMarkdownText } from './markdown-text.ts'
import { problemUrl } from './problem-url.ts'
import { counted } from './text-report.ts'

/** The first line of a comment, by which it is found again to be replaced. */
export const comparisonMarker = '<!-- assay-comparison -->'

/** Characters of a comment on GitHub. */
const largestComment = 65_536

export interface ComparisonMarkdownOptions {
  /** Where the site is published; nodes and problems are links where it is a whole address. */
  readonly base: string
  /** Leaves out the marker, for a page that nobody has to find again. */
  readonly withoutMarker?: boolean
  /** Where all of it is, as the end of a sentence: "the summary of the check". */
  readonly whole?: string
  /** Characters that there is room for; 65,536 if not said. */
  readonly most?: number
}

/** More lines than this are folded. */
const mostOpen = 8

/**
 * A comparison as Markdown for GitHub: what it does to each thesis first, then a section for each
 * kind of change, and a drawing. No text of strangers in it is mark-up, leads anywhere, mentions
 * anybody or refers to an issue. What has no room is counted.
 */
export function toComparisonMarkdown(
  comparison: Comparison,
  options: ComparisonMarkdownOptions,
): string {
  const write = writer(comparison, options)
  const head = [
    ...(options.withoutMarker === true ? [] : [comparisonMarker]),
    '### What this does to the argument',
    '',
    `**${write(headline(comparison))}**`,
    '',
  ].join('\n')
  const drawing = drawingBlock(comparison)
  // Room for the last sentence.
  let room = (options.most ?? largestComment) - head.length - 400
  const blocks: string[] = []
  let leftOut = 0
  for (const section of toSections(comparison)) {
    const block = sectionBlock(section, write, room)
    blocks.push(block.text)
    room -= block.text.length
    leftOut += block.leftOut
  }
  if (drawing !== undefined && drawing.length <= room) blocks.splice(1, 0, drawing)
  else if (drawing !== undefined) blocks.push('\nThe drawing has no room here.\n')
  return `${head}${blocks.join('')}${lastSentence(leftOut, options)}`
}

function lastSentence(leftOut: number, { whole }: ComparisonMarkdownOptions): string {
  if (leftOut === 0) return ''
  const where = whole === undefined ? '' : `; all of it is in ${toMarkdownText(whole)}`
  return `\n${counted(leftOut, 'line')} ${leftOut === 1 ? 'is' : 'are'} left out here${where}.\n`
}

type Write = (line: Line) => string

function sectionBlock(
  { title, lines, leftOut }: Section,
  write: Write,
  room: number,
): { readonly text: string; readonly leftOut: number } {
  const isFolded = lines.length > mostOpen
  const name = `${title} (${lines.length + leftOut})`
  const open = isFolded ? `\n<details>\n<summary>${name}</summary>\n\n` : `\n#### ${name}\n\n`
  const close = isFolded ? '\n</details>\n' : ''
  const shown: string[] = []
  let left = room - open.length - close.length
  for (const line of lines) {
    const text = `- ${write(line)}\n`
    if (text.length > left) break
    left -= text.length
    shown.push(text)
  }
  const rest = lines.length - shown.length + leftOut
  return { text: left < 0 ? '' : `${open}${shown.join('')}${close}`, leftOut: rest }
}

function drawingBlock(comparison: Comparison): string | undefined {
  const { leftOut } = comparison.drawing
  const drawn = drawComparison(comparison)
  if (drawn === undefined) {
    return leftOut === 0 ? undefined : `\nToo much changed to be drawn: ${counted(leftOut, 'node')}.\n`
  }
  const rest = leftOut === 0 ? '' : `\n${counted(leftOut, 'node')} around it had no room.\n`
  return `\n\`\`\`mermaid\n${drawn}\`\`\`\n${rest}`
}

function writer(comparison: Comparison, { base }: ComparisonMarkdownOptions): Write {
  const isAddress = /^https?:\/\/[^\s()<>]+$/.test(base)
  // What is new has no page yet, and what never had a title is broken.
  const fresh = new Set(comparison.added.map(({ id }) => id))
  const node = (id: string): string => {
    const known = Object.hasOwn(comparison.titles, id) ? comparison.titles[id] : undefined
    if (known === undefined) return `<code>${id}</code>`
    const title = toMarkdownText(known)
    return isAddress && !fresh.has(id) ? `[${title}](${base}/c/${id}/)` : `${title} (<code>${id}</code>)`
  }
  const span = (part: Span): string => {
    if (typeof part === 'string') return part
    if ('node' in part) return node(part.node)
    if ('text' in part) return toMarkdownText(part.text)
    if ('name' in part) return `<code>${toMarkdownText(part.name)}</code>`
    if ('strong' in part) return `**${part.strong}**`
    if ('added' in part) return `<ins>${toMarkdownText(part.added)}</ins>`
    if ('removed' in part) return `<del>${toMarkdownText(part.removed)}</del>`
    return isAddress ? `[${part.code}](${problemUrl(base, part.code)})` : part.code
  }
  return (line) => line.map(span).join('')
}

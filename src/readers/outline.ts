import type { Link, List, ListItem, Paragraph, Root, RootContent, Strong } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Outline, OutlineSentence } from '../core/document.ts'
import { isId } from '../core/id.ts'
import type { Place } from '../core/place.ts'
import { problem, type Problem } from '../core/problem.ts'
import { shown } from '../core/catalogue/entry.ts'
import { classifyLink } from './links.ts'

type Carrier = OutlineSentence['carriers'][number]
type OutlineParagraph = Outline['paragraphs'][number]

interface Reading {
  readonly file: string
  readonly problems: Problem[]
  readonly labels: Set<string>
}

/** The essay's assertions in order, from the body of an outline. */
export function readOutline(
  root: Root,
  file: string,
): { paragraphs: OutlineParagraph[]; problems: Problem[] } {
  const reading: Reading = { file, problems: [], labels: new Set() }
  const paragraphs: { heading: string; sentences: OutlineSentence[] }[] = []
  for (const node of root.children) {
    const last = paragraphs.at(-1)
    if (node.type === 'heading' && node.depth === 2) {
      paragraphs.push({ heading: toString(node), sentences: [] })
    } else if (node.type === 'list' && last !== undefined) {
      for (const item of node.children) {
        const sentence = readSentence(item, reading)
        if (sentence !== undefined) last.sentences.push(sentence)
      }
    } else if (node.type !== 'paragraph' || last !== undefined) {
      report(node, reading, 'a heading `## …` or a list of sentences')
    }
  }
  return { paragraphs, problems: reading.problems }
}

function readSentence(item: ListItem, reading: Reading): OutlineSentence | undefined {
  const [first, list, ...more] = item.children
  if (first?.type !== 'paragraph' || first.children[0]?.type !== 'strong') {
    report(first ?? item, reading, 'a sentence that starts with its label in bold: `**S1a**`')
    return undefined
  }
  const label = readLabel(first.children[0], reading)
  const text = sentenceText(first)
  if (text === '') report(first, reading, 'a sentence after the label')
  if (list !== undefined && list.type !== 'list') report(list, reading, 'a list of links to nodes')
  for (const node of more) report(node, reading, 'one list of links below a sentence')
  const carriers = list?.type === 'list' ? readCarriers(list, reading) : []
  return { label, text, carriers, place: placeOf(first, reading) }
}

function readLabel(strong: Strong, reading: Reading): string {
  const label = toString(strong).trim()
  if (!/^[A-Za-z][A-Za-z0-9.-]{0,11}$/.test(label)) {
    report(strong, reading, 'a label of letters and digits such as `S4a`')
  } else if (reading.labels.has(label)) {
    report(strong, reading, 'a label that no other sentence has')
  }
  reading.labels.add(label)
  return label
}

function sentenceText(paragraph: Paragraph): string {
  return toString({ ...paragraph, children: paragraph.children.slice(1) })
    .replace(/\s+/g, ' ')
    .trim()
}

function readCarriers(list: List, reading: Reading): Carrier[] {
  const carriers: Carrier[] = []
  for (const item of list.children) {
    const [paragraph, ...more] = item.children
    const link = paragraph?.type === 'paragraph' ? soleLink(paragraph) : undefined
    const id = link === undefined ? undefined : linkedNode(link, reading.file)
    if (link === undefined || id === undefined || more.length > 0) {
      const expected = 'one link to a node such as `[…](knowing-is-not-caring.md)`'
      report(paragraph ?? item, reading, expected)
    } else {
      carriers.push({ id, place: placeOf(link, reading) })
    }
  }
  return carriers
}

function soleLink(paragraph: Paragraph): Link | undefined {
  const [first, ...more] = paragraph.children
  return first?.type === 'link' && more.length === 0 ? first : undefined
}

function linkedNode(link: Link, file: string): string | undefined {
  const target = classifyLink(link.url, file)
  if (target.type !== 'file' || target.path.startsWith('content/sources/')) return undefined
  const id = /^content\/[^/]+\/([^/]+)\.md$/.exec(target.path)?.[1]
  return id !== undefined && isId(id) ? id : undefined
}

function report(node: RootContent, reading: Reading, expected: string): void {
  const actual = `${names[node.type] ?? 'text'} ${shown(toString(node))}`
  reading.problems.push(
    problem('outline-format', placeOf(node, reading), { actual, expected }),
  )
}

const names: Readonly<Record<string, string>> = {
  heading: 'heading',
  list: 'list',
  listItem: 'item',
  paragraph: 'paragraph',
  strong: 'label',
  table: 'table',
  code: 'code',
  blockquote: 'quotation',
}

function placeOf(node: RootContent, reading: Reading): Place {
  const start = node.position?.start ?? { line: 1, column: 1 }
  const end = node.position?.end ?? start
  return {
    file: reading.file,
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  }
}

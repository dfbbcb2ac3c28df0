import type { Nodes, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Position } from 'unist'
import type { Body, BoundFigure, Mention } from '../core/document.ts'
import { isId, nearest } from '../core/id.ts'
import type { Place } from '../core/place.ts'
import { problem, type Problem } from '../core/problem.ts'
import { findCharacterProblems } from './characters.ts'
import { classifyLink, type LinkClass } from './links.ts'
import { findMathErrors } from './math.ts'
import { placer } from './text.ts'

/** What one walk through a body finds. */
export interface BodyFindings {
  readonly mentions: readonly Mention[]
  readonly figures: readonly BoundFigure[]
  readonly words: number
  /** Whether the running text gives a number in digits. */
  readonly givesNumbers: boolean
  readonly problems: readonly Problem[]
}

interface Walk {
  readonly file: string
  readonly body: Body
  readonly mentions: Mention[]
  readonly figures: BoundFigure[]
  readonly problems: Problem[]
  readonly footnotes: Map<string, Place>
  readonly called: Set<string>
  readonly images: { identifier: string; place: Place }[]
  readonly definitions: Map<string, string>
  readonly undefinedNotes: { label: string; place: Place }[]
  words: number
  givesNumbers: boolean
  /** Position of the nearest node around that has one. */
  around: Position
}

/** Walks through a body once and collects all that reading needs to know of it. */
export function findInBody(root: Root, body: Body, file: string): BodyFindings {
  const start = { line: body.line, column: 1 }
  const walk: Walk = {
    file,
    body,
    mentions: [],
    figures: [],
    problems: [],
    footnotes: new Map(),
    called: new Set(),
    images: [],
    definitions: new Map(),
    undefinedNotes: [],
    words: 0,
    givesNumbers: false,
    around: { start, end: start },
  }
  visit(root, walk)
  for (const { label, place } of walk.undefinedNotes) {
    const details = { label, nearest: nearest(label, walk.footnotes.keys()) }
    walk.problems.push(problem('undefined-footnote', place, details))
  }
  for (const [label, place] of walk.footnotes) {
    if (!walk.called.has(label)) walk.problems.push(problem('unused-footnote', place, { label }))
  }
  for (const { identifier, place } of walk.images) {
    lookAtImage(walk.definitions.get(identifier) ?? '', place, walk)
  }
  return walk
}

function visit(node: Nodes, walk: Walk): void {
  const around = walk.around
  if (node.position !== undefined) walk.around = node.position
  look(node, walk)
  if ('children' in node) for (const child of node.children as RootContent[]) visit(child, walk)
  walk.around = around
}

function look(node: Nodes, walk: Walk): void {
  switch (node.type) {
    case 'text':
      return lookAtText(node, walk)
    case 'html':
      walk.problems.push(problem('raw-html', placeOf(walk), { html: node.value }))
      return
    case 'link':
      return lookAtLink(node, walk)
    case 'definition':
      return lookAtDefinition(node, walk)
    case 'image':
      return lookAtImage(node.url, placeOf(walk), walk)
    case 'imageReference':
      walk.images.push({ identifier: node.identifier, place: placeOf(walk) })
      return
    case 'footnoteDefinition':
      walk.footnotes.set(node.identifier, placeOf(walk))
      return
    case 'footnoteReference':
      walk.called.add(node.identifier)
      return
    case 'inlineMath':
    case 'math':
      walk.problems.push(...findMathErrors(node, placeOf(walk)))
      return
  }
}

const noteReference = /(?<!\\)\[\^([^\]\s[]{1,200})\]/g

function lookAtText(node: Nodes & { type: 'text' }, walk: Walk): void {
  walk.words += countWords(node.value)
  if (!walk.givesNumbers) walk.givesNumbers = /\d/.test(node.value)
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return
  const raw = walk.body.markdown.slice(start, end)
  if (raw.includes('&')) {
    const place = placeOf(walk)
    const written = new Set(findCharacterProblems(raw, () => place).map(({ message }) => message))
    for (const found of findCharacterProblems(node.value, () => place)) {
      if (!written.has(found.message)) walk.problems.push(found)
    }
  }
  if (!raw.includes('[^')) return
  const placeOfRaw = placer(walk.file, walk.body.markdown, 0, walk.body.line)
  for (const match of raw.matchAll(noteReference)) {
    const at = start + match.index
    walk.undefinedNotes.push({
      label: match[1] ?? '',
      place: placeOfRaw(at, at + match[0].length),
    })
  }
}

// Words are what stands between spaces and has a letter or a digit in it.
function countWords(text: string): number {
  let words = 0
  let counted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 32) counted = false
    else if (!counted && (isAsciiWord(code) || (code >= 0xaa && !isPunctuation(code)))) {
      counted = true
      words++
    }
  }
  return words
}

// General punctuation: dashes, quotation marks, the ellipsis.
function isPunctuation(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

function lookAtLink(node: Nodes & { type: 'link' }, walk: Walk): void {
  const link = lookAtAddress(node.url, walk)
  if (link === undefined) return
  const place = placeOf(walk)
  if (!link.path.startsWith('content/results/') || !link.fragment.startsWith('/')) {
    walk.mentions.push({ path: link.path, href: node.url, place })
    return
  }
  const text = toString(node)
  if (/\d/.test(text)) {
    walk.figures.push({ path: link.path, pointer: link.fragment, text, place })
  } else {
    walk.problems.push(problem('figure-without-number', place, { text }))
  }
}

function lookAtDefinition(node: Nodes & { type: 'definition' }, walk: Walk): void {
  // Of two definitions of one label the first counts.
  if (!walk.definitions.has(node.identifier)) walk.definitions.set(node.identifier, node.url)
  const link = lookAtAddress(node.url, walk)
  if (link !== undefined) {
    walk.mentions.push({ path: link.path, href: node.url, place: placeOf(walk) })
  }
}

function lookAtAddress(
  href: string,
  walk: Walk,
): (LinkClass & { readonly type: 'file' }) | undefined {
  const link = classifyLink(href, walk.file)
  const place = placeOf(walk)
  switch (link.type) {
    case 'file':
      return link
    case 'unsafe':
      walk.problems.push(problem('unsafe-link', place, { href }))
      break
    case 'malformed':
      walk.problems.push(problem('malformed-link', place, { href, expected: link.expected }))
      break
    case 'outside':
      walk.problems.push(
        problem('link-outside-content', place, { href, nearest: nearestFile(href) }),
      )
      break
  }
  return undefined
}

// `/c/<id>/` is the address of a node on the site, which people copy from there.
function nearestFile(href: string): string | undefined {
  const id = /^\/(?:[\w-]+\/)?c\/([a-z0-9-]+)\/?$/.exec(href)?.[1]
  return id !== undefined && isId(id) ? `${id}.md` : undefined
}

function lookAtImage(href: string, place: Place, walk: Walk): void {
  const link = classifyLink(href, walk.file)
  if (link.type === 'address' || href.startsWith('//')) {
    walk.problems.push(problem('remote-image', place, { href }))
  } else if (link.type === 'unsafe') {
    walk.problems.push(problem('unsafe-link', place, { href }))
  } else if (link.type === 'malformed' && href !== '') {
    walk.problems.push(problem('malformed-link', place, { href, expected: link.expected }))
  } else {
    walk.problems.push(problem('unexpected-image', place, { href }))
  }
}

function placeOf(walk: Walk): Place {
  const { start, end } = walk.around
  return {
    file: walk.file,
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  }
}

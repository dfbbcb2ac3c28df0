import { gap, type PageText } from './page-text.ts'

/** What a text fragment looks for, in the order in which it is written; the empty is left out. */
type Terms = readonly [prefix: string, start: string, end: string, suffix: string]
type Span = readonly [from: number, to: number]

/** Up to so many characters a text is named in full; else by its first and last words. */
const longestExact = 100
/** How many words of a long text, and how many around it, are tried in turn. */
const sizes = [3, 6, 12]
const contexts = [0, 2, 4, 8, 16]
/** How many characters around a text are looked at. */
const farthest = 400

/**
 * The text directive, without `:~:`, by which a browser finds just the selected part of a page,
 * stretched to whole words; to whole blocks, if no words around it tell it from something before
 * it. Undefined where nothing is selected, or nothing tells it.
 */
export function textDirective(page: PageText): string | undefined {
  const span = wholeWords(page)
  if (span[0] === span[1]) return undefined
  return directiveOf(page.text, span) ?? directiveOf(page.text, wholeBlocks(page.text, span))
}

function directiveOf(page: string, span: Span): string | undefined {
  const part = page.slice(...span)
  const text = folded(page)
  for (const words of contexts) {
    const [prefix, suffix] = around(page, span, words)
    for (const size of sizes) {
      const terms: Terms = [prefix, ...ends(part, size), suffix]
      const found = findTerms(text, terms)
      if (found?.[0] === span[0] && found[1] === span[1]) return written(terms)
    }
  }
  return undefined
}

function wholeBlocks(text: string, [from, to]: Span): Span {
  const before = /[^\n\uFFFC]*$/.exec(text.slice(0, from))?.[0] ?? ''
  const after = /^[^\n\uFFFC]*/.exec(text.slice(to))?.[0] ?? ''
  return [from - before.trimStart().length, to + after.trimEnd().length]
}

/** The selected part without space at its ends, stretched to whole words and out of formulas. */
function wholeWords({ text, from, to }: PageText): Span {
  const part = text.slice(from, to)
  let start = to - part.trimStart().length
  let last = from + part.trimEnd().length - 1
  if (text[start] === gap) start = besideGap(text, start, -1) ?? besideGap(text, start, 1) ?? to
  if (text[last] === gap) last = besideGap(text, last, 1) ?? besideGap(text, last, -1) ?? from
  return start <= last ? [wordAt(text, start)[0], wordAt(text, last)[1]] : [from, from]
}

/** The nearest character of a word beside a gap in its block, to the left (-1) or the right (1). */
function besideGap(text: string, gapAt: number, step: 1 | -1): number | undefined {
  let at = gapAt
  while (text[at] === gap || text[at] === ' ') at += step
  return text[at] === undefined || text[at] === '\n' ? undefined : at
}

/** The word that has a character, as browsers part words; as spaces do where they cannot say. */
export function wordAt(text: string, at: number): Span {
  const isEdge = (index: number) => /^[\s\uFFFC]?$/.test(text.charAt(index))
  if (isEdge(at)) return [at, at]
  let from = at
  let to = at + 1
  while (!isEdge(from - 1)) from--
  while (!isEdge(to)) to++
  if (!('Segmenter' in Intl)) return [from, to]
  const words = new Intl.Segmenter('en', { granularity: 'word' }).segment(text.slice(from, to))
  const { index, segment } = words.containing(at - from) as Intl.SegmentData
  return [from + index, from + index + segment.length]
}

/** A part in full where it is short and in one piece, else its first and its last words. */
function ends(part: string, size: number): readonly [string, string] {
  const runs = part.split(/[\n\uFFFC]/)
  const isExact = part.length <= longestExact || size === sizes.at(-1)
  if (runs.length === 1 && isExact) return [part, '']
  return [firstWords(runs[0] as string, size), lastWords(runs.at(-1) as string, size)]
}

/** Words just before and after a part, on the far side of a block's edge if need be. */
function around(text: string, [from, to]: Span, words: number): readonly [string, string] {
  if (words === 0) return ['', '']
  const before = text.slice(Math.max(0, from - farthest), from).trimEnd().split(/[\n\uFFFC]/)
  const after = text.slice(to, to + farthest).trimStart().split(/[\n\uFFFC]/)
  return [lastWords(before.at(-1) as string, words), firstWords(after[0] as string, words)]
}

function firstWords(text: string, count: number): string {
  return text.trim().split(/\s+/).slice(0, count).join(' ')
}

function lastWords(text: string, count: number): string {
  return text.trim().split(/\s+/).slice(-count).join(' ')
}

/**
 * Where terms are found first. Also parts of words are found, which browsers pass over: so what is
 * found here first, and is whole words, they find first as well.
 */
function findTerms(text: string, terms: Terms): Span | undefined {
  const [prefix, start, end, suffix] = terms.map(folded) as unknown as Terms
  for (let from = text.indexOf(start); from >= 0; from = text.indexOf(start, from + 1)) {
    if (!outside(text.slice(Math.max(0, from - farthest), from)).endsWith(prefix)) continue
    let at = text.indexOf(end, from + start.length)
    for (; at >= 0; at = end === '' ? -1 : text.indexOf(end, at + 1)) {
      const to = at + end.length
      if (outside(text.slice(to, to + farthest)).startsWith(suffix)) return [from, to]
    }
  }
  return undefined
}

/** A text without what browsers pass over between a term and its context. */
function outside(text: string): string {
  return text.replace(/^[\s\uFFFC]+|[\s\uFFFC]+$/g, '')
}

/** Of the same length, and the same for all that Chromium takes for the same, if not for that alone. */
function folded(text: string): string {
  return Array.from(text, (character) => {
    const plain = ([...character.normalize('NFKD')][0] as string).toLowerCase()
    const same = plain.replace(/['‘’"“”]/, '"')
    return same.length === character.length ? same : character
  }).join('')
}

/** Everything but letters and digits is encoded, so that the address can stand in any text. */
function written(terms: Terms): string {
  const [prefix, start, end, suffix] = terms.map((term) =>
    encodeURIComponent(term).replace(
      /[-_.!~*'()]/g,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  )
  const parts = [prefix && `${prefix}-`, start, end, suffix && `-${suffix}`]
  return `text=${parts.filter((part) => part !== '').join(',')}`
}

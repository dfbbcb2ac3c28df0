import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { problem, type Problem } from '../core/problem.ts'
import { findCharacterProblems, type PlaceOf } from './characters.ts'

/** The way from the whole front matter to a value in it. */
export type DataPath = readonly (string | number)[]
export type YamlPart = 'key' | 'value'

const specialKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

interface Reading {
  readonly text: string
  readonly placeOf: PlaceOf
  readonly problems: Problem[]
}

/** Plain data of YAML nodes, and what in them is not allowed. Nesting is bounded before. */
export function readYamlNodes(
  contents: unknown,
  text: string,
  placeOf: PlaceOf,
): { data?: Record<string, unknown>; problems: Problem[] } {
  const reading: Reading = { text, placeOf, problems: [] }
  if (contents === null) return { data: {}, problems: [] }
  const data = readNode(contents, reading)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const [start, end] = rangeOf(contents)
    reading.problems.push(
      problem('invalid-yaml', placeOf(start, end), {
        text: text.slice(start, end).split('\n')[0] ?? '',
        expected: 'fields such as `title: …`',
      }),
    )
    return { problems: reading.problems }
  }
  return { data: data as Record<string, unknown>, problems: reading.problems }
}

function readNode(node: unknown, reading: Reading): unknown {
  if (isAlias(node)) {
    report(node, 'alias', reading)
    return null
  }
  if (isScalar(node)) {
    reportMarks(node, reading)
    if (typeof node.value === 'string') reportEscaped(node, node.value, reading)
    return node.value
  }
  if (isSeq(node)) {
    reportMarks(node, reading)
    return node.items.map((item) => readNode(item, reading))
  }
  if (isMap(node)) {
    reportMarks(node, reading)
    return readPairs(node.items, reading)
  }
  return null
}

function readPairs(pairs: readonly Pair[], reading: Reading): Record<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const pair of pairs) {
    const value = readNode(pair.value, reading)
    const key = readKey(pair.key, reading)
    if (key === undefined) continue
    if (fields.has(key)) {
      const [start, end] = rangeOf(pair.key)
      reading.problems.push(problem('duplicate-key', reading.placeOf(start, end), { key }))
    } else {
      fields.set(key, value)
    }
  }
  // Special keys were refused, so this sets own properties only.
  return Object.fromEntries(fields)
}

function readKey(node: unknown, reading: Reading): string | undefined {
  const [start, end] = rangeOf(node)
  if (isScalar(node)) reportMarks(node, reading)
  const key = isScalar(node) ? node.value : undefined
  if (key === '<<') {
    const place = reading.placeOf(start, end)
    reading.problems.push(problem('unsupported-yaml', place, { feature: 'merge key', text: '<<' }))
    return undefined
  }
  if (typeof key === 'string' && key !== '' && !specialKeys.has(key)) return key
  const written = reading.text.slice(start, end)
  reading.problems.push(
    problem('invalid-key', reading.placeOf(start, Math.max(start, end)), { key: written }),
  )
  return undefined
}

function reportMarks(node: Node, reading: Reading): void {
  if (!isAlias(node) && node.anchor !== undefined) report(node, 'anchor', reading)
  if (node.tag !== undefined) report(node, 'tag', reading)
}

const markBefore = { anchor: /&[^\s,[\]{}]+/y, tag: /!\S*/y }

function report(node: Node, feature: 'alias' | 'anchor' | 'tag', reading: Reading): void {
  const [start, end] = feature === 'alias' ? rangeOf(node) : markRange(node, feature, reading.text)
  reading.problems.push(
    problem('unsupported-yaml', reading.placeOf(start, end), {
      feature,
      text: reading.text.slice(start, end),
    }),
  )
}

// Marks stand before the node and are no part of its range.
function markRange(node: Node, mark: 'anchor' | 'tag', text: string): readonly [number, number] {
  const range = rangeOf(node)
  const sign = mark === 'anchor' ? '&' : '!'
  let from = text.lastIndexOf(sign, range[0])
  if (from === -1) return range
  while (text[from - 1] === sign) from--
  const pattern = markBefore[mark]
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found === null ? range : [from, from + found[0].length]
}

// A character written as `\u202e` is not found by looking at the text of the file.
function reportEscaped(node: Node, value: string, reading: Reading): void {
  const [start, end] = rangeOf(node)
  if (!reading.text.startsWith('"', start) || !reading.text.slice(start, end).includes('\\')) return
  const place = reading.placeOf(start, end)
  reading.problems.push(...findCharacterProblems(value, () => place))
}

/** Offsets of a field's key or value, or of the nearest thing around it where it is absent. */
export function locateNode(
  contents: unknown,
  path: DataPath,
  part: YamlPart,
): readonly [number, number] {
  let node = contents
  let key: unknown
  let missing = false
  for (const step of path) {
    const pair: Pair | undefined = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && item.key.value === step)
      : undefined
    const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined
    if (pair === undefined && item === undefined) {
      missing = true
      break
    }
    key = pair === undefined ? item : pair.key
    node = pair === undefined ? item : pair.value
  }
  if (path.length === 0 || (missing && path.length === 1)) return [0, 0]
  if (part === 'key' && !missing && key !== undefined) return rangeOf(key)
  return hasRange(node) ? rangeOf(node) : rangeOf(key)
}

function hasRange(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function rangeOf(node: unknown): readonly [number, number] {
  if (!hasRange(node)) return [0, 0]
  const [start, end] = (node as { range: [number, number, number] }).range
  return [start, Math.max(start, end)]
}

import { z } from 'zod'
import type { Comparison, ComparisonLists, ListName } from '../analysis/compare/comparison.ts'
import { lists, Shape } from './comparison-schema.ts'

const format = 'assay-comparison-1'
/** Characters of a comparison that is written or read. */
const largest = 4_000_000
/** Entries of each list, the most that fit first. */
const lengths = [200, 50, 10, 0]

const File = Shape.extend({ format: z.literal(format) })

/**
 * A comparison as JSON that `readComparison` takes: long lists are cut, and `leftOut` says by how
 * much. Nothing in it is a command to a workflow whose log it comes into.
 */
export function toComparisonJson(comparison: Comparison): string {
  const texts = lengths.values().map((most) => write(cutLists(comparison, most)))
  return texts.find(({ length }) => length <= largest) as string
}

function write(comparison: Comparison): string {
  const text = JSON.stringify({ format, ...comparison }, undefined, 1)
  // Only texts can hold these, and in a text an escape means the same.
  return `${text.replaceAll('::', ':\\u003a').replaceAll('##[', '#\\u0023[')}\n`
}

function cutLists(comparison: Comparison, most: number): Comparison {
  const leftOut: Partial<Record<ListName, number>> = { ...comparison.leftOut }
  const cut = lists.map((name) => {
    const list: readonly unknown[] = comparison[name]
    if (list.length > most) leftOut[name] = (leftOut[name] ?? 0) + list.length - most
    return [name, list.slice(0, most)]
  })
  const titles = Object.fromEntries(Object.entries(comparison.titles).slice(0, 40 * most))
  const { drawing } = comparison
  return {
    ...(Object.fromEntries(cut) as unknown as ComparisonLists),
    titles,
    drawing: drawing.edges.length > 1000 ? { ...drawing, edges: [] } : drawing,
    ...(Object.keys(leftOut).length === 0 ? {} : { leftOut }),
  }
}

/**
 * Reads a comparison from JSON of strangers: every field and no other, all ids, numbers, texts and
 * lists within their bounds. What is wrong is said in one sentence.
 */
export function readComparison(text: string): {
  readonly value?: Comparison
  readonly problem?: string
} {
  if (text.length > largest) return { problem: `Unexpected comparison of more than ${largest} characters.` }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'Unexpected text, expected a comparison as JSON.' }
  }
  const read = File.safeParse(json)
  if (!read.success) {
    const where = placeIn(read.error.issues[0]?.path ?? [])
    return { problem: `Unexpected value at \`/${where}\`, expected a comparison of this version.` }
  }
  const { format: _, ...comparison } = read.data
  return { value: comparison }
}

/** A path as far as its names could be ours. */
function placeIn(path: readonly PropertyKey[]): string {
  const names = path.slice(0, 5).map(String)
  const end = names.findIndex((name) => !/^(?:[a-zA-Z]{1,20}|\d{1,6})$/.test(name))
  return names.slice(0, end === -1 ? names.length : end).join('/')
}

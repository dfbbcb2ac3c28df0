import { placer } from './text.ts'

/** Arguments and edges that a benchmark file may have. */
export const mostArguments = 2_000_000
export const mostEdges = 10_000_000

/** Faults of a file that are told; the rest are counted. */
export const mostFaults = 20

/** Base score of an argument for which a file gives none. */
export const unstatedScore = 0.5

/** Formulas by which the strengths of a file may be stated to be computed. */
export type StatedFormula = 'qe' | 'df-quad' | 'euler' | 'mlp' | 'basic'

/** Arguments with base scores, and edges between them, in the order of their file. */
export interface Framework {
  readonly names: readonly string[]
  readonly base: Float64Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 for supports, 0 for attacks. */
  readonly isSupport: Uint8Array
  /** Relevance of each edge, 0 to 1. */
  readonly weight: Float64Array
}

/** What is wrong with a file, in a sentence, and where; line and column count from 1. */
export interface Fault {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** What became of a benchmark file. */
export interface FrameworkRead {
  /** Absent where there are faults. */
  readonly framework?: Framework
  /** The first `mostFaults` of them. */
  readonly faults: readonly Fault[]
  /** How many more there are. */
  readonly more: number
  /** What was read otherwise than one might expect, in sentences. */
  readonly notices: readonly string[]
  /** Whether the file gives base scores. */
  readonly hasScores: boolean
  /** The formula that the file says its strengths are computed by. */
  readonly formula?: StatedFormula
}

/** Edges while they are read; `weight` may be shorter, those left out being 1. */
export interface Edges {
  readonly from: number[]
  readonly to: number[]
  readonly isSupport: number[]
}

/** A file's text with lines ended by `\n`, and the faults found in it so far. */
export interface Reading {
  readonly text: string
  /** Notes a fault at an offset of `text`. */
  fault(at: number, message: string): void
  hasFaults(): boolean
  /** Whether further faults are only counted. */
  isFull(): boolean
  /** The end of reading without a graph. */
  refuse(notices?: readonly string[]): FrameworkRead
}

/** Begins to read a text: takes off a byte order mark, ends lines by `\n`. */
export function startReading(written: string): Reading {
  const shift = written.startsWith('\ufeff') ? 1 : 0
  const text = written.slice(shift).replace(/\r\n?/g, '\n')
  const placeOf = placer('', text, shift)
  const faults: Fault[] = []
  let count = 0
  return {
    text,
    fault(at, message) {
      if (++count <= mostFaults) faults.push({ ...placeOf(at, at).start, message })
    },
    hasFaults: () => count > 0,
    isFull: () => count >= mostFaults,
    refuse: (notices = []) => {
      return { faults, more: count - faults.length, notices, hasScores: false }
    },
  }
}

/** Makes a graph; of edges that stand twice the first is kept, and a sentence says so. */
export function finishFramework(
  names: readonly string[],
  base: Float64Array,
  edges: Edges,
  weightOf: (edge: number) => number = () => 1,
): { framework: Framework; notices: readonly string[] } {
  const { from, to, isSupport } = edges
  const kept = firstOfEach(names.length, edges)
  const framework = {
    names,
    base,
    from: Int32Array.from(kept, (edge) => from[edge] as number),
    to: Int32Array.from(kept, (edge) => to[edge] as number),
    isSupport: Uint8Array.from(kept, (edge) => isSupport[edge] as number),
    weight: Float64Array.from(kept, weightOf),
  }
  const dropped = from.length - kept.length
  if (dropped === 0) return { framework, notices: [] }
  return { framework, notices: [repeated(dropped, 'edge')] }
}

/** Says how many things of a kind were dropped because they stand twice. */
export function repeated(count: number, noun: string): string {
  const what = count === 1 ? `1 ${noun} repeats` : `${count} ${noun}s repeat`
  return `${what} one that stands before; each is kept once.`
}

/** Numbers of the edges without those that repeat an earlier one, in order; linear. */
function firstOfEach(size: number, { from, to, isSupport }: Edges): Int32Array {
  const next = new Int32Array(size + 1)
  for (const source of from) next[source + 1]!++
  for (let v = 0; v < size; v++) next[v + 1]! += next[v]!
  const bySource = new Int32Array(from.length)
  from.forEach((source, edge) => (bySource[next[source]!++] = edge))
  const seenFrom = new Int32Array(2 * size).fill(-1)
  const isFirst = new Uint8Array(from.length)
  let count = 0
  for (const edge of bySource) {
    const slot = 2 * to[edge]! + isSupport[edge]!
    if (seenFrom[slot] === from[edge]) continue
    seenFrom[slot] = from[edge]!
    isFirst[edge] = 1
    count++
  }
  const kept = new Int32Array(count)
  let k = 0
  for (let edge = 0; edge < isFirst.length; edge++) if (isFirst[edge] === 1) kept[k++] = edge
  return kept
}

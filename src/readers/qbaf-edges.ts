import { shown } from '../core/catalogue/entry.ts'
import { nearest } from '../core/id.ts'
import type { Edges, Reading } from './framework.ts'
import { itemsOf, nameOf, numberOf, worded } from './json-fields.ts'
import type { JsonTree } from './json-tree.ts'

const mostCompared = 10_000

/** The edges of a QBAF in JSON, and the relevance of each. */
export function readEdges(
  reading: Reading,
  fields: ReadonlyMap<string, JsonTree>,
  numbers: ReadonlyMap<string, number>,
): { readonly edges: Edges; readonly weightOf: (edge: number) => number } {
  const edges: Edges = { from: [], to: [], isSupport: [] }
  for (const [field, isSupport] of [['attacks', 0], ['supports', 1]] as const) {
    readPairs(reading, fields.get(field), numbers, (from, to) => {
      edges.from.push(from)
      edges.to.push(to)
      edges.isSupport.push(isSupport)
    })
  }
  const weights = readWeights(reading, fields.get('weights'), numbers, edges)
  const weightOf = (edge: number) => {
    const [from, to] = [edges.from[edge] as number, edges.to[edge] as number]
    return weights.get(pairNumber(from, to, numbers.size)) ?? 1
  }
  return { edges, weightOf }
}

function readWeights(
  reading: Reading,
  tree: JsonTree | undefined,
  numbers: ReadonlyMap<string, number>,
  { from, to }: Edges,
): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  if (tree === undefined) return weights
  const size = numbers.size
  const pairs = new Set(from.map((source, edge) => pairNumber(source, to[edge] as number, size)))
  const take = (source: number, target: number, triple: readonly JsonTree[]) => {
    const last = triple[2] as JsonTree
    const weight = numberOf(last)
    const pair = pairNumber(source, target, size)
    if (weight === undefined || !(weight >= 0 && weight <= 1)) {
      reading.fault(last.at, `Unexpected ${worded(last)}, expected a weight from 0 to 1.`)
    } else if (!pairs.has(pair)) {
      reading.fault(last.at, 'Unexpected weight between two arguments without an edge.')
    } else if (weights.has(pair)) {
      reading.fault(last.at, 'Unexpected second weight of one edge, expected one.')
    } else weights.set(pair, weight)
  }
  readPairs(reading, tree, numbers, take, 3)
  return weights
}

/** Gives every list of two names, or of two and one thing more, to `take`. */
function readPairs(
  reading: Reading,
  tree: JsonTree | undefined,
  numbers: ReadonlyMap<string, number>,
  take: (from: number, to: number, items: readonly JsonTree[]) => void,
  length = 2,
): void {
  const wish = length === 2 ? 'a list of two names' : 'a list of two names and a number'
  const trees = tree === undefined ? [] : itemsOf(reading, tree, `a list, each item ${wish}`)
  for (const pair of trees) {
    const items = pair.kind === 'list' ? pair.items : []
    const names = items.slice(0, 2).map(nameOf)
    const [from, to] = names
    if (items.length !== length || from === undefined || to === undefined) {
      reading.fault(pair.at, `Unexpected ${worded(pair)}, expected ${wish}.`)
      continue
    }
    const ends = [numbers.get(from), numbers.get(to)]
    const unknown = ends.indexOf(undefined)
    const tree = items[unknown]
    if (tree !== undefined) unknownName(reading, tree, names[unknown] ?? '', numbers)
    else take(ends[0] as number, ends[1] as number, items)
  }
}

function pairNumber(from: number, to: number, size: number): number {
  return from * size + to
}

/** Notes that a name is none of the arguments. */
export function unknownName(
  reading: Reading,
  tree: JsonTree,
  name: string,
  known: ReadonlyMap<string, number>,
): void {
  const isCheap = known.size <= mostCompared && !reading.isFull()
  const near = isCheap ? nearest(name, known.keys()) : undefined
  const such = near === undefined ? '' : `, such as ${shown(near)}`
  reading.fault(tree.at, `Unexpected argument ${shown(name)}, expected one that is named${such}.`)
}

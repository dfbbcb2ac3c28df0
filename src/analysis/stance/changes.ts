import { supports, type CompactGraph } from '../compact.ts'
import type { AppliedView } from './apply-view.ts'
import { findWays, indexArrivals, type Differences } from './ways.ts'

/** A view and what came of it. */
export interface Outcome {
  readonly applied: Pick<AppliedView, 'muted' | 'off' | 'credences'>
  /** By node; NaN where there is no number. */
  readonly strength: ArrayLike<number>
  /** Codes as in `labels/grounded.ts`, by node; what follows the nodes is not looked at. */
  readonly label: ArrayLike<number>
}

/** A number before and after. */
export interface Turn {
  readonly before: number
  readonly after: number
}

/** A node that stands otherwise than before. */
export interface Change {
  readonly node: number
  readonly strength: Turn
  readonly label: Turn
  /**
   * At most three ways by which the reader's answers reach the node, shortest first: ids as in
   * `findWays`.
   */
  readonly ways: readonly (readonly string[])[]
}

/** What changed, most important first. */
export interface Changes {
  readonly changes: readonly Change[]
  /** How many more there are. */
  readonly more: number
}

/** What moves by less is not told, nor what reads the same in two decimals. */
export const leastMove = 0.005

const mostChanges = 12

/**
 * What is otherwise after than before, and which differences between the two views that comes from.
 * The topic is first, then `topics`, then labels that changed, then strengths by how far they
 * moved. Nodes that one of the views leaves out are the reader's doing and not told. A changed
 * label is explained by attacks alone, a strength by all edges that say anything. Takes time
 * linear in nodes and edges for each change that is told.
 */
export function findChanges(
  graph: CompactGraph,
  before: Outcome,
  after: Outcome,
  { topic, topics = [], most = mostChanges }: ChangesOptions = {},
): Changes {
  const found: { rank: number; change: Omit<Change, 'ways'> }[] = []
  for (let node = 0; node < graph.nodes.length; node++) {
    if (before.applied.off[node] || after.applied.off[node]) continue
    const strength = turnOf(before.strength, after.strength, node)
    const label = turnOf(before.label, after.label, node)
    const moved = sizeOfTurn(strength)
    const isRelabelled = label.before !== label.after
    if (!isRelabelled && (moved < leastMove || readsAlike(strength))) continue
    const place = node === topic ? 8 : topics.includes(node) ? 4 : 0
    const rank = place + (isRelabelled ? 2 : 0) + moved
    found.push({ rank, change: { node, strength, label } })
  }
  found.sort((a, b) => b.rank - a.rank)
  const arrivals = indexArrivals(graph)
  const waysTo = ({ node, label }: Omit<Change, 'ways'>) => {
    const isLabel = label.before !== label.after
    const given = differences(graph, before.applied, after.applied, isLabel)
    return findWays(graph, arrivals, node, given)
  }
  return {
    changes: found.slice(0, most).map(({ change }) => ({ ...change, ways: waysTo(change) })),
    more: Math.max(0, found.length - most),
  }
}

/** What comes first, as numbers of nodes, and how many changes are told: 12 unless said. */
export interface ChangesOptions {
  readonly topic?: number | undefined
  readonly topics?: readonly number[] | undefined
  readonly most?: number
}

function turnOf(before: ArrayLike<number>, after: ArrayLike<number>, node: number): Turn {
  return { before: before[node] as number, after: after[node] as number }
}

/** Whether both numbers are the same as a reader sees them, in two decimals. */
export function readsAlike({ before, after }: Turn): boolean {
  return before.toFixed(2) === after.toFixed(2)
}

/** 1, as far as a strength can move, where there is a number on one side alone. */
function sizeOfTurn({ before, after }: Turn): number {
  const size = Math.abs(after - before)
  // Strengths that are computed in another order differ in their last digits.
  if (size >= 0) return size + 1e-9
  return Number.isNaN(before) === Number.isNaN(after) ? 0 : 1
}

/** What the two views answer differently, and what says nothing in both of them. */
function differences(
  { base, kind, weight }: CompactGraph,
  before: Outcome['applied'],
  after: Outcome['applied'],
  isLabel: boolean,
): Differences {
  const baseIn = ({ credences }: Outcome['applied'], node: number) =>
    credences.get(node) ?? base[node]
  return {
    hasNode: (node) =>
      before.off[node] !== after.off[node] ||
      (!isLabel && baseIn(before, node) !== baseIn(after, node)),
    hasEdge: (edge) => before.muted.has(edge) !== after.muted.has(edge),
    isSilentNode: (node) => before.off[node] === 1 && after.off[node] === 1,
    isSilentEdge: (edge) =>
      (isLabel ? kind[edge] === supports : weight[edge] === 0) ||
      (before.muted.has(edge) && after.muted.has(edge)),
  }
}

import type { CompactGraph } from '../../../src/analysis/compact.ts'
import type { FormulaName } from '../../../src/analysis/strength/formulas.ts'

/**
 * The semantics written down straight from the definitions, for small graphs: no arrays of
 * messages, no elements, no order.
 */
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const rest = (numbers: readonly number[]) => numbers.reduce((a, b) => a * (1 - b), 1)
const h = (x: number) => Math.max(0, x) ** 2 / (1 + Math.max(0, x) ** 2)

type Combine = (tau: number, pro: readonly number[], con: readonly number[]) => number

const combine: Readonly<Record<FormulaName, Combine>> = {
  qe(tau, pro, con) {
    const e = sum(pro) - sum(con)
    return tau - tau * h(-e) + (1 - tau) * h(e)
  },
  'df-quad'(tau, pro, con) {
    const v = rest(con) - rest(pro)
    return v > 0 ? tau + (1 - tau) * v : tau + tau * v
  },
  euler: (tau, pro, con) => 1 - (1 - tau * tau) / (1 + tau * Math.exp(sum(pro) - sum(con))),
  mlp(tau, pro, con) {
    if (tau === 0 || tau === 1) return tau
    return 1 / (1 + Math.exp(-(Math.log(tau / (1 - tau)) + sum(pro) - sum(con))))
  },
  basic: (tau, pro, con) => tau + sum(pro) - sum(con),
}

/** What a node's strength becomes where `of` tells the strengths of the others. */
export function updated(
  graph: CompactGraph,
  name: FormulaName,
  v: number,
  of: (node: number) => number,
): number {
  const steps = graph.nodes.length === 0 ? [] : [...graph.kind.keys()]
  const open = (step: number): number => {
    const against = steps.filter((each) => graph.kind[each] === 2 && graph.to[each] === step)
    const messages = against.map(message)
    const weight = graph.weight[step]!
    return name === 'qe' ? weight * (1 - h(sum(messages))) : weight * rest(messages)
  }
  const message = (step: number): number => open(step) * of(graph.from[step]!)
  const into = steps.filter((step) => graph.kind[step] !== 2 && graph.to[step] === v)
  const con = into.filter((step) => graph.kind[step] === 1).map(message)
  const alone = into.filter((step) => graph.kind[step] === 0 && graph.group[step] === -1)
  const linked = into.filter((step) => graph.group[step] !== -1)
  const groups = new Set(linked.map((step) => graph.group[step]))
  const together = [...groups].map((group) =>
    Math.min(...linked.filter((step) => graph.group[step] === group).map(message)),
  )
  return combine[name](graph.base[v]!, [...alone.map(message), ...together], con)
}

/** Strengths of a graph without cycles, by recursion. */
export function recurse(graph: CompactGraph, name: FormulaName): readonly number[] {
  const known = new Map<number, number>()
  const of = (v: number): number => {
    if (!known.has(v)) known.set(v, updated(graph, name, v, of))
    return known.get(v) as number
  }
  return graph.nodes.map((_, v) => of(v))
}

/** Where a start ends after many steps, each a share of the way to what it is updated to. */
export function follow(
  graph: CompactGraph,
  name: FormulaName,
  start: readonly number[],
  { share, steps }: { readonly share: number; readonly steps: number },
): readonly number[] {
  let state = start
  for (let step = 0; step < steps; step++) {
    const goal = state.map((_, v) => updated(graph, name, v, (u) => state[u]!))
    const next = state.map((s, v) => s + share * (goal[v]! - s))
    const moved = Math.max(...next.map((s, v) => Math.abs(s - state[v]!)))
    state = next
    if (moved < 1e-10 * share) break
  }
  return state
}

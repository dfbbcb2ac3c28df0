import { relation, type LayoutGraph } from './layout.ts'

/** Between two boxes of a column, one below the other. */
const rowGap = 11

const inches = (pixels: number) => (pixels / 72).toFixed(4)

/**
 * A part of a graph for the layout by Graphviz, from left to right in layers of two ranks: nodes
 * on the even ones, and on the odd ones the points at which undercuts and relations between nodes
 * of one layer meet, which keeps those nodes near each other.
 */
export function partDot(graph: LayoutGraph, nodes: readonly number[]): string {
  const inside = new Set(nodes)
  const depth = (node: number) => graph.nodes[node]?.depth ?? 0
  const lines: string[] = []
  const ranks = new Map<number, string[]>()
  const place = (name: string, rank: number, width: number, height: number): void => {
    lines.push(`${name} [width=${inches(width)} height=${inches(height)}]`)
    ranks.set(rank, [...(ranks.get(rank) ?? []), name])
  }
  for (const node of nodes) {
    const { width = 0, height = 0 } = graph.nodes[node] ?? {}
    place(`n${node}`, 2 * depth(node), width, height)
  }
  const undercut = new Set(
    graph.edges.flatMap(({ kind, from, to }) => {
      const step = graph.edges[to]
      const isHere = kind === relation.undercuts && step !== undefined
      return isHere && inside.has(from) && inside.has(step.from) ? [to] : []
    }),
  )
  for (const [edge, { kind, from, to }] of graph.edges.entries()) {
    if (!inside.has(from)) continue
    if (kind === relation.undercuts) {
      const start = graph.edges[to]?.from ?? from
      if (undercut.has(to) && depth(from) >= depth(start)) {
        lines.push(`n${from} -> m${to} [minlen=${2 * (depth(from) - depth(start)) + 1}]`)
      }
      continue
    }
    const rise = inside.has(to) ? depth(from) - depth(to) : undefined
    const isMet = undercut.has(edge) || rise === 0
    if (isMet) {
      place(`m${edge}`, 2 * depth(from) - 1, 10, 2)
      lines.push(`n${from} -> m${edge} [weight=4]`)
    }
    if (rise === 0) lines.push(`n${to} -> m${edge}`)
    if (rise === undefined || rise < 1) continue
    const start = isMet ? `m${edge}` : `n${from}`
    const weight = rise === 1 ? 6 : 1
    lines.push(`${start} -> n${to} [minlen=${2 * rise - (isMet ? 1 : 0)} weight=${weight}]`)
  }
  return [
    'digraph {',
    `graph [rankdir=RL, nodesep=${inches(rowGap)}, ranksep=0.2, mclimit=8, splines=none]`,
    'node [shape=box, fixedsize=true, label=""]',
    ...lines,
    ...sameRanks(ranks),
    '}',
  ].join('\n')
}

function sameRanks(ranks: ReadonlyMap<number, readonly string[]>): readonly string[] {
  const sorted = [...ranks].sort(([a], [b]) => a - b)
  return sorted.flatMap(([rank, names], at) => {
    const [before, [above] = []] = sorted[at - 1] ?? []
    const same = `{rank=same; ${names.join('; ')}}`
    if (before === undefined || above === undefined) return [same]
    return [same, `${names[0]} -> ${above} [style=invis weight=0 minlen=${rank - before}]`]
  })
}

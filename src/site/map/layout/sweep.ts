import { rowMiddle, type BlockPlan } from './blocks.ts'
import { relation, type Band, type LayoutGraph } from './layout.ts'

/** How often all blocks are gone over, there and back. */
const sweeps = 8

/**
 * The nodes of each block from top to bottom, each near the mean height of its neighbours: the
 * barycentre method of Sugiyama, Tagawa and Toda (1981), over blocks in place of single layers.
 * Equal graphs give equal orders.
 */
export function sweepBlocks(graph: LayoutGraph, plan: BlockPlan): readonly (readonly number[])[] {
  const { blocks, bandOf } = plan
  const neighbours = neighboursOf(graph)
  const y = new Float64Array(graph.nodes.length)
  const order = blocks.map(({ nodes }) => [...nodes])
  const place = (block: number): void => {
    const nodes = order[block] as number[]
    const band = bandOf.get(blocks[block]?.part ?? 0) as Band
    for (const [at, node] of nodes.entries()) y[node] = rowMiddle(band, at, nodes.length)
  }
  for (const block of order.keys()) place(block)
  const inLayers = [...order.keys()].sort(
    (a, b) => (blocks[a]?.layer ?? 0) - (blocks[b]?.layer ?? 0) || a - b,
  )
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const block of sweep % 2 === 0 ? inLayers : inLayers.toReversed()) {
      const goal = new Map(
        (order[block] as number[]).map((node) => [node, goalOf(node, neighbours, y)]),
      )
      order[block]?.sort((a, b) => (goal.get(a) ?? 0) - (goal.get(b) ?? 0) || a - b)
      place(block)
    }
  }
  return order
}

function goalOf(node: number, neighbours: readonly (readonly number[])[], y: Float64Array): number {
  const others = neighbours[node] ?? []
  if (others.length === 0) return y[node] ?? 0
  return others.reduce((sum, other) => sum + (y[other] ?? 0), 0) / others.length
}

/** What each node is joined to by an edge; of an undercut what the step starts from. */
function neighboursOf({ nodes, edges }: LayoutGraph): readonly (readonly number[])[] {
  const found = nodes.map((): number[] => [])
  const join = (a: number, b: number): void => {
    found[a]?.push(b)
    found[b]?.push(a)
  }
  for (const { kind, from, to } of edges) {
    if (kind !== relation.undercuts) join(from, to)
    else if (edges[to] !== undefined) join(from, edges[to].from)
  }
  return found
}

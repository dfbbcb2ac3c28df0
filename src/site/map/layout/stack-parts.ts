import type { Rows } from './arrange-part.ts'
import type { Band, LayoutGraph } from './layout.ts'

/** Above and below the nodes of a part. */
const padding = 20

/** Heights of everything: parts one below the other. */
export interface Stack {
  /** The middle of each node's box. */
  readonly middle: readonly number[]
  readonly bands: readonly Band[]
  readonly height: number
}

/**
 * Stacks the parts in their order. The heading of a part stands in the first column, beside its
 * nodes, or above them where that column has some.
 */
export function stackParts(
  graph: LayoutGraph,
  parts: readonly (readonly number[])[],
  rows: readonly Rows[],
): Stack {
  const middle = new Array<number>(graph.nodes.length).fill(0)
  const bands: Band[] = []
  let top = 0
  for (const [part, nodes] of parts.entries()) {
    if (nodes.length === 0) continue
    const heading = graph.headings[part] ?? 0
    const isAbove = nodes.some((node) => graph.nodes[node]?.depth === 0)
    const start = top + padding + (isAbove && heading > 0 ? heading + padding / 2 : 0)
    let bottom = isAbove ? start : start + heading
    for (const node of nodes) {
      const y = start + (rows[part]?.get(node) ?? 0)
      middle[node] = y
      bottom = Math.max(bottom, y + (graph.nodes[node]?.height ?? 0) / 2)
    }
    bands.push({ part, top, bottom: bottom + padding })
    top = bottom + padding
  }
  return { middle, bands, height: top }
}

import { relation, type LayoutEdge } from './layout.ts'

/** Where nodes stand below heads. */
export interface Depths {
  readonly depth: readonly number[]
  /** The node by way of which each is reached; -1 for heads. */
  readonly above: readonly number[]
}

/**
 * The steps from each node to the nearest head. An undercut stands beside the node whose step it
 * doubts. Where no head is reached, a node that bears on nothing is one, else the first. Takes time
 * linear in nodes and edges.
 */
export function depthsOf(
  count: number,
  edges: readonly LayoutEdge[],
  heads: readonly number[],
): Depths {
  const depth = new Array<number>(count).fill(-1)
  const above = new Array<number>(count).fill(-1)
  const { below, beside, isTop } = neighbours(count, edges)
  const spread = (starts: readonly number[]): void => {
    let level = starts.filter((node) => depth[node] === -1)
    for (let at = 0; level.length > 0; at += 1) {
      const next: number[] = []
      for (const node of level) depth[node] = at
      // Grows while it is gone through: who stands beside a node is on its level.
      for (const node of level) {
        for (const other of beside[node] ?? []) {
          if (depth[other] !== -1) continue
          depth[other] = at
          above[other] = node
          level.push(other)
        }
        next.push(node)
      }
      level = []
      for (const node of next) {
        for (const other of below[node] ?? []) {
          if (depth[other] !== -1 || above[other] !== -1) continue
          above[other] = node
          level.push(other)
        }
      }
    }
  }
  spread(heads)
  spread([...depth.keys()].filter((node) => depth[node] === -1 && isTop[node] === true))
  for (const node of depth.keys()) spread([node])
  return { depth, above }
}

function neighbours(count: number, edges: readonly LayoutEdge[]) {
  const below = Array.from({ length: count }, (): number[] => [])
  const beside = Array.from({ length: count }, (): number[] => [])
  const isTop = new Array<boolean>(count).fill(true)
  for (const { kind, from, to } of edges) {
    isTop[from] = false
    if (kind === relation.undercuts) beside[edges[to]?.from ?? from]?.push(from)
    else below[to]?.push(from)
  }
  return { below, beside, isTop }
}

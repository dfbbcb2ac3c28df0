import type { MapData } from '../map-data.ts'
import type { Lines } from './lines.ts'

/**
 * The nodes in the order in which they should have their titles: heads first, then the nearer to a
 * head, and of these the one with the most relations.
 */
export function byImportance(data: MapData, lines: Lines): Int32Array {
  const count = data.nodes.id.length
  const degree = new Int32Array(count)
  for (const to of lines.to) if (to >= 0) degree[to] = (degree[to] as number) + 1
  const rank = Float64Array.from(
    { length: count },
    (_, node) => (data.nodes.depth[node] as number) - Math.min(0.9, (degree[node] as number) / 40),
  )
  return inOrder(count, rank)
}

/**
 * The lines in the order in which they should be drawn if not all can be: the skeleton first, of it
 * what most hangs on and of equals the shortest; then the others, the shortest first.
 */
export function linesByImportance({ nodes }: MapData, lines: Lines): Int32Array {
  const below = new Float64Array(nodes.id.length).fill(1)
  const skeleton = [...lines.main.keys()].filter((line) => lines.main[line] === 1)
  const depthOf = (line: number) => nodes.depth[lines.from[line] as number] as number
  for (const line of skeleton.sort((a, b) => depthOf(b) - depthOf(a))) {
    const step = lines.step[line] as number
    const end = step < 0 ? (lines.to[line] as number) : (lines.from[step] as number)
    const start = lines.from[line] as number
    if (depthOf(line) > (nodes.depth[end] as number)) {
      below[end] = (below[end] as number) + (below[start] as number)
    }
  }
  const rank = Float64Array.from({ length: lines.count }, (_, line) => {
    const at = (i: number) => lines.points[4 * line + i] as number
    const length = 100 + Math.hypot(at(2) - at(0), at(3) - at(1))
    const weight = lines.main[line] === 1 ? 1e9 * (below[lines.from[line] as number] as number) : 1
    return -weight / length
  })
  return inOrder(lines.count, rank)
}

function inOrder(count: number, rank: Float64Array): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at)
  return order.sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b)
}

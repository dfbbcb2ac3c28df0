import { relationNames, type MapData } from '../map-data.ts'

const undercuts = relationNames.indexOf('undercuts')

/** The relations of a map as straight lines in the layout's units. */
export interface Lines {
  readonly count: number
  /** Start and end of each line: x, y, x, y. */
  readonly points: Float32Array
  /** The node at the start, and the one at the end; -1 where a line ends at a step. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** For a line that ends at a step the number of the step, else -1. */
  readonly step: Int32Array
  /** How far along its step such a line ends, 0 to 1. */
  readonly along: Float32Array
  /** 1 for the one relation of each node that leads nearest to its head: the map's skeleton. */
  readonly main: Uint8Array
}

/**
 * The lines of a map. An undercut ends on the line of its step, where the layout lets it meet the
 * step or as near to it as the straight line allows.
 */
export function linesOf(data: MapData): Lines {
  const { nodes, edges } = data
  const count = edges.from.length
  const points = new Float32Array(4 * count)
  const from = Int32Array.from(edges.from)
  const to = new Int32Array(count).fill(-1)
  const step = new Int32Array(count).fill(-1)
  const along = new Float32Array(count)
  const steps: number[] = []
  for (let edge = 0; edge < count; edge++) {
    const start = from[edge] as number
    points[4 * edge] = nodes.x[start] as number
    points[4 * edge + 1] = nodes.y[start] as number
    const end = edges.to[edge] as number
    if (edges.kind[edge] === undercuts) {
      step[edge] = end
      steps.push(edge)
      continue
    }
    to[edge] = end
    points[4 * edge + 2] = nodes.x[end] as number
    points[4 * edge + 3] = nodes.y[end] as number
  }
  for (const edge of steps) along[edge] = meetStep(edge, data, points, step[edge] as number)
  return { count, points, from, to, step, along, main: skeleton(data, from, to, step) }
}

/** Ends a line on that of its step, between its outer fifths, so that the junction is on neither node. */
function meetStep(edge: number, { edges }: MapData, points: Float32Array, step: number): number {
  const at = (i: number) => points[4 * step + i] as number
  const [across, down] = [at(2) - at(0), at(3) - at(1)]
  const [meetX = 0, meetY = 0] = [edges.meetX[step], edges.meetY[step]]
  const length = across ** 2 + down ** 2
  const told = (meetX !== 0 || meetY !== 0) && length > 0
  const nearest = told ? ((meetX - at(0)) * across + (meetY - at(1)) * down) / length : 0.5
  const share = Math.min(0.8, Math.max(0.2, nearest))
  points[4 * edge + 2] = at(0) + across * share
  points[4 * edge + 3] = at(1) + down * share
  return share
}

function skeleton(
  { nodes, edges }: MapData,
  from: Int32Array,
  to: Int32Array,
  step: Int32Array,
): Uint8Array {
  const best = new Int32Array(nodes.id.length).fill(-1)
  const rank = (edge: number): number => {
    const end = to[edge] as number
    if (end >= 0) return 2 * (nodes.depth[end] as number)
    return 2 * (nodes.depth[from[step[edge] as number] as number] as number) + 1
  }
  for (let edge = 0; edge < edges.from.length; edge++) {
    const node = from[edge] as number
    const other = best[node] as number
    if (other < 0 || rank(edge) < rank(other)) best[node] = edge
  }
  const main = new Uint8Array(edges.from.length)
  for (const edge of best) if (edge >= 0) main[edge] = 1
  return main
}

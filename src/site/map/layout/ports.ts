import { relation, type LayoutGraph } from './layout.ts'
import type { Way } from './ways.ts'

/** The heights at which edges leave and reach boxes. */
export interface Ports {
  /** Where each edge leaves its node. */
  readonly leave: readonly number[]
  /** Where each edge reaches its node; of undercuts nothing. */
  readonly reach: readonly (number | undefined)[]
}

interface Port {
  readonly edges: number[]
  /** The sum of the heights at the other ends. */
  goal: number
}

const between = 13

/**
 * Edges of one kind reach a node at one port, a step with a ring leaves at a port of its own and all
 * else together. Ports of a side are in the order of what is at the other end.
 */
export function portsOf(
  graph: LayoutGraph,
  ways: readonly Way[],
  middle: readonly number[],
): Ports {
  const sides = new Map<string, Map<string, Port>>()
  const add = (side: string, port: string, edge: number, goal: number): void => {
    const ports = sides.get(side) ?? new Map<string, Port>()
    const found = ports.get(port) ?? { edges: [], goal: 0 }
    found.edges.push(edge)
    found.goal += goal
    sides.set(side, ports.set(port, found))
  }
  const height = (node: number) => middle[node] ?? 0
  for (const [edge, way] of ways.entries()) {
    const end = way.to ?? graph.edges[way.step ?? 0]?.from ?? 0
    const side = way.leavesLeft ? 'left' : 'right'
    add(`${way.from} ${side}`, way.isMet ? `step ${edge}` : 'out', edge, height(end))
    const { kind = relation.supports } = graph.edges[edge] ?? {}
    if (way.to !== undefined) add(`${way.to} right`, `in ${kind}`, edge, height(way.from))
  }
  const leave = new Array<number>(ways.length).fill(0)
  const reach = new Array<number | undefined>(ways.length).fill(undefined)
  for (const [side, ports] of sides) {
    const node = Number.parseInt(side, 10)
    const box = graph.nodes[node]?.height ?? 0
    const sorted = [...ports].sort(([, a], [, b]) => a.goal / a.edges.length - b.goal / b.edges.length)
    const apart = Math.min(between, (0.66 * box) / sorted.length)
    for (const [at, [name, { edges }]] of sorted.entries()) {
      const y = height(node) + (at - (sorted.length - 1) / 2) * apart
      for (const edge of edges) (name.startsWith('in') ? reach : leave)[edge] = y
    }
  }
  return { leave, reach }
}

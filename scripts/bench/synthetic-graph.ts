import { rebuts, supports, undercuts, type CompactGraph } from '../../src/analysis/compact.ts'
import { compileFrame, type CompiledFrame } from '../../src/analysis/labels/grounded.ts'
import type { ViewData } from '../../src/analysis/stance/view-data.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'

const chance = chanceOf('bench-analysis', 1, 1)

export interface GraphShape {
  /** How far down steps run at most: the smaller the window, the deeper the graph. */
  readonly window?: number
  /** The share of edges that are undercuts; a fifth unless told, as in a real map. */
  readonly undercutting?: number
}

/**
 * A graph without cycles in which every node reaches node 0: steps run to lower numbers, at the
 * lowest a quarter of their own. A quarter of the steps are rebuttals. The same for the same sizes
 * and shape.
 */
export function syntheticGraph(
  nodes: number,
  edges: number,
  { window = nodes, undercutting = 0.2 }: GraphShape = {},
): CompactGraph {
  if (!(nodes >= 2 && edges >= nodes)) {
    throw new RangeError('Expected `edges` to be at least `nodes`, and these at least 2')
  }
  const random = chance('graph', nodes, edges, window, undercutting)
  const kind = new Uint8Array(edges)
  const from = new Int32Array(edges)
  const to = new Int32Array(edges)
  const extra = edges - (nodes - 1)
  for (let edge = 0; edge < edges; edge++) {
    if (edge >= nodes && random.uniform() < (undercutting * edges) / extra) {
      kind[edge] = undercuts
      to[edge] = stepAmong(kind, random.below(edge))
      const end = to[to[edge] as number] as number
      from[edge] = end + 1 + random.below(Math.min(nodes - 1 - end, 3 * end + 3, window))
    } else {
      kind[edge] = random.below(4) === 0 ? rebuts : supports
      const start = edge < nodes - 1 ? edge + 1 : 1 + random.below(nodes - 1)
      const least = Math.max(Math.floor(start / 4), start - window)
      from[edge] = start
      to[edge] = least + random.below(start - least)
    }
  }
  return {
    nodes: Array.from({ length: nodes }, (_, node) => `node-${node}`),
    // At 0 and 1 slopes vanish, and a gradient would stop early.
    base: Float64Array.from({ length: nodes }, () => (5 + random.below(91)) / 100),
    kind,
    from,
    to,
    weight: new Float64Array(edges).fill(1),
    group: new Int32Array(edges).fill(-1),
  }
}

/** The first edge from `edge` down that is no undercut. */
function stepAmong(kind: Uint8Array, edge: number): number {
  let step = edge
  while (kind[step] === undercuts) step--
  return step
}

/** A graph as a page is sent it, with titles and statements as long as those of a real map. */
export function toSyntheticView(graph: CompactGraph): ViewData {
  const words = 'Every statement of this map was made by a program, to measure how long it takes. '
  return {
    version: 1,
    nodes: graph.nodes,
    titles: graph.nodes.map((_, node) => `Statement ${node} of a synthetic map`),
    statements: graph.nodes.map((_, node) => `${words}It is statement number ${node} of all.`),
    kinds: 'c'.repeat(graph.nodes.length),
    base: [...graph.base],
    kind: [...graph.kind],
    from: [...graph.from],
    to: [...graph.to],
    weight: [...graph.weight],
    group: [],
    withdrawn: [],
    questions: [],
    topics: graph.nodes.slice(0, 1),
  }
}

/**
 * So many attacks between so many arguments, at random. Without cycles every argument gets a label
 * in turn; with them many stay undecided, which is less work.
 */
export function syntheticFrame(size: number, attacks: number, cycles: boolean): CompiledFrame {
  const random = chance('frame', size, attacks, Number(cycles))
  const source = new Int32Array(attacks)
  const target = new Int32Array(attacks)
  for (let attack = 0; attack < attacks; attack++) {
    const one = random.below(size)
    const other = (one + 1 + random.below(size - 1)) % size
    source[attack] = cycles ? one : Math.max(one, other)
    target[attack] = cycles ? other : Math.min(one, other)
  }
  return compileFrame({ size, source, target, via: new Int32Array(attacks).fill(-1) })
}

import { rebuts, supports, undercuts, type CompactGraph } from '../../../src/analysis/compact.ts'

/** A step between nodes that are named by number; an undercut ends at the number of a step. */
export interface Step {
  readonly kind: 0 | 1 | 2
  readonly from: number
  readonly to: number
  readonly weight?: number
  readonly group?: number
}

type Extra = Pick<Step, 'weight' | 'group'>

export const support = (from: number, to: number, extra: Extra = {}): Step => ({
  kind: supports,
  from,
  to,
  ...extra,
})
export const attack = (from: number, to: number, extra: Extra = {}): Step => ({
  kind: rebuts,
  from,
  to,
  ...extra,
})
export const undercut = (from: number, to: number, extra: Extra = {}): Step => ({
  kind: undercuts,
  from,
  to,
  ...extra,
})

/** A compact graph of nodes with these base scores. */
export function sketch(base: readonly number[], steps: readonly Step[]): CompactGraph {
  return {
    nodes: base.map((_, v) => `n${v}`),
    base: Float64Array.from(base),
    kind: Uint8Array.from(steps, ({ kind }) => kind),
    from: Int32Array.from(steps, ({ from }) => from),
    to: Int32Array.from(steps, ({ to }) => to),
    weight: Float64Array.from(steps, ({ weight }) => weight ?? 1),
    group: Int32Array.from(steps, ({ group }) => group ?? -1),
  }
}

/** Nodes in a ring, each acting on the next. */
export function ring(size: number, base: number, step = attack): CompactGraph {
  const nodes = Array.from({ length: size }, (_, v) => v)
  return sketch(
    nodes.map(() => base),
    nodes.map((v) => step(v, (v + 1) % size)),
  )
}

/** Layers in a ring, each node of one attacking all of the next. */
export function layers(count: number, width: number, base: number): CompactGraph {
  const nodes = Array.from({ length: count * width }, (_, v) => v)
  const next = (v: number) => ((Math.floor(v / width) + 1) % count) * width
  return sketch(
    nodes.map(() => base),
    nodes.flatMap((v) => Array.from({ length: width }, (_, i) => attack(v, next(v) + i))),
  )
}

/** Everyone of one side attacks everyone of the other. */
export function bipartite(size: number, base: number): CompactGraph {
  const side = Array.from({ length: size }, (_, v) => v)
  const pairs = side.flatMap((v) => side.map((u) => [v, size + u] as const))
  return sketch(
    [...side, ...side].map(() => base),
    pairs.flatMap(([v, u]) => [attack(v, u), attack(u, v)]),
  )
}

/** Everyone acts on everyone else. */
export function clique(size: number, base: number, step = support): CompactGraph {
  const all = Array.from({ length: size }, (_, v) => v)
  return sketch(
    all.map(() => base),
    all.flatMap((v) => all.filter((u) => u !== v).map((u) => step(v, u))),
  )
}

/** Two against themselves, one for the other and that against it: bounds do not meet, starts do. */
export const turning = sketch([0.9, 0.1], [attack(0, 0), attack(1, 1), support(0, 1), attack(1, 0)])

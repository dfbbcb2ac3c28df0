// Yardsticks: the same results computed the straightforward way, with objects and maps by id. They
// say what typed arrays gain, not how fast anybody else's program is.
import { rebuts, undercuts, type CompactGraph } from '../../src/analysis/compact.ts'
import type { CompiledFrame } from '../../src/analysis/labels/grounded.ts'

interface PlainStep {
  readonly from: string
  readonly to: string
  readonly sign: 1 | -1
  readonly weight: number
  readonly undercutters: string[]
}

interface PlainNode {
  readonly base: number
  readonly steps: PlainStep[]
}

/** A graph as objects; each node comes after all that bears on it. */
export type PlainMap = ReadonlyMap<string, PlainNode>

/** The objects of a synthetic graph, whose nodes bear on lower numbers alone. */
export function toPlainMap({ nodes, base, kind, from, to, weight }: CompactGraph): PlainMap {
  const id = (node: number | undefined) => nodes[node as number] as string
  const map = new Map<string, PlainNode>()
  for (let node = nodes.length - 1; node >= 0; node--) {
    map.set(id(node), { base: base[node] as number, steps: [] })
  }
  const steps = Array.from(kind, (is, edge): PlainStep | undefined =>
    is === undercuts
      ? undefined
      : {
          from: id(from[edge]),
          to: id(to[edge]),
          sign: is === rebuts ? -1 : 1,
          weight: weight[edge] as number,
          undercutters: [],
        },
  )
  steps.forEach((step, edge) => {
    if (step === undefined) steps[to[edge] as number]?.undercutters.push(id(from[edge]))
    else map.get(step.to)?.steps.push(step)
  })
  return map
}

/** Strengths under quadratic energy, by id. */
export function plainStrengths(map: PlainMap): ReadonlyMap<string, number> {
  const strengths = new Map<string, number>()
  const strengthOf = (id: string) => strengths.get(id) as number
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + strengthOf(id), 0)
  for (const [id, { base, steps }] of map) {
    const energy = steps.reduce(
      (total, { from, sign, weight, undercutters }) =>
        total + sign * quadratic(weight, -sum(undercutters)) * strengthOf(from),
      0,
    )
    strengths.set(id, quadratic(base, energy))
  }
  return strengths
}

function quadratic(base: number, energy: number): number {
  const share = energy ** 2 / (1 + energy ** 2)
  return energy > 0 ? base + (1 - base) * share : base - base * share
}

/** A framework as lists by id. */
export interface PlainFrame {
  readonly attackersOf: ReadonlyMap<string, readonly string[]>
  readonly attackedBy: ReadonlyMap<string, readonly string[]>
}

/** The lists of a frame without attacks on attacks. */
export function toPlainFrame({ size, first, to }: CompiledFrame): PlainFrame {
  const ids = Array.from({ length: size }, (_, element) => `argument-${element}`)
  const attackersOf = new Map(ids.map((id) => [id, [] as string[]]))
  const attackedBy = new Map(
    ids.map((id, element) => {
      const targets = Array.from(to.subarray(first[element], first[element + 1]), (x) => ids[x]!)
      for (const target of targets) attackersOf.get(target)?.push(id)
      return [id, targets]
    }),
  )
  return { attackersOf, attackedBy }
}

/** The grounded labelling by a worklist; what stays undecided has no label. */
export function plainGrounded({
  attackersOf,
  attackedBy,
}: PlainFrame): ReadonlyMap<string, boolean> {
  const isAccepted = new Map<string, boolean>()
  const work = [...attackersOf.keys()].filter((id) => attackersOf.get(id)?.length === 0)
  for (const id of work) {
    if (isAccepted.has(id)) continue
    isAccepted.set(id, true)
    for (const target of attackedBy.get(id) ?? []) {
      if (isAccepted.has(target)) continue
      isAccepted.set(target, false)
      for (const next of attackedBy.get(target) ?? []) {
        const isDefended = attackersOf.get(next)?.every((each) => isAccepted.get(each) === false)
        if (isDefended === true && !isAccepted.has(next)) work.push(next)
      }
    }
  }
  return isAccepted
}

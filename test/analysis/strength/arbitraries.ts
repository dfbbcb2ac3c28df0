import fc from 'fast-check'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { formulas } from '../../../src/analysis/strength/formulas.ts'
import { attack, sketch, support, undercut, type Step } from './sketch.ts'

/** Numbers from 0 to 1, the ends and the middle among them more often. */
export const share = fc.oneof(
  fc.constantFrom(0, 1, 0.5),
  fc.double({ min: 0, max: 1, noNaN: true }),
)

export const formula = fc.constantFrom(...formulas)

interface Shape {
  readonly size?: number
  readonly isCyclic?: boolean
  readonly most?: number
}

/**
 * Graphs with weights, linked supports and undercuts, also of undercuts. Without cycles steps go
 * from a smaller number to a larger one, and what undercuts a step comes before the step's target;
 * otherwise a ring goes through all nodes.
 */
export function anyGraph({
  size = 8,
  isCyclic = false,
  most = 16,
}: Shape = {}): fc.Arbitrary<CompactGraph> {
  const draft = fc.record({
    from: fc.nat(),
    to: fc.nat(),
    kind: fc.constantFrom('support', 'support', 'linked', 'attack', 'attack', 'undercut'),
    weight: fc.oneof(fc.constant(1), share),
  })
  const base = fc.array(share, { minLength: 2, maxLength: size })
  const turns = fc.array(fc.boolean(), { minLength: size, maxLength: size })
  return fc
    .tuple(base, turns, fc.array(draft, { maxLength: most }))
    .map(([scores, signs, drafts]) => {
      const count = scores.length
      const steps: Step[] = []
      const ends: number[] = []
      const add = (step: Step, end: number) => {
        steps.push(step)
        ends.push(end)
      }
      if (isCyclic) {
        for (let v = 0; v < count; v++) {
          const to = (v + 1) % count
          add(signs[v] === true ? support(v, to) : attack(v, to), to)
        }
      }
      for (const { from, to, kind, weight } of drafts) {
        if (kind === 'undercut') {
          if (steps.length === 0) continue
          const step = to % steps.length
          const end = ends[step] as number
          const before = isCyclic ? from % count : from % end
          add(undercut(before, step, { weight }), end)
          continue
        }
        const end = isCyclic ? to % count : 1 + (to % (count - 1))
        const start = from % (isCyclic ? count : end)
        if (kind === 'attack') add(attack(start, end, { weight }), end)
        else add(support(start, end, kind === 'linked' ? { weight, group: end } : { weight }), end)
      }
      return sketch(scores, steps)
    })
}

/** Strengths by node of the graph, for elements of a network. */
export function byNode(
  { elementOf }: { readonly elementOf: Int32Array },
  strength: Float64Array,
): readonly number[] {
  return Array.from(elementOf, (element) => strength[element]!)
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formulas } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { formula, share } from './arbitraries.ts'
import { attack, sketch, support, undercut } from './sketch.ts'
import { strengths, strengthsOff } from './strengths.ts'

describe('linked premises', () => {
  it('are as strong as the weakest', () => {
    const linked = { group: 7 }
    const graph = sketch([0.9, 0.4, 0.5], [support(0, 2, linked), support(1, 2, linked)])
    const alone = sketch([0.4, 0.5], [support(0, 1)])
    for (const by of formulas) expect(strengths(graph, by)[2]).toBe(strengths(alone, by)[1])
  })

  it('give no support without one of them', () => {
    const linked = { group: 0 }
    const network = compileNetwork(
      sketch([0.9, 0.4, 0.5], [support(0, 2, linked), support(1, 2, linked)]),
    )
    for (const by of formulas) expect(strengthsOff(network, by, 0)[2]).toBeCloseTo(0.5, 15)
  })
})

describe('undercuts', () => {
  it('bring a conclusion back towards what it is without the step, and never past it', () => {
    const others = fc.array(fc.record({ score: share, isFor: fc.boolean() }), { maxLength: 4 })
    fc.assert(
      fc.property(
        formula,
        fc.boolean(),
        fc.tuple(share, share, share, share),
        others,
        (by, isFor, [base, premise, weak, strong], rest) => {
          const step = isFor ? support : attack
          const at = (undercutter: number | undefined, weight = 1) => {
            const graph = sketch(
              [base, premise, undercutter ?? 0, ...rest.map(({ score }) => score)],
              [
                step(1, 0, { weight }),
                ...rest.map((each, i) => (each.isFor ? support : attack)(i + 3, 0)),
                ...(undercutter === undefined ? [] : [undercut(2, 0)]),
              ],
            )
            return strengths(graph, by)[0]!
          }
          const away = (strength: number) => (strength - at(undefined, 0)) * (isFor ? 1 : -1)
          const most = at(Math.max(weak, strong))
          const least = at(Math.min(weak, strong))
          const slack = 1e-12
          expect(away(most)).toBeGreaterThanOrEqual(-slack)
          expect(away(least)).toBeGreaterThanOrEqual(away(most) - slack)
          expect(away(at(undefined))).toBeGreaterThanOrEqual(away(least) - slack)
        },
      ),
    )
  })

  it('weaken a step by every formula, also where the step is full', () => {
    for (const by of formulas) {
      const open = sketch([0.5, 0.8, 0.8], [support(1, 0)])
      const cut = sketch([0.5, 0.8, 0.8], [support(1, 0), undercut(2, 0)])
      expect(strengths(cut, by)[0]).toBeLessThan(strengths(open, by)[0]! - 0.01)
      expect(strengths(cut, by)[0]).toBeGreaterThan(0.5)
    }
  })

  it('can be undercut', () => {
    const steps = [support(1, 0), undercut(2, 0), undercut(3, 1)]
    for (const by of formulas) {
      const [none, one, two] = [1, 2, 3].map(
        (count) => strengths(sketch([0.5, 0.8, 0.8, 0.8], steps.slice(0, count)), by)[0]!,
      )
      expect(one).toBeLessThan(two!)
      expect(two).toBeLessThan(none!)
    }
  })
})

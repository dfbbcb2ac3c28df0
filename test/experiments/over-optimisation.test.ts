import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Measure } from '../../src/experiments/contract.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import {
  bestOfN,
  bestOfNDivergence,
  fitSquareRootForm,
  sampleSizes,
} from '../../src/experiments/over-optimisation/best-of-n.ts'
import experiment from '../../src/experiments/over-optimisation/experiment.ts'
import {
  expectedGold,
  goldAt,
  linearJudgeParabola,
  parabolaAt,
  parabolaPeak,
} from '../../src/experiments/over-optimisation/gold.ts'
import {
  combine,
  type Judge,
  type Rule,
  scores,
  shiftedScore,
  standardised,
} from '../../src/experiments/over-optimisation/judge.ts'
import {
  correlatedDraw,
  parabolaError,
  simulateBest,
} from '../../src/experiments/over-optimisation/known-answers.ts'
import {
  accuracyOf,
  type Outcome,
  type OverOptimisationResult,
  run,
  type Trained,
  trainingSizes,
} from '../../src/experiments/over-optimisation/model.ts'
import {
  climb,
  crossing,
  markDistances,
  marks,
  pathAt,
} from '../../src/experiments/over-optimisation/policy-path.ts'
import { report } from '../../src/experiments/over-optimisation/report.ts'
import {
  addScoreGradient,
  drawPairs,
  features,
  newRewardModel,
  scoreAt,
  somePairs,
  train,
} from '../../src/experiments/over-optimisation/reward-model.ts'
import { presets } from '../../src/experiments/over-optimisation/settings.ts'
import { pathCurve } from '../../src/experiments/over-optimisation/summary.ts'
import { verdictOf } from '../../src/experiments/over-optimisation/verdict.ts'
import { drain } from '../../src/core/drain.ts'

const chance = chanceOf('test', 1, 3)

function normals(count: number, purpose: string): Float64Array {
  const random = chance(purpose)
  return new Float64Array(count).map(() => random.normal())
}

function unit(purpose: string): Float64Array {
  const direction = normals(features, purpose)
  const length = Math.hypot(...direction)
  return direction.map((x) => x / length)
}

const gold = { good: unit('good'), curvature: 0.4, strayCost: 0.05 }

describe('the true reward', () => {
  it('has mean 0 at the start and the exact mean after a shift', () => {
    const count = 100_000
    const outputs = normals(count * features, 'outputs')
    const shift = unit('shift').map((x) => 1.5 * x)
    const moved = outputs.map((x, i) => x + (shift[i % features] ?? 0))
    const meanOf = (all: Float64Array) => {
      let sum = 0
      for (let i = 0; i < count; i++) sum += goldAt(gold, all, i * features)
      return sum / count
    }
    // Its standard deviation is near 1 here, so 0.02 is above six standard errors.
    expect(Math.abs(meanOf(outputs))).toBeLessThan(0.02)
    expect(Math.abs(meanOf(moved) - expectedGold(gold, shift))).toBeLessThan(0.02)
  })

  it('lies on the parabola along any straight path', () => {
    fc.assert(
      fc.property(
        fc.float({ min: 0, max: 8, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        fc.float({ min: 0, max: Math.fround(0.2), noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        (d, curvature, strayCost, which) => {
          const way = unit(`way ${which}`)
          const here = { good: gold.good, curvature, strayCost }
          const alignment = way.reduce((sum, x, i) => sum + x * (gold.good[i] ?? 0), 0)
          const parabola = linearJudgeParabola(alignment, curvature, strayCost)
          expect(expectedGold(here, way.map((x) => d * x))).toBeCloseTo(parabolaAt(parabola, d), 9)
        },
      ),
    )
  })

  it('peaks where the parabola does', () => {
    const parabola = linearJudgeParabola(0.8, 0.5, 0.1)
    const { d, divergence, gold: top } = parabolaPeak(parabola)
    expect(divergence).toBeCloseTo((d * d) / 2, 12)
    expect(parabolaAt(parabola, d)).toBeCloseTo(top, 12)
    for (const away of [-0.01, 0.01]) expect(parabolaAt(parabola, d + away)).toBeLessThan(top)
  })

  it.each([
    [0.9, 0, 0.2, 30],
    [-0.5, 0.7, 0, 4],
    [0.1, 1, 0.1, 9],
  ])('is met by a climb under a linear judge (%f, %f, %f, %f)', (lean, curvature, cost, reach) => {
    const weights = unit('other').map((x, i) => 3 * (x + lean * (gold.good[i] ?? 0)))
    const here = { good: gold.good, curvature, strayCost: cost }
    expect(parabolaError(here, weights, reach)).toBeLessThan(1e-9)
  })
})

describe('best-of-n', () => {
  /** The mean over all subsets of size n, one by one. */
  function bruteForce(scoresOf: readonly number[], values: readonly number[], n: number): number {
    let sum = 0
    let subsets = 0
    for (let mask = 0; mask < 1 << values.length; mask++) {
      const chosen = values.map((_, i) => i).filter((i) => (mask >> i) & 1)
      if (chosen.length !== n) continue
      const best = chosen.reduce((a, b) => ((scoresOf[b] ?? 0) > (scoresOf[a] ?? 0) ? b : a))
      sum += values[best] ?? 0
      subsets++
    }
    return sum / subsets
  }

  it('is the mean over all subsets', () => {
    const item = fc.record({ value: fc.integer({ min: -50, max: 50 }), score: fc.integer() })
    fc.assert(
      fc.property(
        fc.uniqueArray(item, { minLength: 1, maxLength: 9, selector: ({ score }) => score }),
        (items) => {
          const values = items.map(({ value }) => value)
          const ranks = items.map(({ score }) => score)
          const sizes = items.map((_, i) => i + 1)
          const ours = bestOfN(Float64Array.from(ranks), Float64Array.from(values), sizes)
          sizes.forEach((n, i) => expect(ours[i]).toBeCloseTo(bruteForce(ranks, values, n), 9))
        },
      ),
    )
  })

  it('is the mean for 1 and the top item for all', () => {
    const ranks = Float64Array.of(3, 9, 1, 4)
    const values = Float64Array.of(10, -2, 6, 2)
    expect(bestOfN(ranks, values, [1, 4])).toEqual([4, -2])
  })

  it.each([
    [0.3, 7, 1.35217837561],
    [1, 3, 0.846284375],
    [-0.5, 2, 0.564189584],
  ])('regresses on the score with correlation %f, n = %i', (correlation, n, largest) => {
    const { mean, error } = simulateBest(n, 20, correlatedDraw(correlation), chance('regress', n))
    expect(Math.abs(mean - correlation * largest)).toBeLessThan(4.5 * error)
  })

  it('has a divergence that a count over ranks confirms', () => {
    const pool = 4000
    for (const n of [3, 10, 50]) {
      // Of `pool` ranks, rank i is best with chance (i/pool)^n - ((i-1)/pool)^n.
      let sum = 0
      for (let i = 1; i <= pool; i++) {
        const share = (i / pool) ** n - ((i - 1) / pool) ** n
        if (share > 0) sum += share * Math.log(share * pool)
      }
      expect(bestOfNDivergence(n)).toBeCloseTo(sum, 2)
    }
    expect(bestOfNDivergence(1)).toBe(0)
  })

  it('gives a fit its own parabola back', () => {
    const divergences = sampleSizes(1024).map(bestOfNDivergence)
    const values = divergences.map((kl) => Math.sqrt(kl) * (1.7 - 0.45 * Math.sqrt(kl)))
    const { a, b, explained } = fitSquareRootForm(divergences, values)
    expect(a).toBeCloseTo(1.7, 9)
    expect(b).toBeCloseTo(0.45, 9)
    expect(explained).toBeCloseTo(1, 9)
  })
})

describe('a reward model', () => {
  it('has the slopes that differences of its score show', () => {
    const model = newRewardModel(5, chance('model'))
    const output = normals(features, 'output')
    const inputs = new Float64Array(5)
    scoreAt(model, output, 0, inputs)
    const gradient = new Float64Array(model.parameters.length)
    addScoreGradient(model, output, 0, inputs, 2, gradient)
    gradient.forEach((slope, i) => {
      const at = (step: number) => {
        const parameters = model.parameters.slice()
        parameters[i] = (parameters[i] ?? 0) + step
        return 2 * scoreAt({ hidden: 5, parameters }, output, 0)
      }
      expect(slope).toBeCloseTo((at(1e-6) - at(-1e-6)) / 2e-6, 5)
    })
  })

  it('learns the direction of a linear reward, better from more pairs', () => {
    const linear = { good: gold.good, curvature: 0, strayCost: 0 }
    const pairs = drawPairs(linear, 3000, chance('pairs'))
    const alignment = (count: number) => {
      const model = newRewardModel(0, chance('units'))
      drain(train(model, somePairs(pairs, 0, count), chance('training')))
      const { parameters } = model
      const along = parameters.reduce((sum, x, i) => sum + x * (gold.good[i] ?? 0), 0)
      return along / Math.hypot(...parameters)
    }
    const [few, many] = [alignment(30), alignment(3000)]
    expect(many).toBeGreaterThan(0.99)
    expect(few).toBeLessThan(many)
  })

  it('comes near the maximum of the likelihood', () => {
    // With true log odds of 2 per unit, the weights come near 2 along the good direction.
    const linear = { good: gold.good, curvature: 0, strayCost: 0 }
    const model = newRewardModel(0, chance('units'))
    drain(train(model, drawPairs(linear, 5000, chance('pairs')), chance('training')))
    expect(Math.hypot(...model.parameters)).toBeGreaterThan(1.8)
    expect(Math.hypot(...model.parameters)).toBeLessThan(2.2)
  })

  it('is told the better output first more often than not, and the same pairs as before', () => {
    const pairs = drawPairs(gold, 400, chance('pairs'))
    const more = drawPairs(gold, 900, chance('pairs'))
    expect([...somePairs(more, 0, 400).outputs]).toEqual([...pairs.outputs])
    let right = 0
    for (let i = 0; i < 400; i++) {
      const lead = goldAt(gold, pairs.outputs, 2 * i * features)
      if (lead > goldAt(gold, pairs.outputs, (2 * i + 1) * features)) right++
    }
    expect(right).toBeGreaterThan(280)
    expect(right).toBeLessThan(400)
  })
})

describe('a judge', () => {
  const rules: readonly Rule[] = ['mean', 'min', 'lcb']

  function judgeOf(rule: Rule, members = 4, hidden = 3): Judge {
    const pool = normals(500 * features, 'pool')
    const models = Array.from({ length: members }, (_, k) =>
      standardised(newRewardModel(hidden, chance('judge', k)), pool),
    )
    return { members: models, rule }
  }

  it.each(rules)('combines by %s with the slopes that differences show', (rule) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 6 }),
        (whole) => {
          const given = Float64Array.from(whole, (x) => x / 10)
          const weights = new Float64Array(given.length)
          combine(given, rule, weights)
          weights.forEach((weight, k) => {
            const at = (step: number) => {
              const moved = given.slice()
              moved[k] = (moved[k] ?? 0) + step
              return combine(moved, rule, new Float64Array(given.length))
            }
            expect(weight).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 4)
          })
        },
      ),
    )
  })

  it('of one member has that member’s score by every rule', () => {
    const weights = new Float64Array(1)
    for (const rule of rules) {
      expect(combine(Float64Array.of(-1.25), rule, weights)).toBe(-1.25)
      expect([...weights]).toEqual([1])
    }
  })

  it('has mean 0 and deviation 1 over the outputs it was standardised by', () => {
    const pool = normals(500 * features, 'pool')
    const values = drain(scores(judgeOf('mean', 1), pool))
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
    expect(mean).toBeCloseTo(0, 9)
    expect(variance).toBeCloseTo(1, 9)
  })

  it.each(rules)('sees moved draws as it sees outputs, by %s', (rule) => {
    const judge = judgeOf(rule)
    const draws = normals(40 * features, 'draws')
    const shift = normals(features, 'shift')
    const meanAt = (by: Float64Array) => {
      const moved = draws.map((x, i) => x + (by[i % features] ?? 0))
      return drain(scores(judge, moved)).reduce((sum, x) => sum + x, 0) / 40
    }
    const gradient = new Float64Array(features)
    expect(shiftedScore(judge, draws)(shift, gradient)).toBeCloseTo(meanAt(shift), 9)
    gradient.forEach((slope, i) => {
      const by = (step: number) => shift.map((x, k) => (k === i ? x + step : x))
      expect(slope).toBeCloseTo((meanAt(by(1e-6)) - meanAt(by(-1e-6))) / 2e-6, 4)
    })
  })

  it('is as accurate as the pairs it orders alike', () => {
    const truth = Float64Array.of(1, 2, 5, 3, 0, 1, 2, 9)
    expect(accuracyOf(truth, truth)).toBe(1)
    expect(accuracyOf(truth.map((x) => -x), truth)).toBe(0)
    expect(accuracyOf(Float64Array.of(1, 2, 3, 5, 0, 1, 9, 2), truth)).toBe(0.5)
  })
})

describe('the policy’s path', () => {
  const draws = normals(64 * features, 'policy')
  const pool = normals(500 * features, 'pool')
  const judge = (hidden: number): Judge => {
    const model = newRewardModel(hidden, chance('path'))
    for (let i = 0; i < features; i++) model.parameters[i] = gold.good[i] ?? 0
    return { members: [standardised(model, pool)], rule: 'mean' }
  }

  it('passes every mark at its distance from the start', () => {
    const { means } = drain(climb(shiftedScore(judge(4), draws), 0, 18))
    const distances = markDistances(18)
    expect(means).toHaveLength(marks + 1)
    means.forEach((mean, i) => expect(Math.hypot(...mean)).toBeCloseTo(distances[i] ?? 0, 9))
  })

  it('rests under a penalty where slope and penalty are equal', () => {
    const linear = judge(0)
    const slope = 1 / (linear.members[0]?.deviation ?? 1)
    const { rest, means } = drain(climb(shiftedScore(linear, draws), 0.5, 18))
    expect(Math.hypot(...rest)).toBeCloseTo(slope / 0.5, 4)
    expect(means.length).toBeLessThan(marks + 1)
  })

  it('gives the point at a divergence, and none where it does not come', () => {
    const path = drain(climb(shiftedScore(judge(4), draws), 0, 8))
    const point = pathAt(path, 3.3)
    expect(Math.hypot(...(point ?? []))).toBeCloseTo(Math.sqrt(6.6), 9)
    expect(pathAt(path, 8.5)).toBeUndefined()
    expect([...(pathAt(path, 0) ?? [])]).toEqual(Array(features).fill(0))
  })

  it('crosses a sphere between two points', () => {
    const from = Float64Array.of(1, 0)
    const to = Float64Array.of(1, 3)
    expect([...crossing(from, to, Math.SQRT2)]).toEqual([1, expect.closeTo(1, 12)])
  })
})

const small = { ...presets.quick, mostSamples: '64', pairs: 100, hidden: '4', memberPairs: 40 }

describe('a run', () => {
  it('leaves earlier replicates as they were when more are added', () => {
    const few = drain(run({ ...small, seeds: 2, ensembleSeeds: 2 }, chance))
    const more = drain(run({ ...small, seeds: 3, ensembleSeeds: 3 }, chance))
    expect(more.replicates.slice(0, 2)).toEqual(few.replicates)
    expect(more.ensembles.slice(0, 2)).toEqual(few.ensembles)
    expect(more.replicates[2]).not.toEqual(more.replicates[1])
  })

  it('has the single judge of the ensemble’s panel in common with its main one', () => {
    const { replicates, ensembles } = drain(run({ ...small, memberPairs: 100 }, chance))
    const { bySize: _, penalised: __, ...network } = replicates[0]?.network as Trained
    expect(ensembles[0]?.single).toEqual(network)
  })

  it('makes no ensemble of members that are alike any other than each', () => {
    // Linear members on the same pairs differ only in the order of training.
    const settings = { ...small, hidden: '0', memberPairs: 1000, seeds: 2, ensembleSeeds: 2 }
    const { ensembles } = drain(run(settings, chance))
    for (const { single, ensemble } of ensembles) {
      expect(ensemble.path.at(-1)).toBeCloseTo(single.path.at(-1) ?? 0, 0)
    }
  })

  it('hands over what it has as soon as a replicate is done', () => {
    const work = run(small, chance)
    const counts = new Set<number | undefined>()
    let before = 0
    for (let next = work.next(); !next.done; next = work.next()) {
      expect(next.value.fraction).toBeGreaterThanOrEqual(before)
      before = next.value.fraction
      const result = next.value.soFar()
      if (result !== undefined && !counts.has(result.replicates.length)) report(result, small)
      counts.add(result?.replicates.length)
    }
    expect([...counts]).toEqual([undefined, 1, 2, 3])
  })

  it('pauses after a bounded number of training pairs and policy steps', () => {
    // 1,000 steps of 32 pairs in 20 parts, for two kinds at three sizes, is the least there can be.
    let pauses = 0
    const work = run({ ...small, seeds: 2, ensemble: 'none' }, chance)
    for (let next = work.next(); !next.done; next = work.next()) pauses++
    expect(pauses).toBeGreaterThan(2 * 2 * trainingSizes(small).length * 20)
  })

  it('always tries the reader’s number of pairs', () => {
    expect(trainingSizes({ ...small, pairs: 100 })).toEqual([50, 100, 300, 3000])
    expect(trainingSizes({ ...small, pairs: 300 })).toEqual([50, 300, 3000])
  })
})

/** A result whose paths are straight lines through the given ends. */
function resultWith(
  linear: readonly (readonly [middle: number, end: number])[],
  network?: readonly (readonly [middle: number, end: number])[],
): OverOptimisationResult {
  const trained = ([middle, end]: readonly [number, number]): Trained => ({
    ...outcome(middle, end),
    bySize: trainingSizes(presets.published).map(() => ({
      accuracy: 0.9,
      endGold: end,
      peakDivergence: 2,
    })),
    penalised: [2, 1, 0.5, 0.25].map(() => ({ divergence: 1, gold: 1, stopped: null })),
  })
  return {
    replicates: linear.map((each, i) => {
      const other = network?.[i]
      return { linear: trained(each), network: other === undefined ? null : trained(other) }
    }),
    ensembles: [],
  }
}

function outcome(middle: number, end: number): Outcome {
  const path = Array.from({ length: marks + 1 }, (_, i) =>
    i <= marks / 2 ? (middle * 2 * i) / marks : middle + (end - middle) * ((2 * i) / marks - 1),
  )
  const bestOfNs = sampleSizes(4096).map((_, i) => i / 10)
  return {
    accuracy: 0.9,
    accuracyAtEnd: 0.5,
    alignment: 1,
    claimedAtEnd: 6,
    rest: 18,
    path,
    bestOfN: bestOfNs,
  }
}

describe('the verdict', () => {
  const labelOf = (...results: Parameters<typeof resultWith>) =>
    report(resultWith(...results), presets.published).verdict.label
  const falling = [1, -1] as const
  const rising = [1, 2] as const

  it('supports the caveat where true reward falls under all judges', () => {
    expect(labelOf([falling, [1.1, -1.2]])).toBe('supports')
    expect(labelOf([falling, [1.1, -1.2]], [falling, [1, -0.9]])).toBe('supports')
  })

  it('is mixed where it falls under one of two', () => {
    expect(labelOf([falling, [1.1, -1.2]], [rising, rising])).toBe('mixed')
    expect(labelOf([rising, rising], [falling, [1, -0.9]])).toBe('mixed')
  })

  it('is against where it keeps its gains', () => {
    expect(labelOf([rising, rising], [rising, [1, 3]])).toBe('against')
  })

  it('is inconclusive with one replicate, or where replicates fall apart', () => {
    expect(labelOf([falling])).toBe('inconclusive')
    expect(labelOf([falling, [1, 1.5], [1, -2]])).toBe('inconclusive')
  })

  it.each([
    [-0.3, 0.2, 'supports'],
    [-0.3, 0.3, 'inconclusive'],
    [-0.04, 0.05, 'against'],
    [-0.05, 0.05, 'inconclusive'],
    [0, 0, 'against'],
  ])('of a fall of %f ± %f is %s for %s', (value, halfWidth, label) => {
    const fall: Measure = { label: 'fall', value, halfWidth }
    expect(verdictOf({ fallFromPeak: fall }, 5).label).toBe(label)
  })
})

describe('the report', () => {
  it('measures the peak of the mean curve and the paired fall from there', () => {
    const { measures } = report(
      resultWith([
        [1, -1],
        [2, -2],
      ]),
      presets.published,
    )
    expect(measures['peakGold']?.value).toBeCloseTo(1.5, 9)
    expect(measures['peakDivergence']?.value).toBeCloseTo(4.5, 9)
    expect(measures['endGold']?.value).toBeCloseTo(-1.5, 9)
    // Falls of 2 and 4: standard error 1, Student's t of one degree 12.7.
    expect(measures['fallFromPeak']?.value).toBeCloseTo(-3, 9)
    expect(measures['fallFromPeak']?.halfWidth).toBeCloseTo(12.706, 3)
  })

  it('says below where it began only where it ends there', () => {
    const below = resultWith([
      [1, -1],
      [1.1, -1.1],
    ])
    const above = resultWith([
      [1, 0.5],
      [1.1, 0.55],
    ])
    expect(report(below, presets.published).sentence).toContain('below where it began')
    expect(report(above, presets.published).sentence).not.toContain('below where it began')
    expect(report(above, presets.published).sentence).toContain('falls to')
  })

  it('ends a curve where the last replicate rests', () => {
    const resting = { ...outcome(1, 1), rest: 4.5 }
    const { xs, peak } = pathCurve([resting, resting], presets.published)
    expect(xs.at(-1)).toBeCloseTo(4.5, 9)
    expect(peak).toBe(marks / 2)
  })

  it('is whole for every preset and for a run without network or ensemble', () => {
    const lean = { ...small, seeds: 2, ensembleSeeds: 2 }
    for (const settings of [lean, { ...lean, hidden: '0', ensemble: 'none', penalty: 1 }]) {
      const { charts, tables, measures } = report(drain(run(settings, chance)), settings)
      for (const chart of charts) {
        expect(chart.series.length).toBeLessThanOrEqual(6)
        for (const { points } of chart.series) expect(points.length).toBeGreaterThan(0)
      }
      for (const { columns, rows } of tables) {
        for (const row of rows) expect(row).toHaveLength(columns.length)
      }
      for (const { value, halfWidth } of Object.values(measures)) {
        expect(Number.isFinite(value) && Number.isFinite(halfWidth ?? 0)).toBe(true)
      }
    }
  })

  it('is that of the registered experiment', () => {
    expect(experiment.id).toBe('over-optimisation')
    expect(Object.keys(experiment.presets)).toEqual(['published', 'quick', 'attack'])
    for (const preset of Object.values(experiment.presets)) {
      expect(Object.keys(preset).sort()).toEqual(Object.keys(experiment.settings).sort())
    }
  })
})

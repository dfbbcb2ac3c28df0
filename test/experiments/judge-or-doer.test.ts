import { describe, expect, it } from 'vitest'
import { minimise } from '../../src/experiments/judge-or-doer/adam.ts'
import { pairAccuracy, setExam } from '../../src/experiments/judge-or-doer/exam.ts'
import experiment from '../../src/experiments/judge-or-doer/experiment.ts'
import {
  countedAgreement,
  factorCorrelation,
  knownRisk,
  leastSquaresRisk,
  riskError,
  signAgreement,
  viterbiMismatches,
} from '../../src/experiments/judge-or-doer/known-answers.ts'
import { fitJudge } from '../../src/experiments/judge-or-doer/judge.ts'
import { armsOf, type JudgeOrDoerResult } from '../../src/experiments/judge-or-doer/model.ts'
import {
  greedyString,
  logLikelihoods,
  logMargins,
  policySize,
} from '../../src/experiments/judge-or-doer/policy.ts'
import { report } from '../../src/experiments/judge-or-doer/report.ts'
import { bestSampled, bestString } from '../../src/experiments/judge-or-doer/search.ts'
import { type JudgeOrDoerSettings, presets } from '../../src/experiments/judge-or-doer/settings.ts'
import {
  addFeatures,
  type Batch,
  drawBatch,
  drawValues,
  FEATURES,
  meanScore,
  score,
  WIDTH,
} from '../../src/experiments/judge-or-doer/strings.ts'
import { fitPolicy, policyGradient } from '../../src/experiments/judge-or-doer/teach.ts'
import { equalDemonstrations, type Trial } from '../../src/experiments/judge-or-doer/trial.ts'
import { verdictOf } from '../../src/experiments/judge-or-doer/verdict.ts'
import { drawWording, inWording, lift, pull } from '../../src/experiments/judge-or-doer/wording.ts'
import { prefer } from '../../src/experiments/judge-or-doer/world.ts'
import { dot } from '../../src/experiments/lib/linear-algebra.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { finishRun, startRun } from '../../src/experiments/run.ts'
import { drain } from '../../src/core/drain.ts'

const chance = chanceOf('test', 1, 5)

function normals(size: number, ...address: string[]): Float64Array {
  const random = chance(...address)
  return Float64Array.from({ length: size }, () => random.normal())
}

/** Every string of a length. */
function allStrings(length: number): Uint8Array[] {
  return Array.from({ length: 4 ** length }, (_, code) =>
    Uint8Array.from({ length }, (_, t) => Math.floor(code / 4 ** t) % 4),
  )
}

/** All strings of a length in one context. */
function exhaustive(length: number, name: string): Batch {
  const strings = allStrings(length)
  const { contexts } = drawBatch(chance, [name], { count: 1, copies: 1, length })
  return {
    count: 1,
    copies: strings.length,
    length,
    contexts,
    strings: Uint8Array.from(strings.flatMap((string) => [...string])),
  }
}

function run(settings: Partial<JudgeOrDoerSettings>, seed = 7): JudgeOrDoerResult {
  const all = { ...presets.quick, coupling: 0, examples: 30, worlds: 1, samples: 4, ...settings }
  const result = drain(startRun(experiment, all, seed))
  return finishRun(experiment, all, seed, result).result as JudgeOrDoerResult
}

describe('strings', () => {
  const gold = drawValues(chance('values'), 1)

  it('scores linearly in the features', () => {
    const batch = drawBatch(chance, ['linear'], { count: 5, copies: 1, length: 7 })
    for (let item = 0; item < 5; item++) {
      const features = new Float64Array(FEATURES)
      addFeatures(features, 0, 1, batch, item, item * 7)
      const direct = score(gold, batch, item, batch.strings, item * 7)
      expect(dot(gold, features)).toBeCloseTo(direct, 10)
    }
  })

  it('knows the mean over all strings', () => {
    const batch = exhaustive(4, 'mean')
    const scores = allStrings(4).map((string) => score(gold, batch, 0, string, 0))
    const mean = scores.reduce((sum, value) => sum + value, 0) / scores.length
    expect(meanScore(gold, batch, 0)).toBeCloseTo(mean, 10)
  })

  it('finds the best of all, also beyond the lengths that are published', () => {
    expect(viterbiMismatches(7, 3)).toBe(0)
  })

  it('finds no more by sampling than there is, and all of it with enough samples', () => {
    const batch = drawBatch(chance, ['sampling'], { count: 1, copies: 1, length: 3 })
    const best = score(gold, batch, 0, bestString(gold, batch, 0), 0)
    const found = [1, 8, 4000].map((samples) =>
      score(gold, batch, 0, bestSampled(gold, batch, 0, samples, chance('sample')), 0),
    )
    expect(found[0]).toBeLessThanOrEqual(found[1] as number)
    expect(found[1]).toBeLessThanOrEqual(best)
    expect(found[2]).toBeCloseTo(best, 10)
  })

  it('prefers by Bradley and Terry', () => {
    const pairs = drawBatch(chance, ['preferred'], { count: 4000, copies: 2, length: 1 })
    for (let i = 0; i < 4000; i++) {
      pairs.strings.set([0, 1], 2 * i)
      pairs.contexts.fill(0, i * WIDTH, (i + 1) * WIDTH)
      pairs.contexts[i * WIDTH] = 1
    }
    const weights = new Float64Array(FEATURES)
    weights[0] = Math.log(3)
    prefer(weights, pairs, chance('labels'))
    const first = pairs.strings.filter((symbol, i) => i % 2 === 0 && symbol === 0).length
    expect(Math.abs(first / 4000 - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / 4000))
  })
})

describe('the policy', () => {
  const policy = normals(policySize(2), 'policy')

  it('gives all strings together probability 1', () => {
    const values = logLikelihoods(policy, exhaustive(4, 'sum'))
    expect(values.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 10)
  })

  it('keeps its range on long strings and with large parameters', () => {
    const large = policy.map((value) => 40 * value)
    const batch = drawBatch(chance, ['long'], { count: 1, copies: 1, length: 400 })
    const value = logLikelihoods(large, batch)[0] as number
    expect(Number.isFinite(value)).toBe(true)
    const uniform = logLikelihoods(new Float64Array(policySize(2)), batch)[0]
    expect(uniform).toBeCloseTo(-400 * Math.log(4), 8)
  })

  it('agrees with a softmax written down from its definition', () => {
    const batch = drawBatch(chance, ['definition'], { count: 1, copies: 1, length: 5 })
    let expected = 0
    for (let t = 0; t < 5; t++) {
      const logits = [0, 1, 2, 3].map((symbol) => {
        const row = t === 0 ? 4 : (batch.strings[t - 1] as number)
        let logit = policy[72 + row * 4 + symbol] as number
        for (let ahead = 0; ahead <= 2 && t + ahead < 5; ahead++) {
          for (let d = 0; d < 6; d++) {
            const weight = policy[ahead * 24 + symbol * 6 + d] as number
            logit += weight * (batch.contexts[(t + ahead) * 6 + d] as number)
          }
        }
        return logit
      })
      const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0)
      expected += (logits[batch.strings[t] as number] as number) - Math.log(total)
    }
    expect(logLikelihoods(policy, batch)[0]).toBeCloseTo(expected, 10)
  })

  it('writes its likeliest string where predecessors do not matter', () => {
    const free = policy.slice().fill(0, 72)
    const batch = exhaustive(4, 'greedy')
    const values = logLikelihoods(free, batch)
    const top = 4 * values.indexOf(values.reduce((a, b) => Math.max(a, b)))
    expect(greedyString(free, batch, 0)).toEqual(batch.strings.slice(top, top + 4))
  })

  it.each([1, 2])('has the gradient of its loss, with %i strings to a context', (copies) => {
    const batch = drawBatch(chance, ['gradient', copies], { count: 3, copies, length: 4 })
    const loss = (at: Float64Array): number => {
      if (copies === 1) return -logLikelihoods(at, batch).reduce((sum, l) => sum + l, 0) / 3
      return logMargins(at, batch).reduce((sum, m) => sum + Math.log1p(Math.exp(-m)), 0) / 3
    }
    const gradient = new Float64Array(policy.length)
    policyGradient(batch, 0, false)(policy, gradient)
    for (let i = 0; i < policy.length; i++) {
      const up = policy.slice()
      const down = policy.slice()
      up[i] = (up[i] as number) + 1e-5
      down[i] = (down[i] as number) - 1e-5
      expect(gradient[i]).toBeCloseTo((loss(up) - loss(down)) / 2e-5, 6)
    }
  })

  it('learns tokens of a wording only from examples in it, where it is untied', () => {
    const pairs = drawBatch(chance, ['untied'], { count: 20, copies: 2, length: 4 })
    const how = { look: 0, prior: true, steps: 10, newShare: 0 }
    const size = policySize(0)
    const none = drain(fitPolicy(pairs, how))
    expect(none.subarray(size).every((value) => value === 0)).toBe(true)
    expect(none.subarray(0, size).some((value) => value !== 0)).toBe(true)
    const some = drain(fitPolicy(pairs, { ...how, newShare: 0.5 }))
    expect(some.subarray(size).some((value) => value !== 0)).toBe(true)
  })
})

describe('the new wording', () => {
  const wording = drawWording(chance('wording'), 0.7)

  it.each([FEATURES, policySize(0), policySize(2)])(
    'pulls gradients by the transpose of what lifts %i parameters',
    (size) => {
      const a = normals(size, 'a')
      const b = normals(size, 'b')
      const pulled = new Float64Array(size)
      pull(b, pulled, wording)
      expect(dot(lift(a, wording), b)).toBeCloseTo(dot(a, pulled), 9)
    },
  )

  it('is the old one to a trunk without blur', () => {
    const a = normals(policySize(1), 'plain')
    expect(lift(a, drawWording(chance('plain'), 0))).toEqual(a)
  })

  it('spreads its share of the examples evenly', () => {
    const count = (share: number, of: number): number =>
      Array.from({ length: of }, (_, item) => item).filter((item) => inWording(item, share)).length
    for (const share of [0, 0.05, 0.3, 0.5]) expect(count(share, 100)).toBe(Math.round(100 * share))
    expect(count(0.2, 10)).toBe(2)
  })

  it('teaches a judge what it teaches in the old one, where there is no blur', () => {
    const pairs = drawBatch(chance, ['same'], { count: 20, copies: 2, length: 4 })
    const clear = drawWording(chance('clear'), 0)
    const old = drain(fitJudge(pairs, clear, 0, 20))
    expect(drain(fitJudge(pairs, clear, 0.5, 20))).toEqual(old)
  })
})

describe('learning and its measures', () => {
  it('finds the bottom of a bowl', () => {
    const found = drain(
      minimise(2, 400, 0, 1, (at, gradient) => {
        gradient[0] = 3 * ((at[0] as number) - 0.4)
        gradient[1] = 0.2 * ((at[1] as number) + 1)
      }),
    )
    expect(found[0]).toBeCloseTo(0.4, 3)
    expect(found[1]).toBeCloseTo(-1, 3)
  })

  it('pauses by the work that is done', () => {
    const pauses = (cost: number): number => [...minimise(1, 100, 0, cost, () => {})].length
    expect(pauses(1)).toBe(0)
    expect(pauses(1e6)).toBe(50)
    expect(pauses(1e7)).toBe(100)
  })

  it.each([
    [3, 20],
    [6, 60],
  ])('has the risk of least squares with %i features and %i rows', (size, count) => {
    const risk = leastSquaresRisk(size, count, 400)
    expect(Math.abs(risk - knownRisk(size, count))).toBeLessThan(4 * riskError(size, count, 400))
  })

  it.each([-0.6, 0, 0.3, 0.95])('counts agreement of signs at correlation %f', (correlation) => {
    const known = 0.5 + Math.asin(correlation) / Math.PI
    expect(signAgreement(correlation)).toBeCloseTo(known, 10)
    expect(Math.abs(countedAgreement(correlation, 20_000) - known)).toBeLessThan(0.015)
  })

  it('sees nothing of a factor at the threshold', () => {
    expect(factorCorrelation(Math.sqrt(0.3), 0.3)).toBeCloseTo(0, 6)
    expect(factorCorrelation(0.4, 0.3)).toBe(0)
  })

  it('counts no preference as half', () => {
    const truth = Float64Array.of(1, -1, 2, -2)
    expect(pairAccuracy(truth, Float64Array.of(3, -1, -1, 0))).toBe(0.625)
  })

  it('sets exams whose random strings come to 0 and whose best to 1', () => {
    const gold = drawValues(chance('exam'), 1)
    const batch = drawBatch(chance, ['exam'], { count: 400, copies: 2, length: 5 })
    const { random, best } = setExam(gold, batch)
    let sum = 0
    for (let i = 0; i < 800; i++) sum += score(gold, batch, Math.floor(i / 2), batch.strings, 5 * i)
    expect(Math.abs((sum / 2 - random) / (best - random))).toBeLessThan(0.05)
  })

  it('counts the bits of a demonstration at most', () => {
    expect(equalDemonstrations(300, 6)).toBe(25)
    expect(equalDemonstrations(1000, 10)).toBe(50)
    expect(equalDemonstrations(1, 10)).toBe(1)
  })
})

describe('a run', () => {
  it('leaves earlier worlds as they were when worlds are added', () => {
    const [first] = run({ worlds: 1 }).worlds
    expect(run({ worlds: 2 }).worlds[0]).toEqual(first)
  })

  it('gives a smaller number of examples what it would be given alone', () => {
    const third = run({ examples: 30 }).worlds.map((trials) => trials[1])
    const alone = run({ examples: 10 }).worlds.map((trials) => trials[0])
    expect(alone.map((trial) => trial?.judge)).toEqual(third.map((trial) => trial?.judge))
  })

  it('adds an arm without coupling unless there is none', () => {
    expect(armsOf({ ...presets.published })).toHaveLength(4)
    expect(armsOf({ ...presets.published, coupling: 0 })).toHaveLength(3)
    const { worlds } = run({ coupling: 1 })
    const { worlds: apart } = run({ coupling: 0 })
    expect(worlds.map((trials) => trials[3])).toEqual(apart.map((trials) => trials[0]))
  })

  it('changes nothing by a wording without blur, to judge and tied doer', () => {
    for (const [trial] of run({ blur: 0 }).worlds) {
      expect(trial?.judge.newWording).toBe(trial?.judge.asTrained)
      expect(trial?.preferences.newWording).toBe(trial?.preferences.asTrained)
      expect(trial?.untied.newWording).toBe(0.5)
    }
  })

  it('teaches an untied doer the new wording where it is in the examples', () => {
    const [[trial] = []] = run({ seenNew: 0.5, examples: 300, coupling: 0 }).worlds
    expect(trial?.untied.newWording).toBeGreaterThan(0.65)
  })

  it.each([
    { examples: 10, length: 4, lookAhead: 0, blur: 1 },
    { examples: 10, length: 10, lookAhead: 2, coupling: 2, seenNew: 0.5, priorForDoer: false },
  ])('stays finite at the ends of its settings: %o', (settings) => {
    const result = run(settings)
    const all = { ...presets.quick, ...settings }
    expect(JSON.stringify(report(result, all))).not.toContain('null')
  })

  it('has nothing to show before the first world and no verdict from one', () => {
    const work = startRun(experiment, { ...presets.quick, examples: 10, worlds: 3 }, 1)
    let before = 0
    for (;;) {
      const next = work.next()
      if (next.done) throw new Error('Expected a first world before the end')
      const { fraction } = next.value
      expect(fraction).toBeGreaterThanOrEqual(before)
      before = fraction
      const first = next.value.soFar() as JudgeOrDoerResult | undefined
      expect(first === undefined).toBe(fraction < 0.33)
      if (first === undefined) continue
      expect(first.worlds).toHaveLength(1)
      expect(report(first, presets.quick).verdict.label).toBe('inconclusive')
      break
    }
  })
})

describe('the report', () => {
  const measures = (d1: number, d2: number, lead: number) => ({
    extraUnderNewWording: { label: '', value: d1, halfWidth: 0.1 },
    equalBitsAdvantage: { label: '', value: d2, halfWidth: 0.1 },
    rankingLead: { label: '', value: lead, halfWidth: 0.1 },
  })
  const label = (d1: number, d2: number, lead: number) =>
    verdictOf(measures(d1, d2, lead), 8).label

  it('supports only where both intervals are above 0', () => {
    expect(label(0.2, 0.2, 0)).toBe('supports')
    expect(label(0.1, 0.2, 0)).not.toBe('supports')
    expect(label(0.2, 0.1, 0)).toBe('mixed')
    expect(label(0.2, -0.2, 0.2)).toBe('mixed')
  })

  it('counts against where doing wins and the lead does not grow', () => {
    expect(label(0, -0.2, 0.5)).toBe('against')
    expect(label(0.1, -0.2, 0.5)).toBe('against')
    expect(label(-0.2, -0.2, 0.5)).toBe('against')
    expect(label(-0.2, -0.1, 0.5)).toBe('mixed')
  })

  it('is inconclusive only where nothing is told or there are too few worlds', () => {
    expect(label(0, 0, 0)).toBe('inconclusive')
    expect(label(0, 0, 0.2)).toBe('mixed')
    expect(label(0, 0.2, 0)).toBe('mixed')
    expect(verdictOf(measures(1, 1, 1), 2).label).toBe('inconclusive')
  })

  it('pairs differences by world', () => {
    const ranks = (value: number) => ({
      asTrained: value,
      longer: value,
      newWording: value,
      nearBest: value,
    })
    const acts = (planned: number, equalBits: number) => ({
      planned,
      sampled: 0.1,
      preferences: 0.2,
      demonstrations: 0.3,
      equalBits,
    })
    const trial = (shift: number): Trial => ({
      judge: { ...ranks(0.8 + shift), newWording: 0.9 + shift },
      preferences: ranks(0.7 + shift),
      demonstrations: ranks(0.6),
      untied: { ...ranks(0.7 + shift), newWording: 0.5 },
      acts: acts(0.9 + shift, 0.8 + shift),
      actsLonger: acts(0, 0),
    })
    const worlds = [-0.05, 0, 0.05].map((shift) => [trial(shift), trial(0), trial(0), trial(0)])
    const result = { arms: armsOf(presets.published), worlds }
    const made = report(result, presets.published)
    const { extraUnderNewWording, equalBitsAdvantage, extraWhenUntied } = made.measures
    expect(extraUnderNewWording?.value).toBeCloseTo(0.1, 10)
    expect(extraUnderNewWording?.halfWidth).toBeCloseTo(0, 10)
    expect(equalBitsAdvantage?.value).toBeCloseTo(0.1, 10)
    expect(extraWhenUntied?.value).toBeCloseTo(0.9 - 0.5 - 0.1, 10)
    expect(made.verdict.label).toBe('supports')
    expect(made.charts[0]?.series.map(({ points }) => points.length)).toEqual([3, 3, 3, 3, 3])
    expect(made.charts[0]?.series[3]?.points.map(({ x }) => x)).toEqual([36, 96, 300])
  })
})

import { describe, expect, it } from 'vitest'
import { measureSat, miniSat } from '../../scripts/bench/sat.ts'
import type { BranchingRule } from '../../src/experiments/checking-and-finding/branching.ts'
import {
  breakingPoint,
  crossoverOf,
  satisfiableShare,
  sequenceLength,
} from '../../src/experiments/checking-and-finding/crossover.ts'
import {
  check,
  countSolutions,
  firstClauses,
  type Formula,
  publishedCrossover,
  randomFormula,
} from '../../src/experiments/checking-and-finding/formulas.ts'
import {
  bendOf,
  medianOf,
  ratioOf,
  slopeOf,
} from '../../src/experiments/checking-and-finding/growth.ts'
import {
  chanceOfMiss,
  choose,
  expectedSolutions,
  samplesToKnow,
  varianceOfSolutions,
} from '../../src/experiments/checking-and-finding/identities.ts'
import {
  distanceFromPublished,
  miniSatFound,
  oracleFormula,
  recordedBit,
} from '../../src/experiments/checking-and-finding/known-answers.ts'
import {
  type CheckingResult,
  emptyResult,
  run,
} from '../../src/experiments/checking-and-finding/model.ts'
import { report, verdictOf } from '../../src/experiments/checking-and-finding/report.ts'
import { presets } from '../../src/experiments/checking-and-finding/settings.ts'
import { Search, solve } from '../../src/experiments/checking-and-finding/solver.ts'
import {
  clauseState,
  stepperDefaults,
  traceOf,
} from '../../src/experiments/checking-and-finding/stepper.ts'
import type { Step } from '../../src/experiments/contract.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'

const chance = chanceOf('test-checking-and-finding', 1, 1)
const rules: readonly BranchingRule[] = ['weighted', 'first', 'random']

/** A formula from signed literals with variables from 1. */
function formulaOf(variables: number, clauses: readonly (readonly number[])[]): Formula {
  const literals = clauses.flat().map((x) => 2 * (Math.abs(x) - 1) + (x < 0 ? 1 : 0))
  return { variables, clauses: clauses.length, literals: Int32Array.from(literals) }
}

const allSigns = [0, 1, 2, 3, 4, 5, 6, 7].map((code) =>
  [1, 2, 3].map((v) => (((code >> (v - 1)) & 1) === 1 ? v : -v)),
)

function isSatisfiable(formula: Formula, rule: BranchingRule = 'weighted'): boolean {
  return solve(formula, { rule, random: chance('branching') }).outcome === 'satisfiable'
}

describe('the search', () => {
  it.each(miniSatFound)('agrees with MiniSat on 100 formulas of %i variables', (n, bits) => {
    let satisfiable = 0
    for (let i = 0; i < 100; i++) {
      const formula = oracleFormula(n, i)
      const theirs = miniSat(formula)
      const ours = solve(formula, { rule: 'weighted' })
      expect(ours.outcome === 'satisfiable').toBe(theirs.satisfiable)
      expect(recordedBit(bits, i)).toBe(theirs.satisfiable)
      if (!theirs.satisfiable) continue
      satisfiable++
      expect(check(formula, ours.assignment()).violated).toBe(-1)
      expect(check(formula, theirs.assignment as Uint8Array).violated).toBe(-1)
    }
    expect(satisfiable).toBeGreaterThan(25)
    expect(satisfiable).toBeLessThan(75)
  })

  it.each(rules)('agrees with trial of all assignments when it branches by %s', (rule) => {
    for (let i = 0; i < 60; i++) {
      const formula = randomFormula(9, 30 + (i % 25), chance('brute', i))
      expect(isSatisfiable(formula, rule)).toBe(countSolutions(formula) > 0)
    }
  })

  it('does not depend on names: clauses, variables and signs may change places', () => {
    for (let i = 0; i < 40; i++) {
      const formula = randomFormula(20, 91, chance('names', i))
      const random = chance('names', i, 'flips')
      const flips = Array.from({ length: 20 }, () => random.below(2))
      const literals = formula.literals
        .map((literal) => 2 * (19 - (literal >> 1)) + ((literal & 1) ^ (flips[literal >> 1] ?? 0)))
        .reverse()
      expect(isSatisfiable({ ...formula, literals })).toBe(isSatisfiable(formula))
    }
  })

  it('is the same in one go and in small pieces', () => {
    const formula = randomFormula(50, 217, chance('pieces'))
    const whole = solve(formula, { rule: 'weighted' })
    const pieces = new Search(formula, { rule: 'weighted' })
    let pauses = 0
    while (!pieces.advance(50)) pauses++
    expect(pauses).toBeGreaterThan(10)
    expect([pieces.outcome, pieces.reads, pieces.nodes]).toEqual([
      whole.outcome,
      whole.reads,
      whole.nodes,
    ])
  })

  it('counts its work', () => {
    const one = solve(formulaOf(3, [[1, 2, 3]]), { rule: 'first' })
    expect([one.outcome, one.nodes, one.reads]).toEqual(['satisfiable', 2, 1])
    // x1, then x2 on either side fails at once: root, 2 and 4 nodes.
    const none = solve(formulaOf(3, allSigns), { rule: 'first' })
    expect([none.outcome, none.nodes]).toEqual(['unsatisfiable', 7])
    const capped = solve(formulaOf(3, allSigns), { rule: 'first', mostNodes: 3 })
    expect([capped.outcome, capped.nodes]).toEqual(['given up', 3])
  })
})

describe('formulas', () => {
  it('have three different variables a clause and every literal alike often', () => {
    const { literals, clauses } = randomFormula(8, 16_000, chance('uniform'))
    const counts = new Array<number>(16).fill(0)
    for (let c = 0; c < clauses; c++) {
      const clause = [...literals.subarray(3 * c, 3 * c + 3)]
      expect(new Set(clause.map((literal) => literal >> 1)).size).toBe(3)
      for (const literal of clause) counts[literal] = (counts[literal] ?? 0) + 1
    }
    const expected = 3000
    const chiSquare = counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
    expect(chiSquare).toBeLessThan(45)
  })

  it('are checked clause by clause, up to the first true literal', () => {
    const formula = formulaOf(4, [
      [1, 2, 3],
      [-1, 2, 4],
      [-1, -2, -3],
    ])
    expect(check(formula, [1, 1, 1, 0])).toEqual({ violated: 2, reads: 1 + 2 + 3 })
    expect(check(formula, [0, 0, 1, 0])).toEqual({ violated: -1, reads: 3 + 1 + 1 })
  })
})

describe('the crossover', () => {
  function finish(sequence: Formula): number {
    const search = breakingPoint(sequence)
    for (;;) {
      const next = search.next()
      if (next.done) return next.value
    }
  }

  it('finds the first clause too many, as trial of all assignments does', () => {
    for (let i = 0; i < 20; i++) {
      const sequence = randomFormula(8, sequenceLength(8), chance('breaking', i))
      const breaking = finish(sequence)
      expect(countSolutions(firstClauses(sequence, breaking))).toBe(0)
      expect(countSolutions(firstClauses(sequence, breaking - 1))).toBeGreaterThan(0)
    }
  })

  it('finds it where MiniSat does', () => {
    for (let i = 0; i < 5; i++) {
      const sequence = randomFormula(50, sequenceLength(50), chance('breaking', 50, i))
      const breaking = finish(sequence)
      expect(miniSat(firstClauses(sequence, breaking)).satisfiable).toBe(false)
      expect(miniSat(firstClauses(sequence, breaking - 1)).satisfiable).toBe(true)
    }
  })

  it('says one more where all clauses can be satisfied', () => {
    expect(finish(randomFormula(30, 40, chance('easy')))).toBe(41)
  })

  it('is where the share of satisfiable formulas is half', () => {
    expect(crossoverOf([4, 4, 6, 6])).toBe(5)
    expect(crossoverOf([5, 5, 5, 5])).toBe(4.5)
    const breaking = [3, 5, 5, 8, 9, 9, 12]
    const at = crossoverOf(breaking)
    expect(satisfiableShare(breaking, Math.floor(at))).toBeGreaterThanOrEqual(0.5)
    expect(satisfiableShare(breaking, Math.ceil(at))).toBeLessThan(0.5)
  })

  it('meets the published fit at sizes beside those that are listed', () => {
    expect(distanceFromPublished(40, publishedCrossover(40), 150)).toBe(0)
    expect(distanceFromPublished(60, publishedCrossover(60), 150)).toBe(0)
  })

  it('would not meet a wrong value', () => {
    expect(distanceFromPublished(50, 4.7, 150)).toBeGreaterThan(0.1)
  })
})

describe('identities', () => {
  it('give the moments of the number of solutions over all formulas', () => {
    const clauses = [1, 2, 3, 4].flatMap((left) => {
      const variables = [1, 2, 3, 4].filter((v) => v !== left)
      return allSigns.map((signs) => signs.map((x, k) => Math.sign(x) * (variables[k] ?? 0)))
    })
    const counts = clauses.flatMap((a) => clauses.map((b) => countSolutions(formulaOf(4, [a, b]))))
    const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length
    const variance = counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / counts.length
    expect(expectedSolutions(4, 2)).toBeCloseTo(mean, 12)
    expect(varianceOfSolutions(4, 2)).toBeCloseTo(variance, 10)
    expect(varianceOfSolutions(5, 1)).toBeCloseTo(0, 10)
    expect(expectedSolutions(20, 91)).toBeCloseTo(2 ** 20 * (7 / 8) ** 91, 8)
  })

  it('give the samples that an average takes', () => {
    expect(samplesToKnow(0.05, 0.1)).toBeCloseTo(Math.log(20) / 0.005, 9)
    expect(samplesToKnow(0.05, 0.1) / samplesToKnow(0.1, 0.1)).toBeCloseTo(4, 12)
    // Of four throws of a fair coin, 0 or 4 heads miss by a half.
    expect(chanceOfMiss(4, 0.5, 0.5)).toBeCloseTo(1 / 8, 12)
    expect(chanceOfMiss(10, 0.3, 0)).toBeCloseTo(1, 12)
    expect(choose(52, 5)).toBe(2_598_960)
  })
})

describe('growth', () => {
  it('is the slope of the line that the values lie on', () => {
    const groups = [20, 30, 50].map((x) => ({ x, values: [1 + 0.05 * x, 1 + 0.05 * x] }))
    const slope = slopeOf(groups)
    expect(slope?.value).toBeCloseTo(0.05, 12)
    expect(slope?.halfWidth).toBeCloseTo(0, 9)
    expect(slopeOf(groups.slice(0, 1))).toBeUndefined()
    expect(slopeOf([{ x: 1, values: [2] }, ...groups.slice(0, 1)])).toBeUndefined()
  })

  it('of two groups is the difference of their means, with Welch’s error', () => {
    const slope = slopeOf([
      { x: 0, values: [1, 3] },
      { x: 1, values: [5, 5, 8] },
    ])
    expect(slope?.value).toBeCloseTo(4, 12)
    // Variances 2 / 2 and 3 / 3; Student's t at 3 degrees of freedom.
    expect(slope?.halfWidth).toBeCloseTo(3.18244630528 * Math.SQRT2, 8)
  })

  it('covers the true slope in about 95 % of samples', () => {
    let covered = 0
    for (let i = 0; i < 400; i++) {
      const random = chance('cover', i)
      const groups = [20, 40, 60, 80].map((x) => ({
        x,
        values: Array.from({ length: 15 }, () => 0.04 * x + (x / 40) * random.normal()),
      }))
      const slope = slopeOf(groups)
      if (slope && Math.abs(slope.value - 0.04) <= slope.halfWidth) covered++
    }
    expect(covered).toBeGreaterThan(364)
    expect(covered).toBeLessThan(396)
  })

  it('bends down where it is polynomial', () => {
    const groups = [20, 30, 40, 50, 60, 70].map((x) => ({
      x,
      values: [3 * Math.log2(x), 3 * Math.log2(x)],
    }))
    expect(bendOf(groups)?.value).toBeLessThan(-0.01)
  })

  it('has medians whose interval has the coverage of the binomial', () => {
    const middle = medianOf(Array.from({ length: 100 }, (_, i) => i + 1))
    expect(middle).toEqual({ value: 50.5, low: 40, high: 61 })
    expect(medianOf([7])).toEqual({ value: 7, low: 7, high: 7 })
    expect(medianOf([])).toBeUndefined()
  })

  it('has ratios of geometric means', () => {
    const ratio = ratioOf([8, 8, 8], [2, 2])
    expect(ratio?.value).toBeCloseTo(4, 12)
    expect(ratioOf([8], [2, 2])).toBeUndefined()
  })
})

const small = { ...presets.quick, largest: 40, instances: 20, sequences: 20 }

function finishRun(settings: typeof small, seed: number) {
  const steps: Step<CheckingResult>[] = []
  const running = run(settings, chanceOf('checking-and-finding', 1, seed))
  for (;;) {
    const next = running.next()
    if (next.done) return { result: next.value, steps }
    steps.push(next.value)
  }
}

describe('a run', () => {
  it('keeps earlier formulas and sequences when more are added', () => {
    const fewer = finishRun(small, 1).result
    const more = finishRun({ ...small, instances: 30, sequences: 30 }, 1).result
    for (const [i, cell] of fewer.map.entries()) {
      expect(more.map[i]?.gaps.slice(0, cell.gaps.length)).toEqual(cell.gaps)
    }
    for (const [i, { found, refuted }] of fewer.growth.entries()) {
      const cell = more.growth[i]
      expect(cell?.found.reads.slice(0, found.reads.length)).toEqual(found.reads)
      expect(cell?.refuted.nodes.slice(0, refuted.nodes.length)).toEqual(refuted.nodes)
    }
    for (const [i, { breaking }] of fewer.crossovers.entries()) {
      expect(more.crossovers[i]?.breaking.slice(0, 20)).toEqual(breaking)
    }
  })

  it('pauses after each formula, and says how far it is', () => {
    const { result, steps } = finishRun(small, 2)
    const cells = result.growth.length + result.map.length
    expect(steps.length).toBeGreaterThan(20 * cells + 20 * 3)
    const fractions = steps.map(({ fraction }) => fraction)
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    expect(fractions.at(-1)).toBe(1)
  })

  it('hands over partial results that stay as they were', () => {
    const running = run(small, chanceOf('checking-and-finding', 1, 3))
    let partial = (running.next().value as Step<CheckingResult>).soFar()
    expect(partial).toBeUndefined()
    while (partial === undefined) partial = (running.next().value as Step<CheckingResult>).soFar()
    const before = JSON.stringify(partial)
    const { sentence } = report(partial, small)
    for (let i = 0; i < 200; i++) running.next()
    expect(JSON.stringify(partial)).toBe(before)
    expect(sentence).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('the report', () => {
  const slope = (value: number, halfWidth: number) => ({ label: 'slope', value, halfWidth })
  const share = (value: number) => ({ label: 'share', value })

  it('supports only where the whole interval is above zero', () => {
    const label = (value: number, half: number, givenUp: number) =>
      verdictOf({ findSlope: slope(value, half), givenUpShare: share(givenUp) }).label
    expect(label(0.04, 0.01, 0)).toBe('supports')
    expect(label(0.04, 0.01, 0.5)).toBe('supports')
    expect(label(0.04, 0.04, 0)).toBe('against')
    expect(label(-0.04, 0.01, 0)).toBe('against')
    expect(label(0.04, 0.04, 0.05)).toBe('against')
    expect(label(0.04, 0.04, 0.051)).toBe('inconclusive')
    expect(verdictOf({ givenUpShare: share(0) }).label).toBe('inconclusive')
    expect(verdictOf({}).label).toBe('inconclusive')
  })

  it('names only measures that it has', () => {
    const { result } = finishRun(small, 4)
    for (const at of [result, emptyResult(small)]) {
      const { verdict, measures } = report(at, small)
      for (const name of verdict.measures) expect(Object.keys(measures)).toContain(name)
    }
  })

  it('stands where nothing can be satisfied and where everything can', () => {
    const tight = { ...small, ratio: 8, followCrossover: false }
    const none = report(finishRun(tight, 5).result, tight)
    expect(none.verdict.label).toBe('inconclusive')
    expect(none.sentence).toMatch(/no formula of 40 variables has been satisfied/)
    const loose = { ...small, ratio: 1, followCrossover: false }
    const all = report(finishRun(loose, 5).result, loose)
    expect(all.measures['refuteOverFind']).toBeUndefined()
    expect(all.verdict.label).toBe('against')
  })

  it('reads the slope off hand-made work: twice as much every ten variables', () => {
    const result = emptyResult(small)
    for (const [i, { found }] of result.growth.entries()) {
      found.reads.push(100 * 2 ** i, 100 * 2 ** i)
      found.nodes.push(1, 1)
      found.checked.push(50, 50)
    }
    const { measures, sentence } = report(result, small)
    expect(measures['findSlope']?.value).toBeCloseTo(0.1, 10)
    expect(sentence).toContain('doubles with every 10 variables')
  })
})

describe('the stepper', () => {
  it('tells a search that a reader can verify at each step', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const branching = rules[seed % 3] ?? 'weighted'
      const trace = traceOf({ variables: 7, ratio: 4 + (seed % 5) / 2, branching }, seed)
      for (const [i, step] of trace.steps.entries()) {
        const before = trace.steps[i - 1]?.assigned ?? []
        const clause = trace.clauses[step.clause ?? -1] ?? []
        if (step.kind === 'propagate') {
          expect(clauseState(clause, before)).toBe('forcing')
          expect(clause).toContain(step.literal)
          expect(step.assigned).toEqual([...before, step.literal])
        }
        if (step.kind === 'conflict') expect(clauseState(clause, step.assigned)).toBe('violated')
        if (step.kind === 'backtrack') {
          expect(-(step.literal ?? 0)).toBe(trace.steps[i - 1]?.open.at(-1))
          expect(step.assigned.at(-1)).toBe(step.literal)
        }
        expect(new Set(step.assigned.map(Math.abs)).size).toBe(step.assigned.length)
      }
    }
  })

  it('ends in the truth', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const trace = traceOf({ variables: 8, ratio: 5, branching: 'weighted' }, seed)
      const formula = formulaOf(trace.variables, trace.clauses)
      const last = trace.steps.at(-1)
      expect(trace.satisfiable).toBe(countSolutions(formula) > 0)
      expect(last?.kind).toBe(trace.satisfiable ? 'solution' : 'refuted')
      if (!trace.satisfiable) continue
      for (const clause of trace.clauses) {
        expect(clauseState(clause, last?.assigned ?? [])).toBe('satisfied')
      }
    }
  })

  it('is plain data and the same each time', () => {
    const trace = traceOf(stepperDefaults, 7)
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace)
    expect(traceOf(stepperDefaults, 7)).toEqual(trace)
    expect(trace.steps[0]?.kind).toBe('start')
    expect(traceOf(stepperDefaults, 8).clauses).not.toEqual(trace.clauses)
  })
})

describe('the comparison with MiniSat', () => {
  it('reads MiniSat’s own counts', () => {
    const { satisfiable, counts } = miniSat(formulaOf(3, allSigns))
    expect(satisfiable).toBe(false)
    // Two sides of a first branch have to fail, and the solver learns at least once on the way.
    expect(counts.conflicts).toBeGreaterThanOrEqual(2)
    expect(counts.conflicts).toBeLessThanOrEqual(4)
    expect(miniSat(formulaOf(3, [[1, 2, 3]])).counts.conflicts).toBe(0)
  })

  it('grows for both and never disagrees', () => {
    const [few, many] = measureSat([20, 60], 15)
    expect(few?.disagreements).toBe(0)
    expect(many?.disagreements).toBe(0)
    expect(many?.miniSatConflicts).toBeGreaterThan(few?.miniSatConflicts ?? Infinity)
    expect(many?.ourConflicts).toBeGreaterThan(few?.ourConflicts ?? Infinity)
  })
})

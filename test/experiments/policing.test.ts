import { describe, expect, it } from 'vitest'
import type { Random, Run } from '../../src/experiments/contract.ts'
import {
  lnFixation,
  lnGenerations,
  longRun,
  longRunShare,
  majorityOf,
  ratesOf,
  startOf,
  tippingShare,
  type Process,
} from '../../src/experiments/policing/birth-death.ts'
import experiment from '../../src/experiments/policing/experiment.ts'
import {
  gainOfSize,
  policingNeeded,
  run,
  type PolicingResult,
} from '../../src/experiments/policing/model.ts'
import { report } from '../../src/experiments/policing/report.ts'
import { presets } from '../../src/experiments/policing/settings.ts'
import {
  countTakeovers,
  generationsTaken,
  history,
} from '../../src/experiments/policing/simulate.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { drain } from '../../src/core/drain.ts'

const policed: Process = { agents: 7, advantage: 1.3, policing: 0.6, tax: 0.2, mutation: 0.02 }
const chance = chanceOf('test', 1, 7)

/** Solves a small linear system by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number])
  for (let col = 0; col < rows.length; col++) {
    const pivot = rows.slice(col).reduce((best, row) => {
      return Math.abs(row[col] as number) > Math.abs(best[col] as number) ? row : best
    })
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(col, 0, pivot)
    rows.forEach((row, i) => {
      if (i === col) return
      const by = (row[col] as number) / (pivot[col] as number)
      row.forEach((_, j) => (row[j] = (row[j] as number) - by * (pivot[j] as number)))
    })
  }
  return rows.map((row, i) => (row.at(-1) as number) / (row[i] as number))
}

/** The transition matrix, written from the words of the Moran process and not from its rates. */
function transitions({ agents, advantage, policing, tax, mutation }: Process): number[][] {
  const all = Array.from({ length: agents + 1 }, (_, k) => k)
  return all.map((k) => {
    const row = all.map(() => 0)
    const kinds = Array.from({ length: agents }, (_, i) => i < k)
    const fitness = kinds.map((bad) =>
      bad
        ? advantage * Math.exp(-policing * (kinds.filter((b) => !b).length / (agents - 1)))
        : 1 - tax * policing,
    )
    const total = fitness.reduce((a, b) => a + b)
    kinds.forEach((parent, i) => {
      for (const dead of kinds) {
        for (const flips of [false, true]) {
          const child = parent !== flips
          const share = (fitness[i] as number) / total / agents
          const to = k + Number(child) - Number(dead)
          row[to] = (row[to] as number) + share * (flips ? mutation : 1 - mutation)
        }
      }
    })
    return row
  })
}

/** The first result that a run hands over. */
function firstOf(steps: Run<PolicingResult>): PolicingResult {
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
    const soFar = next.value.soFar()
    if (soFar !== undefined) return soFar
  }
}

describe('the exact chain', () => {
  it('has the rates of the process in words', () => {
    const matrix = transitions(policed)
    const { up, down } = ratesOf(policed)
    matrix.forEach((row, k) => {
      expect(up[k]).toBeCloseTo(row[k + 1] ?? 0, 14)
      expect(down[k]).toBeCloseTo(row[k - 1] ?? 0, 14)
    })
  })

  it('gives the takeover chance that the linear equations give', () => {
    const faithful = { ...policed, mutation: 0 }
    const matrix = transitions(faithful)
    const inner = matrix.slice(1, -1)
    const equations = inner.map((row, i) =>
      row.slice(1, -1).map((p, j) => (i === j ? 1 - p : -p)),
    )
    const toAll = inner.map((row) => row.at(-1) as number)
    expect(Math.exp(lnFixation(faithful))).toBeCloseTo(solve(equations, toAll)[0] as number, 13)
  })

  it('gives the time to a majority that the linear equations give', () => {
    const goal = majorityOf(policed.agents)
    const equations = transitions(policed)
      .slice(0, goal)
      .map((row, i) => row.slice(0, goal).map((p, j) => (i === j ? 1 - p : -p)))
    const births = solve(equations, equations.map(() => 1))
    births.forEach((expected, start) => {
      const ours = Math.exp(lnGenerations(policed, start, goal)) * policed.agents
      expect(ours / expected).toBeCloseTo(1, 11)
    })
  })

  it('gives a long run that one more birth leaves as it is', () => {
    const law = longRun(policed)
    const after = transitions(policed).reduce(
      (sum, row, k) => sum.map((s, j) => s + (law[k] as number) * (row[j] as number)),
      Array.from(law, () => 0),
    )
    after.forEach((p, k) => expect(p).toBeCloseTo(law[k] as number, 14))
    expect(law.reduce((a, b) => a + b)).toBeCloseTo(1, 14)
  })

  it.each([
    [2, 3],
    [7, 0.6],
    [33, 1.37],
    [150, 1.01],
    [400, 0.9],
  ])('equals the closed form for %i agents of advantage %f', (agents, advantage) => {
    const closed = (1 - 1 / advantage) / (1 - 1 / advantage ** agents)
    const of = { agents, advantage, policing: 0, tax: 0, mutation: 0 }
    expect(Math.exp(lnFixation(of)) / closed).toBeCloseTo(1, 10)
  })

  it('treats both kinds alike where nothing tells them apart', () => {
    const alike = { agents: 31, advantage: 1, policing: 0, tax: 0, mutation: 0.004 }
    expect(longRunShare(alike)).toBeCloseTo(0.5, 12)
    const law = longRun(alike)
    law.forEach((p, k) => expect(p).toBeCloseTo(law[31 - k] as number, 12))
  })

  it('has the tipping share where both kinds are equally fit', () => {
    const large = { agents: 1001, advantage: 1.3, policing: 0.7, tax: 0.1, mutation: 0 }
    const tipping = tippingShare(large) as number
    const policedBy = 1 - tipping
    expect(1.3 * Math.exp(-0.7 * policedBy)).toBeCloseTo(1 - 0.7 * 0.1, 12)
    expect(tippingShare({ ...large, policing: 0 })).toBeNull()
  })

  it('stays finite in logarithms where the numbers themselves would not', () => {
    const fortress = { agents: 800, advantage: 0.5, policing: 1.5, tax: 0, mutation: 1e-5 }
    const time = lnGenerations(fortress, 0, majorityOf(800))
    expect(time).toBeGreaterThan(Math.log(Number.MAX_VALUE))
    expect(Number.isFinite(time)).toBe(true)
    expect(Number.isFinite(lnFixation(fortress))).toBe(true)
  })

  it('starts below half for every share that can be set', () => {
    for (let agents = 3; agents <= 800; agents++) {
      expect(startOf(agents, 0.45)).toBeLessThan(majorityOf(agents))
    }
    expect(startOf(100, 0.29)).toBe(29)
  })
})

describe('the simulation', () => {
  const streams = (run: number) => chance('runs', run)

  it('takes as long as the chain expects', () => {
    const runs = 4000
    const taken = drain(generationsTaken(policed, 0, 4, runs, streams))
    const mean = taken.reduce((a, b) => a + b) / runs
    const spread = Math.sqrt(taken.reduce((a, b) => a + (b - mean) ** 2, 0) / runs / runs)
    const exact = Math.exp(lnGenerations(policed, 0, 4))
    expect(Math.abs(mean - exact)).toBeLessThan(4 * spread)
  })

  it('leaves earlier histories as they are when more are added', () => {
    const few = drain(generationsTaken(policed, 0, 4, 5, streams))
    const many = drain(generationsTaken(policed, 0, 4, 12, streams))
    expect(many.slice(0, 5)).toEqual(few)
    const counts = [1, 2, 3, 40, 41].map((runs) => drain(countTakeovers(policed, runs, streams)))
    counts.slice(1).forEach((count, i) => expect(count).toBeGreaterThanOrEqual(counts[i] as number))
  })

  it('pauses after a bounded number of births', () => {
    let draws = 0
    const uniform = () => ((draws++ % 97) + 0.5) / 97
    const middle: Random = { uniform, normal: () => 0, below: () => 0 }
    const slow = { ...policed, agents: 200, advantage: 0.5, mutation: 1e-5 }
    const steps = generationsTaken(slow, 0, 101, 1, () => middle)
    for (let pause = 0; pause < 3; pause++) {
      draws = 0
      expect(steps.next().done).toBe(false)
      expect(draws).toBeLessThanOrEqual(1_000_000)
    }
  })

  it('follows one history in whole agents', () => {
    const shares = history(policed, 3, 20, 2, chance('history'))
    expect(shares).toHaveLength(20)
    expect(shares[0]).toBeCloseTo(3 / 7, 14)
    for (const share of shares) expect((share * 7) % 1).toBeCloseTo(0, 9)
  })
})

describe('policingNeeded', () => {
  const settings = presets.published

  it('is where a larger population begins to hold longer', () => {
    const needed = policingNeeded(settings) as number
    expect(gainOfSize(settings, needed - 1e-5)).toBeLessThan(0)
    expect(gainOfSize(settings, needed + 1e-6)).toBeGreaterThan(0)
  })

  it('is nothing where misalignment is a handicap, and null where no strength is enough', () => {
    expect(policingNeeded({ ...settings, advantage: 0.5 })).toBe(0)
    expect(policingNeeded({ ...settings, advantage: 2, tax: 0.3 })).toBeNull()
  })
})

describe('the report', () => {
  const settings = { ...presets.quick, runs: 500 }
  const exact = firstOf(run(settings, chance))

  function withGain(gain: number): PolicingResult {
    const times = exact.times.map((cell) =>
      cell.agents === 4 * settings.agents
        ? { ...cell, log10Generations: 2 + gain }
        : { ...cell, log10Generations: 2 },
    )
    return { ...exact, times }
  }

  it.each([
    [0.001, 'supports'],
    [0, 'inconclusive'],
    [-0.001, 'against'],
  ])('turns a gain of %f into “%s”', (gain, label) => {
    expect(report(withGain(gain), settings).verdict.label).toBe(label)
  })

  it('names only measures that it has, and gives a table to each chart', () => {
    const said = report(exact, settings)
    for (const name of said.verdict.measures) expect(said.measures).toHaveProperty(name)
    expect(said.tables).toHaveLength(said.charts.length)
    expect(said.sentence).toContain('80')
  })

  it('is the same before and after the simulation, but for what is simulated', () => {
    const before = report(exact, settings)
    const after = report(drain(run(settings, chance)), settings)
    expect(after.measures).toEqual(before.measures)
    expect(after.charts[0]?.series.map(({ name }) => name)).toContain('simulated')
    expect(before.charts[0]?.series.map(({ name }) => name)).not.toContain('simulated')
  })

  it.each(Object.entries(experiment.presets))('has at most six series for %s', (_, preset) => {
    const partial = firstOf(experiment.run(preset, chance) as Run<PolicingResult>)
    for (const chart of experiment.report(partial, preset).charts) {
      expect(chart.series.length).toBeLessThanOrEqual(6)
    }
  })
})

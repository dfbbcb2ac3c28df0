import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countCycles,
  cycleCounts,
  limitOfCycles,
  shareOf,
} from '../../src/experiments/aggregation/enumerate.ts'
import experiment from '../../src/experiments/aggregation/experiment.ts'
import { run, type AggregationResult, type Cell } from '../../src/experiments/aggregation/model.ts'
import { report } from '../../src/experiments/aggregation/report.ts'
import { winnersOf } from '../../src/experiments/aggregation/rules.ts'
import { presets } from '../../src/experiments/aggregation/settings.ts'
import {
  ballotsFor,
  drawBallots,
  type Ballots,
  type Society,
} from '../../src/experiments/aggregation/societies.ts'
import { emptyTally, tallyElections } from '../../src/experiments/aggregation/tally.ts'
import type { Run } from '../../src/experiments/contract.ts'
import { chanceOf } from '../../src/experiments/lib/random.ts'
import { drain } from '../../src/core/drain.ts'

const chance = chanceOf('test', 1, 9)

function ballotsOf(rankings: readonly (readonly number[])[]): Ballots {
  const options = rankings[0]?.length ?? 0
  return { voters: rankings.length, options, order: Uint8Array.from(rankings.flat()) }
}

function rankingsOf({ voters, options, order }: Ballots): number[][] {
  return Array.from({ length: voters }, (_, v) => [
    ...order.slice(v * options, (v + 1) * options),
  ])
}

const sixOrders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
]

const profiles = fc
  .record({ options: fc.integer({ min: 3, max: 6 }), half: fc.integer({ min: 1, max: 6 }) })
  .chain(({ options, half }) => {
    const all = Array.from({ length: options }, (_, i) => i)
    const ranking = fc.shuffledSubarray(all, { minLength: options, maxLength: options })
    return fc.array(ranking, { minLength: 2 * half + 1, maxLength: 2 * half + 1 })
  })

/** The rules again, in the plainest words. */
function plainly(rankings: readonly (readonly number[])[]) {
  const options = [...(rankings[0] ?? [])].sort((a, b) => a - b)
  const prefer = (a: number, b: number) =>
    rankings.filter((r) => r.indexOf(a) < r.indexOf(b)).length > rankings.length / 2
  const best = (score: (option: number) => number, among = options) =>
    among.reduce((a, b) => (score(b) > score(a) ? b : a))
  const firsts = (option: number, among: readonly number[]) =>
    rankings.filter((r) => r.find((o) => among.includes(o)) === option).length
  let left = options
  while (left.length > 1) {
    const worst = [...left].reverse().reduce((a, b) => (firsts(b, left) < firsts(a, left) ? b : a))
    left = left.filter((option) => option !== worst)
  }
  return {
    majority: options.find((a) => options.every((b) => a === b || prefer(a, b))) ?? -1,
    borda: best((option) => -rankings.reduce((sum, r) => sum + r.indexOf(option), 0)),
    plurality: best((option) => firsts(option, options)),
    runoff: left[0],
  }
}

describe('the rules', () => {
  it('choose as the rules in plain words do', () => {
    fc.assert(
      fc.property(profiles, (rankings) => {
        expect(winnersOf(ballotsOf(rankings))).toEqual(plainly(rankings))
      }),
      { numRuns: 300 },
    )
  })

  it('find no winner in Condorcet’s cycle', () => {
    const cycle = ballotsOf([
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ])
    expect(winnersOf(cycle).majority).toBe(-1)
  })

  it('differ on the textbook example of 55 voters', () => {
    // Malkevitch's profile: plurality, run-off, Borda and majority choose four different options.
    const groups: readonly (readonly [number, readonly number[]])[] = [
      [18, [0, 3, 4, 2, 1]],
      [12, [1, 4, 3, 2, 0]],
      [10, [2, 1, 4, 3, 0]],
      [9, [3, 2, 4, 1, 0]],
      [4, [4, 1, 3, 2, 0]],
      [2, [4, 2, 3, 1, 0]],
    ]
    const rankings = groups.flatMap(([size, ranking]) => Array.from({ length: size }, () => ranking))
    expect(winnersOf(ballotsOf(rankings))).toEqual({
      plurality: 0,
      runoff: 2,
      borda: 3,
      majority: 4,
    })
  })
})

describe('the exact count', () => {
  it('equals going through every election by the rule itself', () => {
    for (const voters of [1, 3, 5]) {
      let cyclic = 0
      for (let index = 0; index < 6 ** voters; index++) {
        const rankings = Array.from({ length: voters }, (_, v) => {
          return sixOrders[Math.floor(index / 6 ** v) % 6] as number[]
        })
        if (winnersOf(ballotsOf(rankings)).majority < 0) cyclic++
      }
      const counts = cycleCounts(voters)
      expect(Number(counts.cyclicProfiles)).toBe(cyclic)
      expect(Number(counts.profiles)).toBe(6 ** voters)
    }
  })

  it('follows the published formulae beyond the published values', () => {
    const choose = (n: number, k: number) => {
      let ways = 1
      for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
      return ways
    }
    for (const n of [9, 13, 19, 23]) {
      const { divisions, cyclicDivisions } = cycleCounts(n)
      expect(Number(divisions)).toBe(choose(n + 5, 5))
      expect(Number(cyclicDivisions)).toBe(2 * choose((n + 1) / 2 + 3, 5))
      const formula = ((n - 1) * (n + 7)) / (16 * (n + 2) * (n + 4))
      expect(shareOf(cyclicDivisions, divisions)).toBeCloseTo(formula, 15)
    }
  })

  it('is exact beyond what doubles can count', () => {
    const { profiles: all, cyclicProfiles } = cycleCounts(25)
    expect(all).toBe(6n ** 25n)
    expect(all - cyclicProfiles).toBe(26033148101768381736n)
  })

  it('rises to the limit', () => {
    const shares = [3, 9, 15, 21].map((n) => {
      const { profiles: all, cyclicProfiles } = cycleCounts(n)
      return shareOf(cyclicProfiles, all)
    })
    shares.forEach((share, i) => expect(share).toBeGreaterThan(shares[i - 1] ?? 0))
    expect(limitOfCycles()).toBeGreaterThan(shares.at(-1) as number)
    expect(limitOfCycles()).toBeCloseTo(Math.asin(Math.sqrt(6) / 9) / Math.PI, 14)
  })

  it('pauses for every number of voters of the first ranking', () => {
    const counting = countCycles(7)
    let pauses = 0
    while (counting.next().done !== true) pauses++
    expect(pauses).toBe(8)
  })
})

describe('the societies', () => {
  const kinds: readonly Society[] = [
    { kind: 'impartial' },
    { kind: 'anonymous' },
    { kind: 'spatial', dimensions: 2 },
    { kind: 'mallows', agreement: 0.7 },
  ]

  function counted(society: Society, voters: number, draws: number, keyOf: (b: Ballots) => string) {
    const random = chance('counted', JSON.stringify(society), voters)
    const ballots = ballotsFor(voters, 3)
    const counts = new Map<string, number>()
    for (let draw = 0; draw < draws; draw++) {
      drawBallots(society, ballots, random)
      const key = keyOf(ballots)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }

  function expectShares(counts: Map<string, number>, draws: number, shares: readonly number[]) {
    const observed = [...counts.values()].sort((a, b) => a - b)
    expect(observed).toHaveLength(shares.length)
    const square = [...shares]
      .sort((a, b) => a - b)
      .map((share, i) => ((observed[i] as number) - share * draws) ** 2 / (share * draws))
      .reduce((a, b) => a + b)
    // Chi-square has mean k - 1 and variance 2 (k - 1).
    const degrees = shares.length - 1
    expect(square).toBeLessThan(degrees + 4.5 * Math.sqrt(2 * degrees))
  }

  it.each(kinds)('$kind ballots are rankings', (society) => {
    for (const options of [3, 6, 10]) {
      const ballots = ballotsFor(11, options)
      drawBallots(society, ballots, chance('rankings', society.kind, options))
      for (const ranking of rankingsOf(ballots)) {
        expect([...ranking].sort((a, b) => a - b)).toEqual(ranking.map((_, i) => i))
      }
    }
  })

  it('impartial: every ranking is as likely', () => {
    const counts = counted({ kind: 'impartial' }, 1, 12_000, ({ order }) => order.join())
    expectShares(counts, 12_000, sixOrders.map(() => 1 / 6))
  })

  it('anonymous: every division of three votes is as likely', () => {
    const counts = counted({ kind: 'anonymous' }, 3, 28_000, (ballots) =>
      rankingsOf(ballots)
        .map((ranking) => ranking.join(''))
        .sort((a, b) => a.localeCompare(b))
        .join(),
    )
    expectShares(counts, 28_000, Array.from({ length: 56 }, () => 1 / 56))
  })

  it('mallows: two voters differ as their errors about one ranking do', () => {
    const phi = 0.3 / 0.7
    const inversions = [0, 1, 1, 2, 2, 3]
    const total = inversions.reduce((sum, k) => sum + phi ** k, 0)
    const chanceOfOrder = inversions.map((k) => phi ** k / total)
    const draws = 20_000
    const counts = counted({ kind: 'mallows', agreement: 0.7 }, 2, draws, ({ order }) =>
      String(order.slice(0, 3).join() === order.slice(3).join()),
    )
    const same = chanceOfOrder.reduce((sum, p) => sum + p * p, 0)
    const share = (counts.get('true') ?? 0) / draws
    expect(Math.abs(share - same)).toBeLessThan(4 * Math.sqrt((same * (1 - same)) / draws))
  })

  it('mallows: more voters make the shared ranking win', () => {
    const disagreement = [5, 25, 101].map((voters) => {
      const tally = emptyTally()
      const society: Society = { kind: 'mallows', agreement: 0.6 }
      const random = chance('more', voters)
      for (const _ of tallyElections(society, voters, 3, 3000, tally, random)) continue
      return tally.draws - tally.agree
    })
    expect(disagreement).toEqual([...disagreement].sort((a, b) => b - a))
  })

  it('on a line: at most two options are anybody’s last, and a majority winner exists', () => {
    const ballots = ballotsFor(31, 6)
    const random = chance('line')
    for (let draw = 0; draw < 500; draw++) {
      drawBallots({ kind: 'spatial', dimensions: 1 }, ballots, random)
      expect(new Set(rankingsOf(ballots).map((r) => r[5])).size).toBeLessThanOrEqual(2)
      expect(winnersOf(ballots).majority).toBeGreaterThanOrEqual(0)
    }
  })
})

const small = { ...presets.quick, voters: 5, draws: 1000 }

describe('the run', () => {
  it('keeps earlier elections when more are drawn', () => {
    const few = drain(run(small, chance)).societies
    const more = drain(run({ ...small, draws: 1500 }, chance)).societies
    few.forEach((cell, i) => {
      const longer = more[i] as Cell
      for (const name of ['noWinner', 'agree', 'borda', 'plurality', 'runoff'] as const) {
        const added = longer.tally[name] - cell.tally[name]
        expect(added).toBeGreaterThanOrEqual(0)
        expect(added).toBeLessThanOrEqual(500)
      }
    })
  })

  it('pauses after a bounded number of ballots', () => {
    const tally = emptyTally()
    const society: Society = { kind: 'impartial' }
    const steps = tallyElections(society, 301, 10, 1000, tally, chance('pause'))
    let before = 0
    while (steps.next().done !== true) {
      expect((tally.draws - before) * 3010).toBeLessThan(1_000_000)
      before = tally.draws
    }
    expect(tally.draws).toBe(1000)
  })

  it('has as many tables as charts at every pause', () => {
    const steps = experiment.run(small, chance) as Run<AggregationResult>
    for (let next = steps.next(); next.done !== true; next = steps.next()) {
      const partial = next.value.soFar()
      if (partial === undefined) continue
      const said = report(partial, small)
      expect(said.tables).toHaveLength(said.charts.length)
      for (const chart of said.charts) expect(chart.series.length).toBeLessThanOrEqual(6)
      for (const name of said.verdict.measures) expect(said.measures).toHaveProperty(name)
    }
  })
})

describe('the verdict', () => {
  const settings = { ...presets.published, draws: 10_000 }
  const kinds: readonly Society[] = [
    { kind: 'impartial' },
    { kind: 'anonymous' },
    { kind: 'spatial', dimensions: 1 },
    { kind: 'spatial', dimensions: 2 },
    { kind: 'mallows', agreement: 0.6 },
  ]

  function labelOf(disagree: readonly number[], society = 'each', draws = 10_000): string {
    const societies = kinds.map((kind, i): Cell => {
      const agree = draws - (disagree[i] as number)
      const tally = { draws, noWinner: 0, agree, borda: draws, plurality: draws, runoff: draws }
      return { society: kind, voters: 5, options: 3, tally }
    })
    const result = { societies, byOptions: [], byAgreement: [], byVoters: [], exact: [] }
    return report(result, { ...settings, society, draws: 10_000 }).verdict.label
  }

  it.each([
    [[600, 600, 0, 600, 600], 'each', 'supports'],
    [[600, 600, 0, 600, 520], 'each', 'inconclusive'],
    [[600, 600, 600, 600, 400], 'each', 'mixed'],
    [[600, 600, 600, 600, 0], 'each', 'mixed'],
    [[50, 50, 9000, 50, 50], 'each', 'against'],
    [[50, 50, 50, 50, 90], 'each', 'inconclusive'],
    [[300, 300, 300, 300, 300], 'each', 'inconclusive'],
    [[0, 0, 0, 0, 542], 'mallows', 'inconclusive'],
    [[0, 0, 0, 0, 543], 'mallows', 'supports'],
    [[900, 900, 900, 900, 80], 'mallows', 'against'],
    [[900, 900, 900, 900, 81], 'mallows', 'inconclusive'],
    [[900, 900, 0, 900, 0], 'spatial', 'supports'],
  ] as const)('of %j in %s is “%s”', (disagree, society, label) => {
    expect(labelOf(disagree, society)).toBe(label)
  })

  it('waits for all elections', () => {
    expect(labelOf([600, 600, 600, 600, 600], 'each', 9999)).toBe('inconclusive')
    const empty = { societies: [], byOptions: [], byAgreement: [], byVoters: [], exact: [] }
    expect(report(empty, settings).verdict.label).toBe('inconclusive')
  })
})

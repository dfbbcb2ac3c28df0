import type { Chance, Run } from '../contract.ts'
import { discount, qLearner } from '../gridworld/learn.ts'
import {
  leastDifference,
  openValues,
  pairScore,
  rangeOf,
  steeringScore,
} from '../gridworld/score.ts'
import { optimalValues } from '../gridworld/solve.ts'
import { drawWorld } from '../gridworld/world.ts'
import { power } from '../lib/elementary.ts'
import { drawBestByProxy, expectedMaximum } from '../lib/expected-maximum.ts'
import { estimate, type Estimate } from '../lib/statistics.ts'
import { chanceOfNoError, countWithoutError } from './compounding.ts'
import type { JudgingAndSteering } from './settings.ts'
import {
  judgingShare,
  overtakingMaximum,
  reachFor,
  shortfall,
  type ByOrder,
  type Shortfall,
} from './shortfall.ts'

/** One accuracy of the judge and the reach from which misjudging is the larger part. */
export interface Overtaking {
  readonly correlation: number
  readonly reach: ByOrder<number>
}

/** Worlds of one size at one slip; scores of the replicates in their order. */
export interface GridCell {
  readonly size: number
  readonly slip: number
  /** 0 as acting at random, 1 as acting best. */
  readonly steering: readonly number[]
  /** 0 as guessing, 1 as ordering all pairs of states rightly. */
  readonly judging: readonly number[]
}

export interface Result {
  /** Worth of the best of all outcomes and of the best in reach, on average. */
  readonly best: { readonly ofAll: number; readonly inReach: number }
  readonly shortfall: Shortfall
  readonly curve: readonly { readonly reach: number; readonly share: ByOrder<number> | null }[]
  readonly overtaking: readonly Overtaking[]
  /** What agents got that were drawn one by one, at `reach` or 1,000 if that is less. */
  readonly check: (Estimate & { readonly reach: number; readonly draws: number }) | null
  readonly compounding: readonly {
    readonly steps: number
    readonly exact: number
    readonly successes: number
    readonly runs: number
  }[]
  readonly grid: readonly GridCell[]
}

/** Sizes and slips that are run whatever the reader sets, whose own are added. */
const sizes = [5, 7, 9, 11, 13]
const slips = [0, 0.2, 0.4, 0.6]
const plans = [1, 2, 5, 10, 20, 50, 100, 200]
const planRuns = 2000
const checkDraws = 1000

type Draft = { -readonly [Part in keyof Result]: Result[Part] }

export function* run(settings: JudgingAndSteering, chance: Chance): Run<Result> {
  const { correlation, outcomes } = settings
  const reach = Math.min(settings.reach, outcomes)
  const best = { ofAll: expectedMaximum(outcomes), inReach: expectedMaximum(reach) }
  const draft: Draft = {
    best,
    shortfall: shortfall(best.ofAll, best.inReach, correlation),
    curve: [],
    overtaking: [],
    check: null,
    compounding: [],
    grid: [],
  }
  const exact = [
    curveOver(draft, settings),
    overtakings(draft, settings),
    planned(draft, settings, chance),
    drawn(draft, correlation, Math.min(reach, 1000), chance),
  ]
  for (const part of exact) for (const _ of part) yield { fraction: 0, soFar: () => undefined }
  const cells = gridOf(settings)
  for (let world = 0; world < settings.worlds; world++) {
    for (let i = 0; i < cells.length; i++) {
      runCell(cells[i] as Cell, world, settings.episodes, chance)
      const done = world + (i + 1) / cells.length
      yield {
        fraction: 0.05 + (0.95 * done) / settings.worlds,
        soFar: () => ({ ...draft, grid: soFarIn(cells) }),
      }
    }
  }
  return { ...draft, grid: soFarIn(cells) }
}

/** The judging share from one outcome in reach to all, four to a power of ten. */
function* curveOver(draft: Draft, { correlation, outcomes }: JudgingAndSteering) {
  for (let quarter = 0; ; quarter++) {
    const reach = Math.min(outcomes, Math.round(power(10, quarter / 4)))
    const share = judgingShare(shortfall(draft.best.ofAll, expectedMaximum(reach), correlation))
    draft.curve = [...draft.curve, { reach, share }]
    if (reach === outcomes) return
    yield
  }
}

function* overtakings(draft: Draft, { correlation: chosen, outcomes }: JudgingAndSteering) {
  const correlations = [...new Set([0.5, 0.7, 0.9, 0.99, chosen])].sort((a, b) => a - b)
  for (const correlation of correlations) {
    const maximum = overtakingMaximum(draft.best.ofAll, correlation)
    const reachFirst = reachFor(maximum.reachFirst, outcomes)
    yield
    const shapley = reachFor(maximum.shapley, outcomes)
    yield
    const judgingFirst = reachFor(maximum.judgingFirst, outcomes)
    const reach = { reachFirst, shapley, judgingFirst }
    draft.overtaking = [...draft.overtaking, { correlation, reach }]
    yield
  }
}

function* planned(draft: Draft, { stepError }: JudgingAndSteering, chance: Chance) {
  for (const steps of plans) {
    const successes = countWithoutError(stepError, steps, planRuns, chance('plan', steps))
    const exact = chanceOfNoError(stepError, steps)
    draft.compounding = [...draft.compounding, { steps, exact, successes, runs: planRuns }]
    yield
  }
}

/** Draws agents with all their outcomes, to hold the exact figure against. */
function* drawn(draft: Draft, correlation: number, reach: number, chance: Chance) {
  const random = chance('agents')
  const values: number[] = []
  while (values.length < checkDraws) {
    values.push(drawBestByProxy(reach, correlation, random))
    if ((values.length * reach) % 10_000 < reach) yield
  }
  draft.check = { reach, draws: checkDraws, ...estimate(values) }
}

interface Cell {
  readonly size: number
  readonly slip: number
  readonly steering: number[]
  readonly judging: number[]
}

function gridOf({ size, slip }: JudgingAndSteering): readonly Cell[] {
  const allSizes = [...new Set([...sizes, size])].sort((a, b) => a - b)
  const allSlips = [...new Set([...slips, slip])].sort((a, b) => a - b)
  return allSizes.flatMap((side) =>
    allSlips.map((each) => ({ size: side, slip: each, steering: [], judging: [] })),
  )
}

/** One agent learns in one world. Slips of the same size share their worlds and their draws. */
function runCell(cell: Cell, replicate: number, episodes: number, chance: Chance): void {
  const { size, slip } = cell
  const world = drawWorld(size, chance('world', size, replicate))
  const best = optimalValues(world, slip, discount)
  const learner = qLearner(world, slip, chance('learning', size, replicate))
  for (let i = 0; i < episodes; i++) learner.episode()
  const range = rangeOf(world, slip, discount, best)
  const guesses = openValues(world, learner.values())
  cell.steering.push(rounded(steeringScore(world, slip, discount, learner.policy(), range)))
  cell.judging.push(rounded(pairScore(guesses, openValues(world, best), leastDifference)))
}

/** To 5 decimals, finer than any interval here, so that the published file stays small. */
function rounded(score: number): number {
  return Math.round(score * 1e5) / 1e5
}

function soFarIn(cells: readonly Cell[]): readonly GridCell[] {
  return cells.map((cell) => ({
    ...cell,
    steering: cell.steering.slice(),
    judging: cell.judging.slice(),
  }))
}

import type { Chance, Run } from '../contract.ts'
import type { Estimate } from '../lib/statistics.ts'
import { Moments } from './moments.ts'
import { bestMean, choose, drawWorld, gatherData, type Rule } from './offline.ts'
import {
  arms,
  drawNoise,
  epsilonLearner,
  fixedIndexLearner,
  followLearner,
  type Learner,
  type LearnerName,
  learnerNames,
  thompsonLearner,
  ucbLearner,
} from './online.ts'
import type { PessimismSettings } from './settings.ts'

/** How a rule fares, and how that differs from the greedy rule in the same worlds. */
export interface Outcome {
  /** How far the chosen action's true mean falls short of the best. */
  readonly regret: Estimate
  /** Share of worlds in which a disaster is chosen. */
  readonly disasters: Estimate
  /** Regret less the regret of the greedy rule. */
  readonly regretDifference: Estimate
  /** Share of disasters of the greedy rule less that of this one. */
  readonly disasterSaving: Estimate
  /** Regret plus weighted disasters, less the same for the greedy rule. */
  readonly lossDifference: Estimate
}

/** One way to choose at one coverage. */
export interface OfflineCell extends Rule, Outcome {
  /** One of the fixed weights, the rule on trial, or that rule with doubt understated. */
  readonly panel: 'weights' | 'chosen' | 'understated'
  readonly coverage: number
}

export interface OnlineCell {
  readonly learner: LearnerName
  /** Regret at half time and at the end, a pair for each run. */
  readonly regrets: readonly (readonly [half: number, end: number])[]
  /** Mean regret at the end of each tenth of the time. */
  readonly curve: readonly Estimate[]
}

export interface PessimismResult {
  readonly worlds: number
  readonly offline: readonly OfflineCell[]
  readonly runs: number
  readonly online: readonly OnlineCell[]
}

/** Weights of doubt that are tried at every coverage; 0 is the greedy rule. */
export const weights: readonly number[] = [-2, -1, 0, 1, 2]
const coverageGrid = [-0.8, -0.4, 0, 0.4, 0.8]
const understatedCoverages = [-0.8, 0, 0.8]
const believedGrid = [0, 0.25, 0.5, 0.75, 1]
const greedy: Rule = { beta: 0, believed: 1, where: 'everywhere' }
const parts = 10

/** Chooses from fixed data in many worlds, then follows learners that see only what they try. */
export function* run(settings: PessimismSettings, chance: Chance): Run<PessimismResult> {
  const offline = startOffline(settings)
  const online = learnerNames.map(startLearner)
  const worldCost = settings.actions + 4
  const runCost = settings.horizon / 4
  const cost = settings.worlds * worldCost + settings.runs * runCost
  const result = (worlds: number, runs: number): PessimismResult => ({
    worlds,
    offline: offline.map(finishCell),
    runs,
    online: runs === 0 ? [] : online.map((tally) => finishLearner(tally, runs)),
  })
  for (let i = 0; i < settings.worlds; i++) {
    addWorld(offline, settings, chance, i)
    if (i % 50 !== 49) continue
    yield { fraction: ((i + 1) * worldCost) / cost, soFar: () => result(i + 1, 0) }
  }
  const noiseless = settings.worlds * worldCost
  for (let i = 0; i < settings.runs; i++) {
    const noise = drawNoise(arms.length, settings.horizon, chance('online', i, 'rewards'))
    for (const tally of online) {
      yield {
        fraction: (noiseless + i * runCost) / cost,
        soFar: () => result(settings.worlds, i),
      }
      addRun(tally, settings, chance, i, noise)
    }
  }
  return result(settings.worlds, settings.runs)
}

interface OfflineTally {
  readonly panel: OfflineCell['panel']
  readonly coverage: number
  readonly rule: Rule
  readonly regret: Moments
  readonly disasters: Moments
  readonly regretDifference: Moments
  readonly disasterSaving: Moments
  readonly lossDifference: Moments
}

function startOffline({ beta, believed, where, coverage }: PessimismSettings): OfflineTally[] {
  const coverages = [...new Set([...coverageGrid, coverage])].sort((a, b) => a - b)
  return coverages.flatMap((at) => {
    const tally = (panel: OfflineCell['panel'], rule: Rule): OfflineTally => ({
      panel,
      coverage: at,
      rule,
      regret: new Moments(),
      disasters: new Moments(),
      regretDifference: new Moments(),
      disasterSaving: new Moments(),
      lossDifference: new Moments(),
    })
    const understated = (['everywhere', 'rare'] as const).flatMap((place) =>
      believedGrid.map((share) => tally('understated', { beta, believed: share, where: place })),
    )
    return [
      ...weights.map((weight) => tally('weights', { ...greedy, beta: weight })),
      tally('chosen', { beta, believed, where }),
      ...(understatedCoverages.includes(at) ? understated : []),
    ]
  })
}

/** Adds what every rule does in world `i`, which depends on nothing but its number. */
function addWorld(
  tallies: readonly OfflineTally[],
  settings: PessimismSettings,
  chance: Chance,
  i: number,
): void {
  const world = drawWorld(settings, chance('world', i))
  const best = bestMean(world)
  let coverage = Number.NaN
  let data = gatherData(world, 0, settings)
  let greedyRegret = 0
  let greedyBad = 0
  for (const tally of tallies) {
    if (tally.coverage !== coverage) {
      coverage = tally.coverage
      data = gatherData(world, coverage, settings)
      const action = choose(data, greedy)
      greedyRegret = best - (world.means[action] as number)
      greedyBad = world.bad[action] as number
    }
    const action = choose(data, tally.rule)
    const regret = best - (world.means[action] as number)
    const bad = world.bad[action] as number
    tally.regret.add(regret)
    tally.disasters.add(bad)
    tally.regretDifference.add(regret - greedyRegret)
    tally.disasterSaving.add(greedyBad - bad)
    tally.lossDifference.add(regret - greedyRegret - settings.weight * (greedyBad - bad))
  }
}

function finishCell(tally: OfflineTally): OfflineCell {
  return {
    panel: tally.panel,
    coverage: tally.coverage,
    ...tally.rule,
    regret: tally.regret.estimate(),
    disasters: tally.disasters.estimate(),
    regretDifference: tally.regretDifference.estimate(),
    disasterSaving: tally.disasterSaving.estimate(),
    lossDifference: tally.lossDifference.estimate(),
  }
}

interface OnlineTally {
  readonly learner: LearnerName
  readonly regrets: (readonly [number, number])[]
  readonly curve: readonly Moments[]
}

function startLearner(learner: LearnerName): OnlineTally {
  return { learner, regrets: [], curve: Array.from({ length: parts }, () => new Moments()) }
}

function addRun(
  { learner: name, regrets, curve }: OnlineTally,
  { beta, horizon }: PessimismSettings,
  chance: Chance,
  i: number,
  noise: Float64Array,
): void {
  const learner = learnerNamed(name, beta, chance, i)
  const run = followLearner(learner, arms, noise, { horizon, parts })
  curve.forEach((moments, part) => moments.add(run[part] as number))
  regrets.push([run[parts / 2 - 1] as number, run[parts - 1] as number])
}

function learnerNamed(name: LearnerName, beta: number, chance: Chance, i: number): Learner {
  if (name === 'ucb') return ucbLearner()
  if (name === 'thompson') return thompsonLearner(chance('online', i, name))
  if (name === 'epsilon') return epsilonLearner(0.2, chance('online', i, name))
  return fixedIndexLearner(name === 'greedy' ? 0 : beta)
}

function finishLearner({ learner, regrets, curve }: OnlineTally, runs: number): OnlineCell {
  return {
    learner,
    regrets: regrets.slice(0, runs),
    curve: curve.map((moments) => moments.estimate()),
  }
}

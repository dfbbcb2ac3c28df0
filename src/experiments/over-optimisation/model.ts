import type { Chance, Random, Run } from '../contract.ts'
import { dot, norm } from '../lib/linear-algebra.ts'
import { bestOfN, sampleSizes } from './best-of-n.ts'
import { expectedGold, type Gold, goldAt, shiftDivergence } from './gold.ts'
import { type Judge, type Member, type Rule, scores, shiftedScore, standardised } from './judge.ts'
import { climb, markDivergences, marks, pathAt, type PolicyPath } from './policy-path.ts'
import {
  drawPairs,
  features,
  newRewardModel,
  type Pairs,
  somePairs,
  train,
} from './reward-model.ts'
import type { OverOptimisationSettings } from './settings.ts'

/** Outputs from which best-of-n is estimated; its halves, paired, are the held-out pairs. */
export const poolSize = 8192
/** Draws over which a policy's mean score is taken, the same along the whole path. */
const policyDraws = 64
/** The penalties at which a penalised policy is held against one stopped early. */
export const penalties = [2, 1, 0.5, 0.25] as const
/** The training sets that are always tried, beside the one set by the reader. */
const usualSizes = [50, 300, 3000] as const

/** What comes of optimising against one judge. True rewards are 0 at the start. */
export interface Outcome {
  /** Share of held-out pairs from the starting policy that the judge orders as the true reward. */
  readonly accuracy: number
  /** The same where the path ends. */
  readonly accuracyAtEnd: number
  /** Cosine between the way from start to end and the good direction. */
  readonly alignment: number
  /** The judge's own mean score where the path ends, in its standard deviations at the start. */
  readonly claimedAtEnd: number
  /** Divergence where the path ends, in nats. */
  readonly rest: number
  /** True reward at each mark of the path; after the policy has come to rest, where it rests. */
  readonly path: readonly number[]
  /** True reward of best-of-n for n = 1, 2, 4, … */
  readonly bestOfN: readonly number[]
}
/** A penalised policy and the unpenalised one stopped at the same divergence, if it gets there. */
export interface Penalised {
  readonly divergence: number
  readonly gold: number
  readonly stopped: number | null
}
/** What comes of a judge trained on some number of pairs. */
export interface OfSize {
  readonly accuracy: number
  readonly endGold: number
  /** Divergence of the mark at which true reward is highest. */
  readonly peakDivergence: number
}
/** A kind of judge in one replicate. */
export interface Trained extends Outcome {
  /** By `trainingSizes`. */
  readonly bySize: readonly OfSize[]
  /** By `penalties`. */
  readonly penalised: readonly Penalised[]
}
export interface Replicate {
  readonly linear: Trained
  readonly network: Trained | null
}
export interface EnsembleReplicate {
  readonly single: Outcome
  readonly ensemble: Outcome
  readonly moreData: Outcome
}
export interface OverOptimisationResult {
  readonly replicates: readonly Replicate[]
  readonly ensembles: readonly EnsembleReplicate[]
}

/** The training sets of the judges, from the smallest; the reader's is among them. */
export function trainingSizes({ pairs }: OverOptimisationSettings): readonly number[] {
  return [...new Set([...usualSizes, pairs])].sort((a, b) => a - b)
}

/** Runs all replicates, then those of the ensemble. */
export function* run(
  settings: OverOptimisationSettings,
  chance: Chance,
): Run<OverOptimisationResult> {
  const replicates: Replicate[] = []
  const ensembles: EnsembleReplicate[] = []
  const soFar = () =>
    replicates.length === 0
      ? undefined
      : { replicates: [...replicates], ensembles: [...ensembles] }
  const ensembleSeeds = settings.ensemble === 'none' ? 0 : settings.ensembleSeeds
  const total = settings.seeds + ensembleSeeds
  for (let i = 0; i < settings.seeds; i++) {
    const work = replicate(settings, chance, i)
    let next = work.next()
    for (; !next.done; next = work.next()) yield { fraction: i / total, soFar }
    replicates.push(next.value)
  }
  for (let i = 0; i < ensembleSeeds; i++) {
    const work = ensembleReplicate(settings, chance, i)
    let next = work.next()
    for (; !next.done; next = work.next()) {
      yield { fraction: (settings.seeds + i) / total, soFar }
    }
    ensembles.push(next.value)
  }
  return { replicates, ensembles }
}

type Work<T> = Generator<undefined, T, void>

/** What is drawn once for a replicate and shared by all of its judges. */
interface World {
  readonly gold: Gold
  readonly pool: Float64Array
  readonly poolGold: Float64Array
  readonly draws: Float64Array
}

function* newWorld(
  { curvature, strayCost }: OverOptimisationSettings,
  chance: Chance,
  i: number,
): Work<World> {
  const good = normals(features, chance('good', i))
  const length = norm(good)
  const gold = { good: good.map((x) => x / length), curvature, strayCost }
  const pool = normals(poolSize * features, chance('pool', i))
  yield
  const draws = normals(policyDraws * features, chance('policy', i))
  return { gold, pool, poolGold: goldOf(gold, pool), draws }
}

function normals(count: number, random: Random): Float64Array {
  const values = new Float64Array(count)
  for (let i = 0; i < count; i++) values[i] = random.normal()
  return values
}

function goldOf(gold: Gold, outputs: Float64Array): Float64Array {
  const values = new Float64Array(outputs.length / features)
  for (let i = 0; i < values.length; i++) values[i] = goldAt(gold, outputs, i * features)
  return values
}

function* replicate(
  settings: OverOptimisationSettings,
  chance: Chance,
  i: number,
): Work<Replicate> {
  const world = yield* newWorld(settings, chance, i)
  const largest = Math.max(...trainingSizes(settings))
  const pairs = drawPairs(world.gold, largest, chance('pairs', i))
  yield
  const hidden = Number(settings.hidden)
  const linear = yield* trained(settings, chance, i, world, pairs, 0)
  const network = hidden === 0 ? null : yield* trained(settings, chance, i, world, pairs, hidden)
  return { linear, network }
}

/** One kind of judge: at the reader's size in full, at the other sizes only how it ends. */
function* trained(
  settings: OverOptimisationSettings,
  chance: Chance,
  i: number,
  world: World,
  pairs: Pairs,
  hidden: number,
): Work<Trained> {
  const bySize: OfSize[] = []
  let chosen: { outcome: Outcome; penalised: Penalised[] } | undefined
  for (const size of trainingSizes(settings)) {
    const member = yield* newMember(chance, i, 0, world, somePairs(pairs, 0, size), hidden)
    const judge: Judge = { members: [member], rule: 'mean' }
    const path = yield* climb(shiftedScore(judge, world.draws), settings.penalty, settings.reach)
    const outcome = yield* outcomeOf(settings, world, judge, path)
    const { accuracy, path: golds } = outcome
    const peak = markDivergences(settings.reach)[highest(golds)] as number
    bySize.push({ accuracy, endGold: golds[marks] as number, peakDivergence: rounded(peak) })
    if (size !== settings.pairs) continue
    chosen = { outcome, penalised: yield* penalisedOf(settings, world, judge) }
  }
  const { outcome, penalised } = chosen as NonNullable<typeof chosen>
  return { ...outcome, bySize, penalised }
}

function* newMember(
  chance: Chance,
  i: number,
  k: number,
  world: World,
  pairs: Pairs,
  hidden: number,
): Work<Member> {
  const kind = hidden === 0 ? 'linear' : 'network'
  const model = newRewardModel(hidden, chance('units', i, k))
  yield* train(model, pairs, chance('training', i, kind, k))
  return standardised(model, world.pool)
}

function* outcomeOf(
  settings: OverOptimisationSettings,
  { gold, pool, poolGold, draws }: World,
  judge: Judge,
  path: PolicyPath,
): Work<Outcome> {
  const { rest } = path
  const poolScores = yield* scores(judge, pool)
  const there = pool.slice(0, pool.length / 2)
  for (let j = 0; j < there.length; j++) {
    there[j] = (there[j] as number) + (rest[j % features] as number)
  }
  const scoresThere = yield* scores(judge, there)
  const golds = path.means.map((mean) => expectedGold(gold, mean))
  while (golds.length <= marks) golds.push(expectedGold(gold, rest))
  const far = norm(rest)
  return {
    accuracy: rounded(accuracyOf(poolScores, poolGold)),
    accuracyAtEnd: rounded(accuracyOf(scoresThere, goldOf(gold, there))),
    alignment: far === 0 ? 0 : rounded(dot(rest, gold.good) / far),
    claimedAtEnd: rounded(shiftedScore(judge, draws)(rest, new Float64Array(features))),
    rest: rounded(shiftDivergence(rest)),
    path: golds.map(rounded),
    bestOfN: bestOfN(poolScores, poolGold, sampleSizes(Number(settings.mostSamples))).map(rounded),
  }
}

/** Index of the highest value, of several the first. */
export function highest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values))
}

/** Share of neighbours, (0, 1), (2, 3), …, that two lists of values order alike. */
export function accuracyOf(given: Float64Array, truth: Float64Array): number {
  let right = 0
  for (let j = 0; j + 1 < given.length; j += 2) {
    const lead = (given[j] as number) - (given[j + 1] as number)
    if (lead * ((truth[j] as number) - (truth[j + 1] as number)) > 0) right++
  }
  return right / Math.floor(given.length / 2)
}

function* penalisedOf(
  { reach }: OverOptimisationSettings,
  { gold, draws }: World,
  judge: Judge,
): Work<Penalised[]> {
  const score = shiftedScore(judge, draws)
  const free = yield* climb(score, 0, reach)
  const found: Penalised[] = []
  for (const penalty of penalties) {
    const { rest } = yield* climb(score, penalty, reach)
    const divergence = shiftDivergence(rest)
    const stopped = pathAt(free, divergence)
    found.push({
      divergence: rounded(divergence),
      gold: rounded(expectedGold(gold, rest)),
      stopped: stopped === undefined ? null : rounded(expectedGold(gold, stopped)),
    })
  }
  return found
}

/** One judge, several under a rule, and one that has as many pairs as all of them together. */
function* ensembleReplicate(
  settings: OverOptimisationSettings,
  chance: Chance,
  i: number,
): Work<EnsembleReplicate> {
  const { members: count, memberPairs, memberData, reach, penalty } = settings
  const hidden = Number(settings.hidden)
  const world = yield* newWorld(settings, chance, i)
  const pairs = drawPairs(world.gold, count * memberPairs, chance('pairs', i))
  yield
  const members: Member[] = []
  for (let k = 0; k < count; k++) {
    const own = somePairs(pairs, memberData === 'own' ? k * memberPairs : 0, memberPairs)
    members.push(yield* newMember(chance, i, k, world, own, hidden))
    yield
  }
  const informed = yield* newMember(chance, i, 0, world, pairs, hidden)
  const judges: Record<keyof EnsembleReplicate, Judge> = {
    single: { members: members.slice(0, 1), rule: 'mean' },
    ensemble: { members, rule: settings.ensemble as Rule },
    moreData: { members: [informed], rule: 'mean' },
  }
  const judged = function* (judge: Judge): Work<Outcome> {
    const path = yield* climb(shiftedScore(judge, world.draws), penalty, reach)
    return yield* outcomeOf(settings, world, judge, path)
  }
  return {
    single: yield* judged(judges.single),
    ensemble: yield* judged(judges.ensemble),
    moreData: yield* judged(judges.moreData),
  }
}

/** To six decimals, which is finer than anything shown and keeps the published file small. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

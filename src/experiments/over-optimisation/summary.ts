import { estimate, type Estimate, mean, pairedDifference } from '../lib/statistics.ts'
import { bestOfNDivergence, sampleSizes } from './best-of-n.ts'
import { linearJudgeParabola, parabolaAt } from './gold.ts'
import { highest, type Outcome, type OverOptimisationResult, type Trained } from './model.ts'
import { markDistances, markDivergences } from './policy-path.ts'
import type { OverOptimisationSettings } from './settings.ts'

/** A curve of true reward over replicates. */
export interface Curve {
  readonly xs: readonly number[]
  readonly golds: readonly Estimate[]
  /** Index of the highest mean; the same for all replicates, so that it favours none of them. */
  readonly peak: number
  /** Last point less the one at the peak, paired within replicates. */
  readonly fall: Estimate
}

/** The policy's path by divergence, up to where the last replicate comes to rest. */
export function pathCurve(outcomes: readonly Outcome[], settings: OverOptimisationSettings): Curve {
  const rest = Math.max(...outcomes.map((outcome) => outcome.rest))
  const xs = markDivergences(settings.reach)
  const last = xs.findIndex((divergence) => divergence >= rest - 1e-4)
  const reached = last === -1 ? xs : xs.slice(0, last + 1)
  return curve(reached, outcomes.map(({ path }) => path))
}

/** Best of n = 1, 2, 4, … by divergence. */
export function bestOfNCurve(
  outcomes: readonly Outcome[],
  settings: OverOptimisationSettings,
): Curve {
  const xs = sampleSizes(Number(settings.mostSamples)).map(bestOfNDivergence)
  return curve(xs, outcomes.map(({ bestOfN }) => bestOfN))
}

function curve(xs: readonly number[], replicates: readonly (readonly number[])[]): Curve {
  const at = (index: number) => replicates.map((golds) => golds[index] as number)
  const golds = xs.map((_, index) => estimate(at(index)))
  const peak = highest(golds.map(({ value }) => value))
  return { xs, golds, peak, fall: pairedDifference(at(xs.length - 1), at(peak)) }
}

/** The mean over replicates of what is read off each. */
export function over<T>(replicates: readonly T[], read: (replicate: T) => number): Estimate {
  return estimate(replicates.map(read))
}

/** A name with the outcomes, one per replicate, that it stands for. */
export interface Group<T> {
  readonly name: string
  readonly outcomes: readonly T[]
}

/** The linear judge, and the network where there is one. */
export function judgesOf({ replicates }: OverOptimisationResult): readonly Group<Trained>[] {
  const networks = replicates.map(({ network }) => network).filter((each) => each !== null)
  const linear = { name: 'linear judge', outcomes: replicates.map((each) => each.linear) }
  return networks.length === 0 ? [linear] : [linear, { name: 'network judge', outcomes: networks }]
}

/** One network, the ensemble and the one with more data, where they have been run. */
export function armsOf({ ensembles }: OverOptimisationResult): readonly Group<Outcome>[] {
  if (ensembles.length === 0) return []
  return [
    { name: 'one judge', outcomes: ensembles.map(({ single }) => single) },
    { name: 'ensemble', outcomes: ensembles.map(({ ensemble }) => ensemble) },
    { name: 'one with more data', outcomes: ensembles.map(({ moreData }) => moreData) },
  ]
}

/**
 * The exact true reward at each mark of an unpenalised path under the linear judges: the mean over
 * replicates of their parabolas, which again is one.
 */
export function theoryCurve(
  { replicates }: OverOptimisationResult,
  { curvature, strayCost, reach }: OverOptimisationSettings,
): readonly number[] {
  const parabolas = replicates.map(({ linear }) =>
    linearJudgeParabola(linear.alignment, curvature, strayCost),
  )
  return markDistances(reach).map((d) => mean(parabolas.map((each) => parabolaAt(each, d))))
}

/** The n at which ensembles are compared: 256, or the most there is. */
export function comparedSize({ mostSamples }: OverOptimisationSettings): number {
  return Math.min(256, Number(mostSamples))
}

/** True reward of best-of-n at the compared size. */
export function comparedBest(
  outcomes: readonly Outcome[],
  settings: OverOptimisationSettings,
): readonly number[] {
  const index = sampleSizes(comparedSize(settings)).length - 1
  return outcomes.map(({ bestOfN }) => bestOfN[index] as number)
}

/** True reward where the path ends. */
export function endOf({ path }: Outcome): number {
  return path[path.length - 1] as number
}

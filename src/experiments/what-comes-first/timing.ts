import { ln } from '../lib/elementary.ts'
import { chanceOf } from '../lib/random.ts'
import { bootstrap, type Interval, median } from '../lib/statistics.ts'
import type { Ability, Curves } from './model.ts'

/**
 * The first mark at which a curve is at the threshold or above. An ability that never gets there
 * counts as twice the last mark, the earliest that a further mark could have shown it.
 */
export function arrival(
  curve: readonly number[],
  marks: readonly number[],
  threshold: number,
): number {
  const at = curve.findIndex((score) => score >= threshold)
  return at < 0 ? 2 * (marks[marks.length - 1] as number) : (marks[at] as number)
}

/** When an ability arrives in each world. */
export function arrivals(
  curves: readonly Curves[],
  ability: Ability,
  marks: readonly number[],
  threshold: number,
): readonly number[] {
  return curves.map((curve) => arrival(curve[ability], marks, threshold))
}

/**
 * How many doublings of experience one ability comes after another, world by world; below 0 it
 * comes before. 0 too where neither arrives.
 */
export function doublings(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((episodes, i) => ln(episodes / (b[i] as number)) / Math.LN2)
}

/** The median over one or more worlds with its percentile bootstrap; a stream of its own by name. */
export function medianOf(name: string, values: readonly number[]): Interval {
  const random = chanceOf('what-comes-first', 1, 0)('bootstrap', name)
  return bootstrap(values.length, (drawn) => median(drawn.map((i) => values[i] as number)), random)
}

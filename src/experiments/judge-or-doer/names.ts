import type { Estimate } from '../lib/statistics.ts'
import type { Acts, Ranks, Trial } from './trial.ts'

/** A number of a trial, and its mean over the worlds of an arm. */
export type Pick = (trial: Trial) => number
export type Over = (pick: Pick, arm?: number) => Estimate
type Test = keyof Ranks

/** Tests of ranking: their key, what measures end in, words. */
export const tests: readonly (readonly [Test, suffix: string, words: string])[] = [
  ['asTrained', '', 'as trained'],
  ['longer', 'Longer', '4× longer'],
  ['newWording', 'NewWording', 'new wording'],
  ['nearBest', 'NearBest', 'near the best'],
]
/** Who ranks: key and words. */
export const rankers = [
  ['judge', 'judge'],
  ['preferences', 'doer, tied'],
  ['untied', 'doer, untied'],
  ['demonstrations', 'doer, demonstrations'],
] as const
/** Who acts: key and words. */
export const actors: readonly (readonly [keyof Acts, words: string])[] = [
  ['planned', 'judge, exact search'],
  ['sampled', 'judge, weak search'],
  ['preferences', 'doer, preferences'],
  ['equalBits', 'doer, demonstrations, equal bits'],
  ['demonstrations', 'doer, demonstrations, equal number'],
]

/** How many more pairs the judge ranks rightly than the doer from the same preferences. */
export const lead =
  (test: Test): Pick =>
  ({ judge, preferences }) =>
    judge[test] - preferences[test]
/** How much more judge and exact search achieve than another. */
export const advantage =
  (over: keyof Acts): Pick =>
  ({ acts }) =>
    acts.planned - acts[over]

import type { Measure } from '../contract.ts'
import { formatFixed, formatNumber } from '../lib/format.ts'
import type { Algorithm, Result } from './model.ts'
import type { WhatComesFirst } from './settings.ts'

/** The agents as they stand in a sentence. */
export const agentNames: Readonly<Record<Algorithm, string>> = {
  q: 'Q-learning',
  'actor-critic': 'an actor-critic',
}

/** What came out for the agent chosen; without measures, what is missing. */
export function sentenceOf(
  measures: Readonly<Record<string, Measure>>,
  { marks, curves }: Result,
  settings: WhatComesFirst,
): string {
  const { outcomesEpisodes, situationsEpisodes, controlEpisodes } = measures
  const { controlFirst, situationsFirst, situationsLagByRank, situationsLagByAccuracy } = measures
  if (!outcomesEpisodes || !situationsEpisodes || !controlEpisodes) {
    return 'Two worlds are needed before the order can be told.'
  }
  const algorithm = settings.algorithm as Algorithm
  const last = marks[marks.length - 1] as number
  const [outcomes, control, situations] = [
    outcomesEpisodes,
    controlEpisodes,
    situationsEpisodes,
  ].map((episodes) => sayEpisodes(episodes, last))
  const worlds = curves[algorithm].length
  const [before, after] = [controlFirst, situationsFirst].map((share) =>
    formatFixed((share?.value ?? 0) * worlds, 0),
  )
  const score = formatNumber(settings.threshold)
  return [
    `With ${agentNames[algorithm]}, the median number of episodes to a score of ${score} is ${outcomes} for judging outcomes in new worlds, ${control} for control and ${situations} for judging situations.`,
    `Control came before situation judging in ${before} of ${worlds} worlds and after it in ${after}.`,
    ...(situationsLagByRank && situationsLagByAccuracy
      ? [
          `With ${score} as a rank correlation, situation judging comes ${sayLag(situationsLagByRank)}; with ${score} as the share of pairs ordered rightly, ${sayLag(situationsLagByAccuracy)}.`,
        ]
      : []),
  ].join(' ')
}

/** A median with its interval; beyond the last episode nothing is known but that it is later. */
function sayEpisodes({ value, low = value, high = value }: Measure, last: number): string {
  const say = (episodes: number) =>
    episodes > last ? `more than ${formatNumber(last)}` : formatNumber(episodes, 2)
  const [middle, from, to] = [say(value), say(low), say(high)]
  return from === to ? middle : `${middle} (${from} to ${to})`
}

/** A median lag behind control, in doublings of experience. */
function sayLag({ value }: Measure): string {
  if (value === 0) return 'together with control'
  const size = formatNumber(Math.abs(value), 2)
  const doublings = size === '1' ? 'a doubling' : `${size} doublings`
  return `${doublings} of experience ${value < 0 ? 'before' : 'after'} control`
}

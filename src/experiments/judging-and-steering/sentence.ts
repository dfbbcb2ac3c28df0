import type { Measure } from '../contract.ts'
import { formatFixed, formatMeasure, formatNumber, formatPercent } from '../lib/format.ts'
import type { JudgingAndSteering } from './settings.ts'

type Measures = Readonly<Record<string, Measure>>

/** What came out: the shares exactly, and the gridworld once there are two worlds of it. */
export function sentenceOf(measures: Measures, settings: JudgingAndSteering): string {
  return `${shareSentence(measures, settings)}${gridSentence(measures, settings)}`
}

function shareSentence(
  measures: Measures,
  { correlation, reach, outcomes }: JudgingAndSteering,
): string {
  const { judgingShare, judgingShareJudgingFirst, overtakingReach } = measures
  const inReach = sayCount(Math.min(reach, outcomes))
  const judge = `a judge of accuracy ${formatNumber(correlation)}`
  const agent = `An agent with ${inReach} of ${sayCount(outcomes)} outcomes in reach and ${judge}`
  if (!judgingShare || !judgingShareJudgingFirst) return `${agent} falls short of nothing.`
  const [first, second] = [judgingShare, judgingShareJudgingFirst].map((share) =>
    formatPercent(share.value, 0),
  )
  const shares = `${agent} owes ${first} of its shortfall to misjudging if reach is counted first, and ${second} if judging is.`
  if (!overtakingReach || correlation === 1) return shares
  const from = sayCount(Number(overtakingReach.value.toPrecision(2)))
  return `${shares} In the first order misjudging is the larger part from a reach of about ${from}.`
}

function gridSentence(measures: Measures, { size }: JudgingAndSteering): string {
  const { steeringChange, judgingChange, steeringWithoutSlip, judgingWithoutSlip } = measures
  if (!steeringChange || !judgingChange || !steeringWithoutSlip || !judgingWithoutSlip) return ''
  const [steering, judging] = [steeringChange, judgingChange].map(formatMeasure)
  const [steers, judges] = [steeringWithoutSlip, judgingWithoutSlip].map(({ value }) =>
    formatFixed(value, 2),
  )
  return ` In gridworlds of side ${size}, going from no slip to a slip of 0.6 changes the steering score by ${steering} and the judging score by ${judging}; without slip they are ${steers} and ${judges}.`
}

/** A number of things from 1 to 1e9 as it is said: `6,408`, `a million`, `2.5 million`. */
export function sayCount(count: number): string {
  if (count < 1e6) return formatFixed(count, 0)
  const rounded = Number(count.toPrecision(3))
  const [size, name] = rounded < 1e9 ? [1e6, 'million'] : [1e9, 'billion']
  return rounded === size ? `a ${name}` : `${formatNumber(rounded / size, 3)} ${name}`
}

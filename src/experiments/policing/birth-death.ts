import { exp, ln, logSumExp } from '../lib/elementary.ts'

/** A Moran process of aligned and misaligned agents. */
export interface Process {
  /** Number of agents, 2 or more. */
  readonly agents: number
  /** Fitness of a misaligned agent that nobody polices; an aligned one has 1. */
  readonly advantage: number
  /** Strength of policing, 0 or more. */
  readonly policing: number
  /** What a unit of policing costs an aligned agent; `tax` times `policing` is below 1. */
  readonly tax: number
  /** Chance that a copy is of the other kind, 0 to 1. */
  readonly mutation: number
}

/** Fitness of a misaligned agent, one of `misaligned`: policed by the aligned among the others. */
export function misalignedFitness(of: Process, misaligned: number): number {
  return of.advantage * exp((-of.policing * (of.agents - misaligned)) / (of.agents - 1))
}

/** Fitness of an aligned agent: 1 less what policing costs it. */
export function alignedFitness(of: Process): number {
  return 1 - of.tax * of.policing
}

/** The chances that one birth and death add or remove a misaligned agent, for 0 to all of them. */
export interface Rates {
  readonly up: Float64Array
  readonly down: Float64Array
}

/**
 * The Moran step: one agent, drawn by fitness, is copied, perhaps into the other kind, and the copy
 * takes the place of an agent drawn evenly from all.
 */
export function ratesOf(of: Process): Rates {
  const { agents, mutation } = of
  const up = new Float64Array(agents + 1)
  const down = new Float64Array(agents + 1)
  for (let k = 0; k <= agents; k++) {
    const misaligned = k * misalignedFitness(of, k)
    const aligned = (agents - k) * alignedFitness(of)
    const copied = misaligned / (misaligned + aligned)
    const born = copied * (1 - mutation) + (1 - copied) * mutation
    up[k] = (born * (agents - k)) / agents
    down[k] = ((1 - born) * k) / agents
  }
  return { up, down }
}

/**
 * ln of the chance that one misaligned agent among aligned ones is ancestor of all in the end, when
 * copies are faithful: 1 / (1 + the sum over k from 1 to N - 1 of the product over j from 1 to k of
 * aligned over misaligned fitness at j). Karlin and Taylor; Nowak 2006, chapter 6.
 */
export function lnFixation(of: Process): number {
  const terms = new Float64Array(of.agents)
  for (let k = 1; k < of.agents; k++) {
    terms[k] = (terms[k - 1] as number) + ln(alignedFitness(of) / misalignedFitness(of, k))
  }
  return -logSumExp(terms)
}

/**
 * The chance of each number of misaligned agents in the long run, by detailed balance. Needs a
 * `mutation` above 0.
 */
export function longRun(of: Process): Float64Array {
  const { up, down } = ratesOf(of)
  const weights = new Float64Array(of.agents + 1)
  for (let k = 1; k <= of.agents; k++) {
    weights[k] = (weights[k - 1] as number) + ln((up[k - 1] as number) / (down[k] as number))
  }
  const total = logSumExp(weights)
  return weights.map((weight) => exp(weight - total))
}

/** The share of misaligned agents in the long run. */
export function longRunShare(of: Process): number {
  return longRun(of).reduce((sum, chance, k) => sum + chance * k, 0) / of.agents
}

/** The smallest number of misaligned agents that is more than half. */
export function majorityOf(agents: number): number {
  return Math.floor(agents / 2) + 1
}

/** The number of misaligned agents that a share of all comes to, rounded down. */
export function startOf(agents: number, share: number): number {
  return Math.floor(share * agents + 1e-9)
}

/**
 * ln of the expected number of generations, of as many births as there are agents, from `start`
 * misaligned agents until `goal` are. The time t(k) from k to k + 1 is 1 / up(k) plus
 * down(k) / up(k) times t(k - 1). Needs a `mutation` above 0 or a `start` that cannot die out.
 */
export function lnGenerations(of: Process, start: number, goal: number): number {
  const { up, down } = ratesOf(of)
  const times = new Float64Array(goal)
  for (let k = 0; k < goal; k++) {
    const stay = -ln(up[k] as number)
    const back = k === 0 ? -Infinity : ln(down[k] as number) + (times[k - 1] as number)
    times[k] = stay + logSumExp([0, back])
  }
  return logSumExp(times.subarray(start)) - ln(of.agents)
}

/**
 * The share of misaligned agents beyond which they spread in a very large population:
 * 1 - ln(advantage / aligned fitness) / policing. Below 0 they spread from the first; above 1
 * never. Null without policing, where share makes no difference.
 */
export function tippingShare(of: Process): number | null {
  if (of.policing === 0) return null
  return 1 - ln(of.advantage / alignedFitness(of)) / of.policing
}

import type { Chance, Run } from '../contract.ts'
import { exp, ln } from '../lib/elementary.ts'
import { estimate, type Estimate } from '../lib/statistics.ts'
import * as chain from './birth-death.ts'
import type { Process } from './birth-death.ts'
import type { PolicingSettings } from './settings.ts'
import { countTakeovers, generationsTaken, history } from './simulate.ts'

/** Expected generations to a misaligned majority; simulated where that is soon enough. */
export interface TimeCell {
  readonly policing: number
  readonly agents: number
  readonly log10Generations: number
  simulated: Estimate | null
}
/** The chance that one misaligned agent takes over; a count of simulated ones at some strengths. */
export interface TakeoverCell {
  readonly policing: number
  readonly log10Chance: number
  takeovers: number | null
}
export interface PolicingResult {
  readonly times: readonly TimeCell[]
  readonly takeovers: readonly TakeoverCell[]
  readonly longRun: readonly {
    readonly policing: number
    readonly mutation: number
    readonly share: number
  }[]
  /** The least strength at which the larger population lasts longer; null if 3 is too little. */
  readonly policingNeeded: number | null
  readonly tippingShare: number | null
  readonly histories: readonly { readonly policing: number; readonly shares: readonly number[] }[]
}

/** Generations between two points of a history. */
export const historyStep = 4
/** How many times as many agents the larger population has. */
export const largerBy = 4
const historyPoints = 101
/** Times that are expected to take more births than this are not simulated. */
const mostBirths = 50_000
const simulatedStrengths = [0, 0.1, 0.2, 0.3, 0.4]
const ln10 = ln(10)

/** The process that the settings describe, with another strength of policing or size. */
export function processOf(
  { agents, advantage, policing, tax, mutation }: PolicingSettings,
  changes: Partial<Process> = {},
): Process {
  return { agents, advantage, policing, tax, mutation, ...changes }
}

/** log10 of the expected generations from the share at the start to a misaligned majority. */
export function log10ToMajority(of: Process, startShare: number): number {
  const start = chain.startOf(of.agents, startShare)
  return chain.lnGenerations(of, start, chain.majorityOf(of.agents)) / ln10
}

/** How much longer, in powers of ten, the larger population holds than the smaller. */
export function gainOfSize(settings: PolicingSettings, policing: number): number {
  const small = processOf(settings, { policing })
  const large = { ...small, agents: largerBy * settings.agents }
  return log10ToMajority(large, settings.start) - log10ToMajority(small, settings.start)
}

/** The strength of policing from which a larger population holds longer; null above 3. */
export function policingNeeded(settings: PolicingSettings): number | null {
  if (gainOfSize(settings, 0) > 0) return 0
  let low = 0
  let high = 3
  if (gainOfSize(settings, high) <= 0) return null
  for (let halving = 0; halving < 20; halving++) {
    const middle = (low + high) / 2
    if (gainOfSize(settings, middle) > 0) high = middle
    else low = middle
  }
  return high
}

/** The strengths of policing that are compared: none, half of what is set, and that. */
export function strengths({ policing }: PolicingSettings): readonly number[] {
  return [...new Set([0, policing / 2, policing])]
}

function exactTimes(settings: PolicingSettings): TimeCell[] {
  const sizes = [0.2, 0.4, 0.6, 1, 1.5, 2, 3, largerBy].map((by) =>
    Math.max(3, Math.round(by * settings.agents)),
  )
  return strengths(settings).flatMap((policing) =>
    [...new Set(sizes)].map((agents) => {
      const process = processOf(settings, { policing, agents })
      const log10Generations = log10ToMajority(process, settings.start)
      return { policing, agents, log10Generations, simulated: null }
    }),
  )
}

function exactTakeovers(settings: PolicingSettings): TakeoverCell[] {
  const grid = Array.from({ length: 21 }, (_, i) => i / 20)
  const all = [...new Set([...grid, ...strengths(settings)])].sort((a, b) => a - b)
  return all.map((policing) => {
    const log10Chance = chain.lnFixation(processOf(settings, { policing })) / ln10
    return { policing, log10Chance, takeovers: null }
  })
}

function exactLongRun(settings: PolicingSettings): PolicingResult['longRun'] {
  const grid = [1e-5, 1e-4, 1e-3, 1e-2].flatMap((u) => [u, 2 * u, 5 * u])
  const mutations = [...new Set([...grid, 0.1, settings.mutation])].sort((a, b) => a - b)
  return strengths(settings).flatMap((policing) =>
    mutations.map((mutation) => {
      const share = chain.longRunShare(processOf(settings, { policing, mutation }))
      return { policing, mutation, share }
    }),
  )
}

/** Works out the exact chain, then follows simulated agents to check it. */
export function* run(settings: PolicingSettings, chance: Chance): Run<PolicingResult> {
  const times = exactTimes(settings)
  const takeovers = exactTakeovers(settings)
  yield { fraction: 0.01, soFar: () => undefined }
  const longRun = exactLongRun(settings)
  const tippingShare = chain.tippingShare(processOf(settings))
  yield { fraction: 0.02, soFar: () => undefined }
  const needed = policingNeeded(settings)
  const exact = { times, takeovers, longRun, policingNeeded: needed, tippingShare }
  const histories: { policing: number; shares: number[] }[] = []
  const soFar = (): PolicingResult => structuredClone({ ...exact, histories })
  yield { fraction: 0.03, soFar }
  for (const policing of new Set([0, settings.policing])) {
    histories.push({ policing, shares: oneHistory(settings, policing, chance) })
    yield { fraction: 0.04, soFar }
  }
  const simulations = [
    ...takeovers
      .filter(({ policing }) => simulatedStrengths.includes(policing))
      .map((cell) => simulateTakeovers(settings, cell, chance)),
    ...times
      .filter((cell) => exp(cell.log10Generations * ln10) * cell.agents < mostBirths)
      .map((cell) => simulateTime(settings, cell, chance)),
  ]
  for (const [done, simulation] of simulations.entries()) {
    const fraction = 0.05 + (0.95 * done) / simulations.length
    for (const _ of simulation) yield { fraction, soFar }
  }
  return soFar()
}

function oneHistory(settings: PolicingSettings, policing: number, chance: Chance): number[] {
  const start = chain.startOf(settings.agents, settings.start)
  const process = processOf(settings, { policing })
  return history(process, start, historyPoints, historyStep, chance('history', policing))
}

function* simulateTakeovers(settings: PolicingSettings, cell: TakeoverCell, chance: Chance) {
  const process = processOf(settings, { policing: cell.policing })
  const streamOf = (run: number) => chance('invasion', cell.policing, run)
  cell.takeovers = yield* countTakeovers(process, settings.runs, streamOf)
  yield
}

function* simulateTime(settings: PolicingSettings, cell: TimeCell, chance: Chance) {
  const { policing, agents } = cell
  const process = processOf(settings, { policing, agents })
  const start = chain.startOf(agents, settings.start)
  const streamOf = (run: number) => chance('time', policing, agents, run)
  const goal = chain.majorityOf(agents)
  const runs = Math.ceil(settings.runs / 20)
  cell.simulated = estimate(yield* generationsTaken(process, start, goal, runs, streamOf))
  yield
}

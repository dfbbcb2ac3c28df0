import type { Chance, Run } from '../contract.ts'
import { countCycles, shareOf } from './enumerate.ts'
import type { AggregationSettings } from './settings.ts'
import type { Society } from './societies.ts'
import { emptyTally, tallyElections, type Tally } from './tally.ts'

/** What came of the elections of one society. */
export interface Cell {
  readonly society: Society
  readonly voters: number
  readonly options: number
  readonly tally: Tally
}
/** Three options and every possible election. */
export interface ExactCell {
  readonly voters: number
  /** Share of elections with a cycle among named voters, and among divisions of the votes. */
  readonly impartial: number
  readonly anonymous: number
  /** Elections without a cycle among named voters, as a whole number in decimal digits. */
  readonly withoutCycle: string
}
export interface AggregationResult {
  readonly societies: readonly Cell[]
  readonly byOptions: readonly Cell[]
  readonly byAgreement: readonly Cell[]
  readonly byVoters: readonly Cell[]
  readonly exact: readonly ExactCell[]
}

type Panel = Exclude<keyof AggregationResult, 'exact'>
interface Plan extends Omit<Cell, 'tally'> {
  readonly panel: Panel
  readonly draws: number
}

const optionCounts = [3, 4, 5, 7, 10]
const agreements = [0.5, 0.52, 0.54, 0.56, 0.58, 0.6, 0.65, 0.7, 0.8]
const exactVoters = [3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25]
const simulatedVoters = [3, 5, 9, 15, 25, 51, 101, 201, 301]

/** The kinds of society, as the settings have them. */
export function societiesOf(settings: AggregationSettings): readonly Society[] {
  const { dimensions, agreement } = settings
  const line: Society[] = dimensions === 1 ? [] : [{ kind: 'spatial', dimensions: 1 }]
  return [
    { kind: 'impartial' },
    { kind: 'anonymous' },
    ...line,
    { kind: 'spatial', dimensions },
    { kind: 'mallows', agreement },
  ]
}

/** All elections to be drawn, in the order of the figures. */
function planOf(settings: AggregationSettings): readonly Plan[] {
  const { voters, options, dimensions, agreement, draws } = settings
  const fewer = draws / 5
  const societies = societiesOf(settings).map((society): Plan => {
    return { panel: 'societies', society, voters, options, draws }
  })
  const compared: Society[] = [
    { kind: 'impartial' },
    { kind: 'spatial', dimensions },
    { kind: 'mallows', agreement },
  ]
  const byOptions = compared.flatMap((society) =>
    optionCounts.map((count): Plan => {
      return { panel: 'byOptions', society, voters, options: count, draws: fewer }
    }),
  )
  const byAgreement = agreements.map((share): Plan => {
    const society: Society = { kind: 'mallows', agreement: share }
    return { panel: 'byAgreement', society, voters, options, draws: fewer }
  })
  const byVoters = simulatedVoters.map((count): Plan => {
    const society: Society = { kind: 'impartial' }
    return { panel: 'byVoters', society, voters: count, options: 3, draws: fewer }
  })
  return [...societies, ...byOptions, ...byAgreement, ...byVoters]
}

/** Draws elections in societies of several kinds, and counts those of three options exactly. */
export function* run(settings: AggregationSettings, chance: Chance): Run<AggregationResult> {
  const cells: Record<Panel, Cell[]> = { societies: [], byOptions: [], byAgreement: [], byVoters: [] }
  const exact: ExactCell[] = []
  const soFar = (): AggregationResult => structuredClone({ ...cells, exact })
  const plan = planOf(settings)
  const work = plan.reduce((sum, { draws, voters, options }) => sum + draws * voters * options, 0)
  let done = 0
  for (const { panel, draws, ...cell } of plan) {
    const { society, voters, options } = cell
    const tally = emptyTally()
    cells[panel].push({ ...cell, tally })
    const random = chance(panel, JSON.stringify(society), voters, options)
    for (const _ of tallyElections(society, voters, options, draws, tally, random)) {
      yield { fraction: (0.98 * (done + tally.draws * voters * options)) / work, soFar }
    }
    done += draws * voters * options
  }
  for (const voters of exactVoters) {
    const counting = countCycles(voters)
    let next = counting.next()
    for (; next.done !== true; next = counting.next()) yield { fraction: 0.99, soFar }
    const { profiles, cyclicProfiles, divisions, cyclicDivisions } = next.value
    exact.push({
      voters,
      impartial: shareOf(cyclicProfiles, profiles),
      anonymous: shareOf(cyclicDivisions, divisions),
      withoutCycle: (profiles - cyclicProfiles).toString(),
    })
  }
  return soFar()
}

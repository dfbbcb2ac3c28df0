import type { Measure, Report } from '../contract.ts'
import { formatPercent } from '../lib/format.ts'
import { measure, wilson } from '../lib/statistics.ts'
import { chartsOf } from './charts.ts'
import { limitOfCycles } from './enumerate.ts'
import type { AggregationResult, Cell } from './model.ts'
import { keyOf, nameOf } from './names.ts'
import type { AggregationSettings } from './settings.ts'
import type { Society } from './societies.ts'
import { tablesOf } from './tables.ts'
import type { Tally } from './tally.ts'
import { judgedCells, verdictOf } from './verdict.ts'

type Measures = Readonly<Record<string, Measure>>

/** Says what a run comes to; also of one that is not complete. */
export function report(result: AggregationResult, settings: AggregationSettings): Report {
  return {
    sentence: sentenceOf(result, settings),
    measures: measuresOf(result),
    verdict: verdictOf(result, settings),
    charts: chartsOf(result, settings),
    tables: tablesOf(result),
  }
}

function measuresOf(result: AggregationResult): Measures {
  const societies = result.societies.map((cell) => measuresIn(cell, keyOf(cell.society), ''))
  const most = Math.max(0, ...result.byOptions.map(({ options }) => options))
  const manyOptions = result.byOptions
    .filter(({ options }) => options === most)
    .map((cell) => measuresIn(cell, `${keyOf(cell.society)}Most`, `, ${most} options`))
  return Object.assign(
    {},
    ...societies,
    ...manyOptions,
    enoughAgreement(result),
    { limitOfCycles: measure('No majority winner, 3 options, ever more impartial voters', limitOfCycles()) },
  )
}

/** What one society comes to; names end in `key`, labels in the society and `ending`. */
function measuresIn({ society, tally }: Cell, key: string, ending: string): Measures {
  const { draws, noWinner, agree, borda } = tally
  const where = `${nameOf(society)}${ending}`
  const won = draws - noWinner
  return {
    [`noWinner${key}`]: measure(`No majority winner: ${where}`, wilson(noWinner, draws)),
    [`disagree${key}`]: measure(`Rules do not agree: ${where}`, wilson(draws - agree, draws)),
    ...(won === 0
      ? {}
      : {
          [`bordaMisses${key}`]: measure(
            `Borda passes over a majority winner: ${where}`,
            wilson(won - borda, won),
          ),
        }),
  }
}

/** The least agreement tried from which on disagreement is surely below 1 %. */
function enoughAgreement({ byAgreement }: AggregationResult): Measures {
  const shares = byAgreement.map(({ society, tally }) => ({
    agreement: society.kind === 'mallows' ? society.agreement : 0,
    rare: wilson(tally.draws - tally.agree, tally.draws).high < 0.01,
  }))
  const lastCommon = shares.map(({ rare }) => rare).lastIndexOf(false)
  const enough = shares[lastCommon + 1]?.agreement
  if (enough === undefined) return {}
  const label = 'Least agreement tried at which rules surely disagree in less than 1 %'
  return { agreementEnough: measure(label, enough) }
}

/** Of a run that judges one society, that one is named first; else those judged come first. */
function sentenceOf(result: AggregationResult, settings: AggregationSettings): string {
  const judged = judgedCells(result, settings)
  if (judged.length === 0) return 'No election has been drawn yet of what is judged.'
  const shown = result.societies.filter((cell) => !judged.includes(cell))
  const size = `With ${settings.voters} voters and ${settings.options} options`
  const rules = 'four reasonable rules fail to agree on one winner'
  if (settings.society !== 'each') {
    const [{ tally, society }] = judged as [Cell]
    const alone = `${size}, ${describe(society)}, which alone is judged, has no majority winner in ${percent(tally.noWinner / tally.draws)} of elections, and ${rules} in ${percent(disagreement(tally))}.`
    if (shown.length === 0) return alone
    return `${alone} In the others, which are only shown, the rules fail to agree in ${list(shown, disagreement)}.`
  }
  const line = shown.length === 0 ? '' : `, and in ${list(shown, disagreement)}, which is only shown`
  return `${size}, ${rules} in ${list(judged, disagreement)} of elections${line}. No option beats every other by majority in ${list(result.societies, ({ noWinner, draws }) => noWinner / draws)}.`
}

function disagreement({ agree, draws }: Tally): number {
  return 1 - agree / draws
}

function list(cells: readonly Cell[], share: (tally: Tally) => number): string {
  return joined(cells.map(({ society, tally }) => `${percent(share(tally))} (${nameOf(society)})`))
}

/** A society as a sentence names it. */
function describe(society: Society): string {
  if (society.kind === 'mallows') return `the Mallows society (${nameOf(society)})`
  return society.kind === 'spatial'
    ? `the spatial society (${nameOf(society)})`
    : `the ${society.kind} society`
}

function percent(share: number): string {
  if (share === 0) return '0 %'
  return formatPercent(share, share < 0.1 ? 1 : 0)
}

function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

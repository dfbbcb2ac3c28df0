import type { Measure, Report } from '../contract.ts'
import { formatPercent } from '../lib/format.ts'
import { measure, wilson } from '../lib/statistics.ts'
import { chartsOf } from './charts.ts'
import { limitOfCycles } from './enumerate.ts'
import type { AggregationResult, Cell } from './model.ts'
import { keyOf, nameOf } from './names.ts'
import type { AggregationSettings } from './settings.ts'
import { tablesOf } from './tables.ts'
import { verdictOf } from './verdict.ts'

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

function sentenceOf({ societies }: AggregationResult, settings: AggregationSettings): string {
  if (societies.length === 0) return 'No election has been drawn yet.'
  const list = (share: (cell: Cell) => number) =>
    joined(societies.map((cell) => `${percent(share(cell))} (${nameOf(cell.society)})`))
  const none = list(({ tally }) => tally.noWinner / tally.draws)
  const differ = list(({ tally }) => 1 - tally.agree / tally.draws)
  return `With ${settings.voters} voters and ${settings.options} options, no option beats every other by majority in ${none} of elections. Four reasonable rules fail to agree on one winner in ${differ}.`
}

function percent(share: number): string {
  return formatPercent(share, share < 0.1 ? 2 : 1)
}

function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

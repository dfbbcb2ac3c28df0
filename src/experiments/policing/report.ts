import type { Measure, Report, Verdict } from '../contract.ts'
import { formatNumber, sayNumber } from '../lib/format.ts'
import { measure } from '../lib/statistics.ts'
import { chartsOf, levelName, powerOfTen } from './charts.ts'
import { largerBy, type PolicingResult } from './model.ts'
import type { PolicingSettings } from './settings.ts'
import { tablesOf } from './tables.ts'

/** Says what a run comes to. The verdict rests on the exact chain, not on what is simulated. */
export function report(result: PolicingResult, settings: PolicingSettings): Report {
  const measures = measuresOf(result, settings)
  return {
    sentence: sentenceOf(result, settings),
    measures,
    verdict: verdictOf(measures),
    charts: chartsOf(result, settings),
    tables: tablesOf(result, settings),
  }
}

type Measures = Readonly<Record<string, Measure>>

function log10At(result: PolicingResult, policing: number, agents: number): number {
  const cell = result.times.find((at) => at.policing === policing && at.agents === agents)
  if (cell === undefined) throw new RangeError(`Expected a time for ${agents} agents`)
  return cell.log10Generations
}

function measuresOf(result: PolicingResult, settings: PolicingSettings): Measures {
  const { policing } = settings
  return {
    ...measuresAt(policing, '', '', result, settings),
    ...measuresAt(policing / 2, 'Half', ', at half the policing', result, settings),
    ...measuresAt(0, 'Unpoliced', ', without policing', result, settings),
    ...frequentMistakes(result, policing),
    ...optionalMeasures(result),
  }
}

/** What is measured at one strength of policing; names and labels end as given. */
function measuresAt(
  policing: number,
  name: string,
  ending: string,
  result: PolicingResult,
  { agents, mutation }: PolicingSettings,
): Measures {
  const more = largerBy * agents
  const few = log10At(result, policing, agents)
  const many = log10At(result, policing, more)
  const takeover = result.takeovers.find((cell) => cell.policing === policing)?.log10Chance ?? 0
  const longRun = result.longRun.find((c) => c.policing === policing && c.mutation === mutation)
  const until = 'Log10 of the generations until a misaligned majority of'
  return {
    [`gainOfSize${name}`]: measure(
      `Log10 of how many times longer ${more} agents hold than ${agents}${ending}`,
      many - few,
    ),
    [`log10Generations${name}`]: measure(`${until} ${agents}${ending}`, few),
    [`log10GenerationsLarger${name}`]: measure(`${until} ${more}${ending}`, many),
    [`log10Takeover${name}`]: measure(
      `Log10 of the chance that one misaligned agent takes over${ending}`,
      takeover,
    ),
    [`longRunShare${name}`]: measure(
      `Share of misaligned agents in the long run${ending}`,
      longRun?.share ?? 0,
    ),
  }
}

/** The long run at the most frequent mistakes of the table. */
function frequentMistakes({ longRun }: PolicingResult, policing: number): Measures {
  const cells = longRun.filter((cell) => cell.policing === policing)
  const most = Math.max(...cells.map(({ mutation }) => mutation))
  const share = cells.find(({ mutation }) => mutation === most)?.share
  if (share === undefined) return {}
  const label = `Share of misaligned agents in the long run, mistakes in copying ${most}`
  return { longRunShareFrequent: measure(label, share) }
}

function optionalMeasures(result: PolicingResult): Measures {
  const { policingNeeded, tippingShare } = result
  const needed = 'Strength of policing from which more agents hold longer'
  const tipping = 'Share of misaligned agents beyond which they spread'
  return {
    ...(policingNeeded === null ? {} : { policingNeeded: measure(needed, policingNeeded) }),
    ...(tippingShare === null ? {} : { tippingShare: measure(tipping, tippingShare) }),
  }
}

/** The rule: does a larger population hold longer (supports) or fall sooner (against)? */
export function verdictOf(measures: Measures): Verdict {
  const gain = measures['gainOfSize']?.value ?? 0
  const unpoliced = measures['gainOfSizeUnpoliced']?.value ?? 0
  const deciding = ['gainOfSize', 'gainOfSizeUnpoliced']
  if (gain > 0) {
    return {
      label: 'supports',
      measures: deciding,
      because: `With these settings ${largerBy} times as many agents take longer to get a misaligned majority${unpoliced > 0 ? ', as they do without any policing' : ''}.`,
    }
  }
  if (gain < 0) {
    return {
      label: 'against',
      measures: deciding,
      because: `With these settings ${largerBy} times as many agents get a misaligned majority sooner.`,
    }
  }
  return {
    label: 'inconclusive',
    measures: deciding,
    because: `${largerBy} times as many agents take exactly as long to get a misaligned majority.`,
  }
}

function sentenceOf(result: PolicingResult, { agents, policing }: PolicingSettings): string {
  const more = largerBy * agents
  const change = (strength: number) => {
    const few = log10At(result, strength, agents)
    const many = log10At(result, strength, more)
    return `${many > few ? 'rises' : 'falls'} from ${generations(few)} generations among ${agents} agents to ${generations(many)} among ${more}`
  }
  const without = `Without policing, the expected time until most agents are misaligned ${change(0)}.`
  return policing === 0 ? without : `${without} With ${levelName(policing)} it ${change(policing)}.`
}

function generations(log10: number): string {
  return log10 < 300 ? sayNumber(powerOfTen(log10)) : `10^${formatNumber(log10, 4)}`
}

import type { Measure, Report } from '../contract.ts'
import { formatPercent, sayMeasure } from '../lib/format.ts'
import { estimate, measure, pairedDifference } from '../lib/statistics.ts'
import {
  type Arm,
  keptChart,
  keptTable,
  labelChart,
  labelTable,
  strengthChart,
  strengthTable,
  thresholdOf,
} from './figures.ts'
import type { Cell, ValuesForFreeResult } from './model.ts'
import type { ValuesForFreeSettings } from './settings.ts'
import { findingOf, verdictOf } from './verdict.ts'

/** What a result comes to. */
export function report(result: ValuesForFreeResult, settings: ValuesForFreeSettings): Report {
  const measures = measuresOf(result, settings)
  const { probeGain, probeAccuracy, faintProbeGain, faintProbeAccuracy } = measures
  const worlds = result.kept[0]?.share.length ?? 0
  return {
    sentence: sentenceOf(measures, settings),
    measures,
    verdict: verdictOf(
      findingOf(probeGain, probeAccuracy),
      findingOf(faintProbeGain, faintProbeAccuracy),
      worlds,
    ),
    charts: [strengthChart, keptChart, labelChart].map((chart) => chart(result, settings)),
    tables: [strengthTable, keptTable, labelTable].map((table) => table(result, settings)),
  }
}

type Names =
  | `${'probe' | 'raw' | 'faintProbe' | 'faintRaw'}Accuracy`
  | `${'probe' | 'faintProbe'}Gain${'' | 'ManyLabels'}`
  | `productAccuracy${'' | 'ManyLabels'}`
  | 'curvedAccuracyManyLabels'
  | 'keptShare'
  | 'faintKeptShare'
  | 'threshold'

function measuresOf(result: ValuesForFreeResult, settings: ValuesForFreeSettings) {
  const { strength, faint, labels } = settings
  const many = manyLabels(result)
  const at = (of: number, count: number) => cellOf(result, of, count)
  const mean = (label: string, cell: Cell, arm: Arm) => measure(label, estimate(cell[arm]))
  const gain = (label: string, { probe, raw }: Cell) => measure(label, pairedDifference(probe, raw))
  const share = (of: number) =>
    estimate(result.kept.find(({ strength: at }) => at === of)?.share ?? [])
  const strong = at(strength, many)
  const [few, lots] = [`${labels} labels`, `${many} labels`]
  const measures: Record<Names, Measure> = {
    probeAccuracy: mean(`Probe’s accuracy, ${few}`, at(strength, labels), 'probe'),
    rawAccuracy: mean(`Raw data’s accuracy, ${few}`, at(strength, labels), 'raw'),
    probeGain: gain(`Probe less raw data, ${few}`, at(strength, labels)),
    probeGainManyLabels: gain(`Probe less raw data, ${lots}`, at(strength, many)),
    faintProbeAccuracy: mean(`Probe’s accuracy, faint value, ${few}`, at(faint, labels), 'probe'),
    faintRawAccuracy: mean(`Raw data’s accuracy, faint value, ${few}`, at(faint, labels), 'raw'),
    faintProbeGain: gain(`Probe less raw data, faint value, ${few}`, at(faint, labels)),
    faintProbeGainManyLabels: gain(`Probe less raw data, faint value, ${lots}`, at(faint, many)),
    productAccuracy: mean(`Linear probe, product, ${few}`, at(strength, labels), 'product'),
    productAccuracyManyLabels: mean(`Linear probe, product, ${lots}`, strong, 'product'),
    curvedAccuracyManyLabels: mean(`Quadratic probe, product, ${lots}`, strong, 'curved'),
    keptShare: measure('Share of the value’s direction kept', share(strength)),
    faintKeptShare: measure('Share of the faint value’s direction kept', share(faint)),
    threshold: measure('Spectral threshold of strength', thresholdOf(settings)),
  }
  return measures
}

function sentenceOf(measures: Record<Names, Measure>, settings: ValuesForFreeSettings): string {
  const { strength, faint, labels, form, features } = settings
  const say = (name: Names) => sayMeasure(measures[name])
  const product = form === 'product'
  const right = (name: Names) => formatPercent(measures[name].value)
  return (
    `With ${labels} labels a probe on ${features} unsupervised features is right about ` +
    `${right('probeAccuracy')} of new items where the value${product ? ', a product,' : ''} has ` +
    `strength ${strength}; its lead over the same labels on raw data is ${say('probeGain')}. At ` +
    `strength ${faint} the lead is ${say('faintProbeGain')}, and with the most labels ` +
    `${say('faintProbeGainManyLabels')}` +
    (product ? '.' : `; where the value is a product it is right about ${right('productAccuracy')}.`)
  )
}

function manyLabels({ cells }: ValuesForFreeResult): number {
  return Math.max(...cells.map(({ labels }) => labels))
}

function cellOf({ cells }: ValuesForFreeResult, strength: number, labels: number): Cell {
  const cell = cells.find((of) => of.strength === strength && of.labels === labels)
  if (cell === undefined) throw new RangeError('Expected `cells` to have the cell of the settings')
  return cell
}

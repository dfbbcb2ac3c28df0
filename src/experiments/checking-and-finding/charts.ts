import type { Chart, ChartPoint, Series } from '../contract.ts'
import { wilson } from '../lib/statistics.ts'
import { satisfiableShare } from './crossover.ts'
import { medianOf } from './growth.ts'
import { comparedCells, gapsOf } from './measures.ts'
import { type CheckingResult, mapSizes } from './model.ts'
import type { CheckingSettings } from './settings.ts'

/** Clauses per variable at which the share of satisfiable formulas is shown: 3 to 6. */
export const shownRatios: readonly number[] = Array.from(
  { length: 16 },
  (_, i) => (30 + 2 * i) / 10,
)

/** The figure of the page, then the crossover and the growth at other ratios. */
export function chartsOf(result: CheckingResult, settings: CheckingSettings): readonly Chart[] {
  return [growthChart(result, settings), mapChart(result, settings), crossoverChart(result)]
}

function growthChart(result: CheckingResult, settings: CheckingSettings): Chart {
  const { growth } = result
  const { ratio, compare } = settings
  return {
    title: 'Work of finding and refuting over work of checking',
    x: { label: 'Variables in the formula' },
    y: { label: 'Times the work of checking one answer (median)', log: true },
    series: [
      line(
        `No answer exists, ${ratio} per variable`,
        growth.map(({ variables, refuted }) => medianPoint(variables, gapsOf(refuted))),
      ),
      line(
        `Find an answer, ${ratio} per variable`,
        growth.map(({ variables, found }) => medianPoint(variables, gapsOf(found))),
      ),
      line(
        `Find an answer, ${compare} per variable`,
        comparedCells(result, settings).map(({ variables, gaps }) => medianPoint(variables, gaps)),
      ),
    ],
    references: [{ axis: 'y', at: 1, label: 'check one answer' }],
  }
}

function mapChart({ map }: CheckingResult, { largest }: CheckingSettings): Chart {
  return {
    title: 'Where finding grows away from checking',
    x: { label: 'Clauses per variable' },
    y: { label: 'Finding over checking (median)', log: true },
    series: mapSizes(largest).map((size) =>
      line(
        `${size} variables`,
        map
          .filter(({ variables }) => variables === size)
          .map(({ ratio, gaps }) => medianPoint(ratio, gaps)),
      ),
    ),
    references: [{ axis: 'y', at: 1, label: 'check one answer' }],
  }
}

function crossoverChart({ crossovers }: CheckingResult): Chart {
  return {
    title: 'Share of formulas that can be satisfied',
    x: { label: 'Clauses per variable' },
    y: { label: 'Share satisfiable', domain: [0, 1] },
    series: crossovers.map(({ variables, breaking }) =>
      line(
        `${variables} variables`,
        breaking.length === 0 ? [] : shownRatios.map((x) => sharePoint(x, variables, breaking)),
      ),
    ),
    references: [
      { axis: 'y', at: 0.5, label: 'half' },
      { axis: 'x', at: longFormulaThreshold, label: 'limit for long formulas' },
    ],
  }
}

/** The ratio at which very long formulas cross over, by Mézard and Zecchina (2002). */
export const longFormulaThreshold = 4.267

function sharePoint(x: number, variables: number, breaking: readonly number[]): ChartPoint {
  const { value, low, high } = shareAt(x, variables, breaking)
  return { x, y: value, low, high }
}

/** The satisfiable share at a ratio, with Wilson's interval; clauses are rounded. */
export function shareAt(ratio: number, variables: number, breaking: readonly number[]) {
  const share = satisfiableShare(breaking, Math.round(ratio * variables))
  return wilson(Math.round(share * breaking.length), breaking.length)
}

function medianPoint(x: number, values: readonly number[]): ChartPoint | undefined {
  const median = medianOf(values)
  return median && { x, y: median.value, low: median.low, high: median.high }
}

function line(name: string, points: readonly (ChartPoint | undefined)[]): Series {
  return { name, kind: 'line', points: points.filter((point) => point !== undefined) }
}

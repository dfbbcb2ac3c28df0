import type { Chart, ChartPoint, Series } from '../contract.ts'
import { exp, ln } from '../lib/elementary.ts'
import { wilson } from '../lib/statistics.ts'
import { historyStep, largerBy, strengths, type PolicingResult, type TimeCell } from './model.ts'
import type { PolicingSettings } from './settings.ts'

const ln10 = ln(10)

/** 10 to the power of `x`. */
export function powerOfTen(x: number): number {
  return exp(x * ln10)
}

/** A strength of policing as a legend names it. */
export function levelName(policing: number): string {
  return policing === 0 ? 'no policing' : `policing ${Number(policing.toFixed(3))}`
}

/** All figures; the first shows whether more agents hold longer. */
export function chartsOf(result: PolicingResult, settings: PolicingSettings): readonly Chart[] {
  return [
    timesChart(result, settings),
    takeoverChart(result, settings),
    longRunChart(result, settings),
    historyChart(result),
  ]
}

function timesChart(result: PolicingResult, settings: PolicingSettings): Chart {
  const exact = strengths(settings).map((policing) => ({
    name: levelName(policing),
    kind: 'line' as const,
    points: result.times
      .filter((cell) => cell.policing === policing && cell.log10Generations < 300)
      .map((cell) => ({ x: cell.agents, y: powerOfTen(cell.log10Generations) })),
  }))
  const simulated = result.times.flatMap(simulatedPoint)
  return {
    title: 'Does a larger population hold longer?',
    x: { label: 'Agents', log: true },
    y: { label: 'Expected generations to a misaligned majority', log: true },
    series: [...exact, ...given('simulated', 'points', simulated)],
    references: [
      { axis: 'x', at: settings.agents, label: `${settings.agents} agents` },
      { axis: 'x', at: largerBy * settings.agents, label: `${largerBy * settings.agents} agents` },
    ],
  }
}

function simulatedPoint({ agents, simulated }: TimeCell): ChartPoint[] {
  if (simulated === null) return []
  const { value, halfWidth } = simulated
  // A log axis has no room for an interval that reaches 0.
  const low = Math.max(value - halfWidth, value / 10)
  return [{ x: agents, y: value, low, high: value + halfWidth }]
}

function takeoverChart(
  result: PolicingResult,
  { agents, runs, policing }: PolicingSettings,
): Chart {
  const exact = result.takeovers.map((cell) => ({
    x: cell.policing,
    y: powerOfTen(cell.log10Chance),
  }))
  const simulated = result.takeovers.flatMap((cell) => {
    if (cell.takeovers === null || cell.takeovers === 0) return []
    const { value, low, high } = wilson(cell.takeovers, runs)
    return [{ x: cell.policing, y: value, low, high }]
  })
  return {
    title: 'One misaligned agent: how often do its copies take over?',
    x: { label: 'Strength of policing' },
    y: { label: 'Chance of a takeover', log: true },
    series: [
      { name: 'exact', kind: 'line', points: exact },
      ...given('simulated', 'points', simulated),
    ],
    references: [
      { axis: 'y', at: 1 / agents, label: 'no advantage either way' },
      { axis: 'x', at: policing, label: 'as set' },
    ],
  }
}

function longRunChart(result: PolicingResult, settings: PolicingSettings): Chart {
  return {
    title: 'How many are misaligned in the long run?',
    x: { label: 'Mistakes in copying', log: true },
    y: { label: 'Share of misaligned agents', domain: [0, 1] },
    series: strengths(settings).map((policing) => ({
      name: levelName(policing),
      kind: 'line',
      points: result.longRun
        .filter((cell) => cell.policing === policing)
        .map((cell) => ({ x: cell.mutation, y: cell.share })),
    })),
    references: [{ axis: 'x', at: settings.mutation, label: 'as set' }],
  }
}

function historyChart(result: PolicingResult): Chart {
  return {
    title: 'One history of each, out of all that could happen',
    x: { label: 'Generations' },
    y: { label: 'Share of misaligned agents', domain: [0, 1] },
    series: result.histories.map(({ policing, shares }) => ({
      name: levelName(policing),
      kind: 'line',
      points: shares.map((share, i) => ({ x: i * historyStep, y: share })),
    })),
    references: [{ axis: 'y', at: 0.5, label: 'half' }],
  }
}

/** A series, unless it would have no points. */
function given(name: string, kind: Series['kind'], points: readonly ChartPoint[]): Series[] {
  return points.length === 0 ? [] : [{ name, kind, points }]
}

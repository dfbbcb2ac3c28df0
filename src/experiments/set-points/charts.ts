import type { Chart, ChartPoint, Series } from '../contract.ts'
import { expectedBestByProxy } from '../lib/expected-maximum.ts'
import { formatNumber } from '../lib/format.ts'
import type { Estimate } from '../lib/statistics.ts'
import { tailWords } from './measures.ts'
import { type AllocationCell, otherNoise, otherWeight, type SetPointResult } from './model.ts'
import type { SetPointSettings, Tail } from './settings.ts'

/** The figure is how much better the set-point agent leaves the world, over power. */
export function chartsOf(result: SetPointResult, settings: SetPointSettings): readonly Chart[] {
  const charts = [powerChart(result, settings), setPointChart(result, settings)]
  return result.choices.length === 0 ? charts : [...charts, optionChart(result, settings)]
}

function powerChart({ allocation }: SetPointResult, settings: SetPointSettings): Chart {
  const series = (name: string, cells: readonly AllocationCell[]): Series => ({
    name,
    kind: 'line',
    points: cells.map(({ power, difference }) => pointAt(1 / (1 - power), difference)),
  })
  const weight = formatNumber(otherWeight(settings.weight))
  const noise = formatNumber(otherNoise(settings.noise))
  return {
    title: 'An incomplete measure: set-point against maximiser',
    x: { label: 'Power: how many times less it can leave of the unmeasured', log: true },
    y: { label: 'True utility, set-point less maximiser' },
    references: [{ axis: 'y', at: 0, label: 'equally good' }],
    series: [
      series('As set', allocation.asSet),
      series(`Measured things count ${weight}-fold`, allocation.otherWeight),
      series(`Error of the set-point ${noise}`, allocation.otherNoise),
    ],
  }
}

function setPointChart({ allocation }: SetPointResult, { power }: SetPointSettings): Chart {
  const maximiser = allocation.bySetPoint[0]?.maximiser ?? 0
  return {
    title: `Which set-point? True utility at power ${formatNumber(power)}`,
    x: { label: 'Set-point' },
    y: { label: 'True utility' },
    references: [
      { axis: 'y', at: maximiser, label: 'maximiser' },
      { axis: 'y', at: allocation.start, label: 'start' },
    ],
    series: [
      {
        name: 'Set-point agent',
        kind: 'line',
        points: allocation.bySetPoint.map((cell) => pointAt(cell.setPointAt, cell.setPoint)),
      },
    ],
  }
}

type Agent = 'maximiser' | 'setPoint' | 'quantiliser'

function optionChart({ choices }: SetPointResult, { tail }: SetPointSettings): Chart {
  const other: Tail = tail === 'normal' ? '3' : 'normal'
  const series = (agent: string, key: Agent, of: Tail): Series => ({
    name: `${agent}, ${tailWords[of]}`,
    kind: 'line',
    points: choices
      .filter((cell) => cell.tail === of)
      .map((cell) => pointAt(cell.options, cell[key])),
  })
  const counts = choices.filter((cell) => cell.tail === 'normal').map(({ options }) => options)
  return {
    title: 'A noisy measure: what is gained by more options',
    x: { label: 'Options looked at', log: true },
    y: { label: 'True value of what is chosen, in standard deviations' },
    series: [
      series('Maximiser', 'maximiser', tail),
      series('Set-point', 'setPoint', tail),
      series('Quantiliser', 'quantiliser', tail),
      series('Maximiser', 'maximiser', other),
      series('Set-point', 'setPoint', other),
      {
        name: 'Theory, maximiser with normal error',
        kind: 'theory',
        points: counts.map((x) => ({ x, y: expectedBestByProxy(x, Math.SQRT1_2) })),
      },
    ],
  }
}

function pointAt(x: number, { value, halfWidth }: Estimate): ChartPoint {
  if (halfWidth === 0) return { x, y: value }
  return { x, y: value, low: value - halfWidth, high: value + halfWidth }
}

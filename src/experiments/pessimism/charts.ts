import type { Chart, ChartPoint, Series } from '../contract.ts'
import { formatNumber } from '../lib/format.ts'
import { type Estimate, wilson } from '../lib/statistics.ts'
import { type OfflineCell, type PessimismResult, weights } from './model.ts'
import type { PessimismSettings } from './settings.ts'
import { learnerWords } from './words.ts'

/** The figure is the regret that a weight of doubt costs or saves, over coverage. */
export function chartsOf(result: PessimismResult, settings: PessimismSettings): readonly Chart[] {
  return [
    regretChart(result, settings),
    disasterChart(result, settings),
    doubtChart(result),
    ...(result.online.length === 0 ? [] : [learningChart(result, settings)]),
  ]
}

const coverageAxis = { label: 'Coverage κ (right: what looks good was tried most; left: least)' }

function regretChart({ offline }: PessimismResult, settings: PessimismSettings): Chart {
  const others = weights.filter((beta) => beta !== 0 && !isOnTrial(beta, settings))
  return {
    title: 'Regret compared with ignoring doubt',
    x: coverageAxis,
    y: { label: 'Regret less the greedy rule’s' },
    references: [{ axis: 'y', at: 0, label: 'greedy rule' }],
    series: [
      { name: trialName(settings), kind: 'line', points: regretPoints(chosenIn(offline)) },
      ...others.map((beta): Series => {
        const cells = offline.filter((cell) => cell.panel === 'weights' && cell.beta === beta)
        return { name: `β = ${formatNumber(beta)}`, kind: 'line', points: regretPoints(cells) }
      }),
    ],
  }
}

function disasterChart({ offline, worlds }: PessimismResult, settings: PessimismSettings): Chart {
  const of = (name: string, cells: readonly OfflineCell[]): Series => ({
    name,
    kind: 'line',
    points: cells.map(({ coverage, disasters }) => {
      const { value, low, high } = wilson(Math.round(disasters.value * worlds), worlds)
      return { x: coverage, y: 100 * value, low: 100 * low, high: 100 * high }
    }),
  })
  const weighted = (beta: number) =>
    offline.filter((cell) => cell.panel === 'weights' && cell.beta === beta)
  return {
    title: 'How often a disaster is chosen',
    x: coverageAxis,
    y: { label: 'Disasters in a hundred choices' },
    series: [
      of(trialName(settings), chosenIn(offline)),
      of('Greedy rule', weighted(0)),
      of('Optimist, β = 2', weighted(2)),
    ],
  }
}

const placesOfDoubt = [
  ['everywhere', 'everywhere'],
  ['rare', 'where little was tried'],
] as const

function doubtChart({ offline }: PessimismResult): Chart {
  const understated = offline.filter(({ panel }) => panel === 'understated')
  const series = [0.8, 0, -0.8].flatMap((coverage) =>
    placesOfDoubt.map(([where, words]): Series => {
      const cells = understated.filter((cell) => cell.coverage === coverage && cell.where === where)
      return {
        name: `κ = ${formatNumber(coverage)}, ${words}`,
        kind: 'line',
        points: cells.map(({ believed, regretDifference }) => pointAt(believed, regretDifference)),
      }
    }),
  )
  return {
    title: 'When the chooser understates its own doubt',
    x: { label: 'Share of the true noise that it believes' },
    y: { label: 'Regret less the greedy rule’s' },
    references: [{ axis: 'y', at: 0, label: 'greedy rule' }],
    series,
  }
}

function learningChart({ online }: PessimismResult, settings: PessimismSettings): Chart {
  return {
    title: 'Learning by one’s own tries',
    x: { label: 'Steps' },
    y: { label: 'Regret so far' },
    series: online.map(({ learner, curve }): Series => ({
      name:
        learner === 'chosen'
          ? `Rule on trial, β = ${formatNumber(settings.beta)}`
          : learnerWords[learner].label,
      kind: 'line',
      points: curve.map((estimate, i) =>
        pointAt(((i + 1) * settings.horizon) / curve.length, estimate),
      ),
    })),
  }
}

function isOnTrial(beta: number, settings: PessimismSettings): boolean {
  return beta === settings.beta && settings.believed === 1
}

function trialName({ beta, believed }: PessimismSettings): string {
  return `Rule on trial, β = ${formatNumber(beta)}${believed === 1 ? '' : ', doubt understated'}`
}

function chosenIn(offline: readonly OfflineCell[]): readonly OfflineCell[] {
  return offline.filter(({ panel }) => panel === 'chosen')
}

function regretPoints(cells: readonly OfflineCell[]): readonly ChartPoint[] {
  return cells.map(({ coverage, regretDifference }) => pointAt(coverage, regretDifference))
}

function pointAt(x: number, { value, halfWidth }: Estimate): ChartPoint {
  return { x, y: value, low: value - halfWidth, high: value + halfWidth }
}

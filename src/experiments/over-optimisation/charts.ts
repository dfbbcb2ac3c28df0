import type { Chart, ChartPoint, Series } from '../contract.ts'
import type { Estimate } from '../lib/statistics.ts'
import {
  type Outcome,
  type OverOptimisationResult,
  penalties,
  trainingSizes,
} from './model.ts'
import { markDivergences } from './policy-path.ts'
import type { OverOptimisationSettings } from './settings.ts'
import {
  armsOf,
  bestOfNCurve,
  type Curve,
  type Group,
  judgesOf,
  over,
  pathCurve,
  theoryCurve,
} from './summary.ts'

/** The charts of a result; the first is the figure. */
export function chartsOf(
  result: OverOptimisationResult,
  settings: OverOptimisationSettings,
): readonly Chart[] {
  const arms = curves(armsOf(result), settings)
  const charts = [
    byDivergence('True reward as optimisation against a learned judge grows', [
      ...curves(judgesOf(result), settings),
      theory(result, settings),
    ]),
    accuracyChart(result, settings),
    byDivergence('A KL penalty against stopping early', penaltySeries(result, settings)),
  ]
  if (arms.length > 0) charts.push(byDivergence('An ensemble, and one judge with more data', arms))
  return charts
}

const start = { axis: 'y', at: 0, label: 'where it began' } as const

function byDivergence(title: string, series: readonly Series[]): Chart {
  const x = { label: 'KL divergence from the start (nats)' }
  return { title, x, y: { label: 'True reward' }, series, references: [start] }
}

function curves(
  groups: readonly Group<Outcome>[],
  settings: OverOptimisationSettings,
): readonly Series[] {
  return groups.flatMap(({ name, outcomes }) => [
    line(`Policy, ${name}`, pathCurve(outcomes, settings)),
    line(`Best-of-n, ${name}`, bestOfNCurve(outcomes, settings)),
  ])
}

function theory(result: OverOptimisationResult, settings: OverOptimisationSettings): Series {
  const xs = markDivergences(settings.reach)
  const golds = theoryCurve(result, settings)
  const points = golds.map((y, index) => ({ x: xs[index] as number, y }))
  return { name: 'Exact, linear judge', kind: 'theory', points }
}

function accuracyChart(
  result: OverOptimisationResult,
  settings: OverOptimisationSettings,
): Chart {
  const series = judgesOf(result).map(({ name, outcomes }): Series => {
    const points = trainingSizes(settings).map((_, index) => {
      const accuracy = over(outcomes, ({ bySize }) => bySize[index]?.accuracy as number)
      return point(accuracy.value, over(outcomes, ({ bySize }) => bySize[index]?.endGold as number))
    })
    return { name, kind: 'line', points: points.sort((a, b) => Number(a.x) - Number(b.x)) }
  })
  return {
    title: 'Where the path ends, by how accurate the judge was at its start',
    x: { label: 'Share of held-out pairs that the judge orders rightly' },
    y: { label: 'True reward at the end of the path' },
    series,
    references: [start],
  }
}

function penaltySeries(
  result: OverOptimisationResult,
  settings: OverOptimisationSettings,
): readonly Series[] {
  return judgesOf(result).flatMap(({ name, outcomes }): Series[] => {
    const points = penalties.map((_, index) => {
      const at = over(outcomes, ({ penalised }) => penalised[index]?.divergence as number)
      return point(at.value, over(outcomes, ({ penalised }) => penalised[index]?.gold as number))
    })
    const penalised: Series = { name: `Penalised, ${name}`, kind: 'points', points }
    if (settings.penalty > 0) return [penalised]
    return [line(`Stopped early, ${name}`, pathCurve(outcomes, settings)), penalised]
  })
}

function line(name: string, { xs, golds }: Curve): Series {
  return { name, kind: 'line', points: xs.map((x, index) => point(x, golds[index] as Estimate)) }
}

function point(x: number, { value, halfWidth }: Estimate): ChartPoint {
  return { x, y: value, low: value - halfWidth, high: value + halfWidth }
}

import type { Chart, ChartPoint, Series, Table } from '../contract.ts'
import { formatNumber, formatPercent } from '../lib/format.ts'
import { estimate, wilson } from '../lib/statistics.ts'
import type { GridCell, Result } from './model.ts'
import type { JudgingAndSteering } from './settings.ts'
import type { ByOrder } from './shortfall.ts'

const orders = [
  ['reachFirst', 'reach counted first'],
  ['shapley', 'mean of both orders'],
  ['judgingFirst', 'judging counted first'],
] as const satisfies readonly (readonly [keyof ByOrder<number>, string])[]

/** The share of misjudging by reach, the gridworld by slip and by size, and plans by length. */
export function chartsOf(result: Result, settings: JudgingAndSteering): readonly Chart[] {
  return [
    shareChart(result, settings),
    slipChart(result, settings),
    sizeChart(result, settings),
    planChart(result, settings),
  ]
}

/** Steering less judging score, world by world. */
export function leads({ steering, judging }: GridCell): readonly number[] {
  return steering.map((score, i) => score - (judging[i] as number))
}

function shareChart({ curve, overtaking }: Result, settings: JudgingAndSteering): Chart {
  const series = orders.map(([order, name]): Series => ({
    name,
    kind: order === 'shapley' ? 'theory' : 'line',
    points: curve.flatMap(({ reach, share }) =>
      share === null ? [] : [{ x: reach, y: share[order] }],
    ),
  }))
  const from = overtaking.find(({ correlation }) => correlation === settings.correlation)?.reach
  return {
    title: 'How much of the shortfall is misjudging',
    x: { label: 'Outcomes in reach', log: true },
    y: { label: 'Share of the shortfall due to misjudging', domain: [0, 1] },
    series,
    references: [
      { axis: 'y', at: 0.5, label: 'half' },
      { axis: 'x', at: Math.min(settings.reach, settings.outcomes), label: 'this agent' },
      ...(from === undefined || settings.correlation === 1
        ? []
        : [{ axis: 'x', at: from.reachFirst, label: 'overtaken' } as const]),
    ],
  }
}

function slipChart({ grid }: Result, { size }: JudgingAndSteering): Chart {
  const cells = grid.filter((cell) => cell.size === size)
  return {
    title: `Steering and judging as moves go astray, side ${size}`,
    x: { label: 'Slip' },
    y: { label: 'Score: 0 as by chance, 1 perfect' },
    series: [
      scores('steering', cells, 'steering', ({ slip }) => slip),
      scores('judging', cells, 'judging', ({ slip }) => slip),
    ],
  }
}

function sizeChart({ grid }: Result, { slip: chosen }: JudgingAndSteering): Chart {
  const series = [...new Set([0, chosen])].flatMap((slip) => {
    const cells = grid.filter((cell) => cell.slip === slip)
    const named = slip === 0 ? 'no slip' : `slip ${formatNumber(slip)}`
    return [
      scores(`steering, ${named}`, cells, 'steering', ({ size }) => size),
      scores(`judging, ${named}`, cells, 'judging', ({ size }) => size),
    ]
  })
  return {
    title: 'Steering and judging as the world grows',
    x: { label: 'Side of the world, cells' },
    y: { label: 'Score: 0 as by chance, 1 perfect' },
    series,
  }
}

function scores(
  name: string,
  cells: readonly GridCell[],
  of: 'steering' | 'judging',
  x: (cell: GridCell) => number,
): Series {
  const points = cells.flatMap((cell): readonly ChartPoint[] => {
    if (cell[of].length === 0) return []
    const { value, halfWidth } = estimate(cell[of])
    return [{ x: x(cell), y: value, low: value - halfWidth, high: value + halfWidth }]
  })
  return { name, kind: 'line', points }
}

function planChart({ compounding }: Result, { stepError }: JudgingAndSteering): Chart {
  return {
    title: `Errors of ${formatPercent(stepError)} a step compound over a plan`,
    x: { label: 'Steps of the plan', log: true },
    y: { label: 'Chance of no error', domain: [0, 1] },
    series: [
      {
        name: 'exact',
        kind: 'theory',
        points: compounding.map(({ steps, exact }) => ({ x: steps, y: exact })),
      },
      {
        name: 'plans carried out',
        kind: 'points',
        points: compounding.map(({ steps, successes, runs }) => {
          const { value, low, high } = wilson(successes, runs)
          return { x: steps, y: value, low, high }
        }),
      },
    ],
    references: [{ axis: 'y', at: 1 - stepError, label: 'one judgement' }],
  }
}

/** The data of each chart, and the overtaking reach of other judges. */
export function tablesOf({ curve, overtaking, grid, compounding }: Result): readonly Table[] {
  const names = orders.map(([, name]) => name)
  return [
    {
      title: 'Share of the shortfall due to misjudging',
      columns: ['Outcomes in reach', ...names],
      rows: curve.map(({ reach, share }) => [
        reach,
        ...orders.map(([order]) => (share === null ? null : share[order])),
      ]),
    },
    {
      title: 'Reach from which misjudging is the larger part',
      columns: ['Accuracy of the judge', ...names],
      rows: overtaking.map(({ correlation, reach }) => [
        correlation,
        ...orders.map(([order]) => reach[order]),
      ]),
      note: '1 means at any reach; the number of all outcomes means at none below it.',
    },
    {
      title: 'Scores in the gridworld',
      columns: ['Side', 'Slip', 'Steering', 'Judging', 'Steering less judging'],
      rows: grid.map((cell) => [
        cell.size,
        cell.slip,
        ...[cell.steering, cell.judging, leads(cell)].map((scored) =>
          scored.length === 0 ? null : estimate(scored),
        ),
      ]),
      note: 'The two scores are on different scales: compare how they change, not their levels.',
    },
    {
      title: 'Plans without an error',
      columns: ['Steps', 'Exact', 'Share of plans carried out'],
      rows: compounding.map(({ steps, exact, successes, runs }) => [
        steps,
        exact,
        wilson(successes, runs),
      ]),
    },
  ]
}

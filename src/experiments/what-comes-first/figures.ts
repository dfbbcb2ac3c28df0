import type { Chart, ChartPoint, Series, Table } from '../contract.ts'
import { formatNumber } from '../lib/format.ts'
import { estimate, median } from '../lib/statistics.ts'
import { algorithms, type Ability, type Algorithm, type Curves, type Result } from './model.ts'
import type { WhatComesFirst } from './settings.ts'
import { arrivals } from './timing.ts'

const names: Readonly<Record<Algorithm, string>> = {
  q: 'Q-learning',
  'actor-critic': 'Actor-critic',
}
const thresholds = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]

type Named = readonly (readonly [ability: Ability, name: string])[]

/** The ability to judge outcomes, cells counted as the reader chose. */
export function outcomesOf({ counting }: WhatComesFirst): Ability {
  return counting === 'once' ? 'outcomesOnce' : 'outcomesEvery'
}

/** Learning of the chosen agent and of the other, arrival by threshold, and both countings. */
export function chartsOf(result: Result, settings: WhatComesFirst): readonly Chart[] {
  const chosen = settings.algorithm as Algorithm
  const other = algorithms.find((algorithm) => algorithm !== chosen) as Algorithm
  return [
    learningChart(result, settings, chosen, abilities(settings)),
    thresholdChart(result, settings, chosen),
    learningChart(result, settings, other, abilities(settings)),
    learningChart(result, settings, chosen, [
      ['outcomesOnce', 'each cell once'],
      ['outcomesEvery', 'every visit'],
    ], 'judging outcomes'),
  ]
}

function abilities(settings: WhatComesFirst): Named {
  return [
    [outcomesOf(settings), 'outcomes, new worlds'],
    ['situations', 'situations'],
    ['control', 'control'],
  ]
}

function learningChart(
  { marks, curves }: Result,
  { threshold }: WhatComesFirst,
  algorithm: Algorithm,
  shown: Named,
  what = 'what it can do',
): Chart {
  return {
    title: `${names[algorithm]}: ${what}, by experience`,
    x: { label: 'Episodes', log: true },
    y: { label: 'Score: 0 as by chance, 1 perfect' },
    series: shown.map(([ability, name]): Series => ({
      name,
      kind: 'line',
      points:
        curves[algorithm].length === 0
          ? []
          : marks.map((x, mark) => meanAt(curves[algorithm], ability, x, mark)),
    })),
    references: [{ axis: 'y', at: threshold, label: `threshold ${formatNumber(threshold)}` }],
  }
}

function meanAt(worlds: readonly Curves[], ability: Ability, x: number, mark: number): ChartPoint {
  const { value, halfWidth } = estimate(worlds.map((world) => world[ability][mark] as number))
  return { x, y: value, low: value - halfWidth, high: value + halfWidth }
}

function thresholdChart(
  { marks, curves }: Result,
  settings: WhatComesFirst,
  algorithm: Algorithm,
): Chart {
  const worlds = curves[algorithm]
  return {
    title: `${names[algorithm]}: when each ability is there, by threshold`,
    x: { label: 'Score that counts as having it' },
    y: { label: 'Median episodes', log: true },
    series: abilities(settings).map(([ability, name]): Series => ({
      name,
      kind: 'line',
      points:
        worlds.length === 0
          ? []
          : thresholds.map((x) => ({ x, y: median([...arrivals(worlds, ability, marks, x)]) })),
    })),
    references: [
      { axis: 'y', at: 2 * (marks[marks.length - 1] as number), label: 'not by the last episode' },
      { axis: 'x', at: settings.threshold, label: 'chosen' },
    ],
  }
}

/** The data of each chart. */
export function tablesOf(result: Result, settings: WhatComesFirst): readonly Table[] {
  const { marks, curves } = result
  const chosen = settings.algorithm as Algorithm
  const scored: Named = [
    ['outcomesOnce', 'Outcomes, each cell once'],
    ['outcomesEvery', 'Outcomes, every visit'],
    ['situations', 'Situations'],
    ['situationRanks', 'Situations, rank correlation'],
    ['control', 'Control'],
  ]
  const learning = algorithms.map((algorithm): Table => ({
    title: `${names[algorithm]}: scores by experience`,
    columns: ['Episodes', ...scored.map(([, name]) => name)],
    rows: marks.map((episodes, mark) => [
      episodes,
      ...scored.map(([ability]) =>
        curves[algorithm].length === 0
          ? null
          : estimate(curves[algorithm].map((world) => world[ability][mark] as number)),
      ),
    ]),
  }))
  const worlds = curves[chosen]
  return [
    ...learning,
    {
      title: `${names[chosen]}: median episodes until an ability is there, by threshold`,
      columns: ['Threshold', ...scored.map(([, name]) => name)],
      rows: thresholds.map((threshold) => [
        threshold,
        ...scored.map(([ability]) =>
          worlds.length === 0 ? null : median([...arrivals(worlds, ability, marks, threshold)]),
        ),
      ]),
      note: `${formatNumber(2 * (marks[marks.length - 1] as number))} stands for an ability that is not there by the last episode.`,
    },
  ]
}

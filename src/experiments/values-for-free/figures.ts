import type { Chart, Series, Table } from '../contract.ts'
import { estimate, pairedDifference } from '../lib/statistics.ts'
import { dimensions } from './items.ts'
import type { Cell, ValuesForFreeResult } from './model.ts'
import type { ValuesForFreeSettings } from './settings.ts'
import { accuracyAlong, limitingOverlap } from './spiked.ts'

const keptTitle = 'Share of the value’s direction within the features'
/** The learners of a cell. */
export type Arm = 'probe' | 'raw' | 'product' | 'curved'

/** The figure: accuracy of all learners by the strength of the value. */
export function strengthChart(
  result: ValuesForFreeResult,
  settings: ValuesForFreeSettings,
): Chart {
  const cells = sweepOf(result, settings)
  const isProduct = settings.form === 'product'
  const series: Series[] = [
    lineOf('probe on unsupervised features', cells, 'probe'),
    lineOf('learner on raw data', cells, 'raw'),
    ...(isProduct ? [] : [lineOf('probe, value a product of two', cells, 'product')]),
    ...(isProduct ? [lineOf('quadratic probe', cells, 'curved')] : [ceilingOf(cells)]),
  ]
  return {
    title: `Accuracy on new items with ${settings.labels} labels`,
    x: { label: 'strength of the value in the data' },
    y: { label: 'share judged rightly' },
    series,
    references: [
      { axis: 'y', at: 0.5, label: 'chance' },
      { axis: 'x', at: thresholdOf(settings), label: 'spectral threshold' },
    ],
  }
}

function ceilingOf(cells: readonly Cell[]): Series {
  const top = cells[cells.length - 1]?.strength ?? 0
  const points = Array.from({ length: 41 }, (_, i) => {
    const x = (i / 40) * top
    return { x, y: accuracyAlong(x, 1) }
  })
  return { name: 'direction known (theory)', kind: 'theory', points }
}

/** What the features hold of the value’s direction, beside the theory. */
export function keptChart(result: ValuesForFreeResult, settings: ValuesForFreeSettings): Chart {
  const gamma = dimensions / settings.unlabelled
  const top = result.kept[result.kept.length - 1]?.strength ?? 0
  const theory = Array.from({ length: 80 }, (_, i) => {
    const x = ((i + 1) / 80) * top
    return { x, y: limitingOverlap(x, gamma) }
  })
  return {
    title: keptTitle,
    x: { label: 'strength of the value in the data' },
    y: { label: 'share of the direction', domain: [0, 1] },
    series: [
      {
        name: `${settings.features} principal components`,
        kind: 'line',
        points: result.kept.map(({ strength, share }) => pointOf(strength, share)),
      },
      { name: 'theory for one component', kind: 'theory', points: theory },
    ],
    references: [{ axis: 'x', at: thresholdOf(settings), label: 'spectral threshold' }],
  }
}

/** Accuracy by the number of labels at both strengths. */
export function labelChart(
  result: ValuesForFreeResult,
  { strength, faint }: ValuesForFreeSettings,
): Chart {
  const strengths = strength === faint ? [strength] : [strength, faint]
  const series = strengths.flatMap((of) => {
    const cells = result.cells.filter((cell) => cell.strength === of)
    const line = (name: string, arm: Arm): Series => ({
      name: `${name}, strength ${of}`,
      kind: 'line',
      points: cells.map((cell) => pointOf(cell.labels, cell[arm])),
    })
    return [line('probe', 'probe'), line('raw data', 'raw')]
  })
  return {
    title: 'What more labels change',
    x: { label: 'labels', log: true },
    y: { label: 'share judged rightly' },
    series,
    references: [{ axis: 'y', at: 0.5, label: 'chance' }],
  }
}

/** The figure as a table. */
export function strengthTable(
  result: ValuesForFreeResult,
  settings: ValuesForFreeSettings,
): Table {
  return {
    title: `Accuracy on new items with ${settings.labels} labels`,
    columns: ['strength', ...armColumns],
    rows: sweepOf(result, settings).map((cell) => [cell.strength, ...armCells(cell)]),
    note: 'The difference is paired within worlds.',
  }
}

/** The share kept as a table. */
export function keptTable(
  { kept }: ValuesForFreeResult,
  { unlabelled }: ValuesForFreeSettings,
): Table {
  const gamma = dimensions / unlabelled
  return {
    title: keptTitle,
    columns: ['strength', 'measured', 'theory for one component'],
    rows: kept.map(({ strength, share }) =>
      [strength, estimate(share), strength === 0 ? 0 : limitingOverlap(strength, gamma)]),
  }
}

/** Accuracy by the number of labels as a table. */
export function labelTable(result: ValuesForFreeResult, settings: ValuesForFreeSettings): Table {
  const { strength, faint } = settings
  return {
    title: 'Accuracy by number of labels',
    columns: ['strength', 'labels', ...armColumns],
    rows: result.cells
      .filter((cell) => cell.strength === strength || cell.strength === faint)
      .map((cell) => [cell.strength, cell.labels, ...armCells(cell)]),
  }
}

const armColumns = [
  'probe',
  'raw data',
  'difference',
  'product, linear probe',
  'product, quadratic probe',
]

function armCells({ probe, raw, product, curved }: Cell) {
  return [
    estimate(probe),
    estimate(raw),
    pairedDifference(probe, raw),
    estimate(product),
    estimate(curved),
  ]
}

function lineOf(name: string, cells: readonly Cell[], arm: Arm): Series {
  return { name, kind: 'line', points: cells.map((cell) => pointOf(cell.strength, cell[arm])) }
}

function pointOf(x: number, values: readonly number[]) {
  const { value, halfWidth } = estimate(values)
  return { x, y: value, low: value - halfWidth, high: value + halfWidth }
}

function sweepOf(
  { cells }: ValuesForFreeResult,
  { labels }: ValuesForFreeSettings,
): readonly Cell[] {
  return cells.filter((cell) => cell.labels === labels)
}

/** Below this strength components lose a factor in the limit. */
export function thresholdOf({ unlabelled }: ValuesForFreeSettings): number {
  return Math.sqrt(dimensions / unlabelled)
}

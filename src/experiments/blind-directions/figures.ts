import type { Chart, Series, Table } from '../contract.ts'
import { estimate, pairedDifference } from '../lib/statistics.ts'
import { type Arm, arms, type BlindDirectionsResult, type Wide } from './model.ts'
import type { BlindDirectionsSettings } from './settings.ts'

/** How the regularised judge is regularised. */
export function guardOf({ decay, project }: BlindDirectionsSettings): string {
  return `weight decay ${decay}${project ? ' and projection' : ''}`
}

function namesOf(settings: BlindDirectionsSettings): Readonly<Record<Arm, string>> {
  return { plain: 'no regularisation', guarded: guardOf(settings), projected: 'projection alone' }
}

/** The figure: true value by the length of the step. */
export function valueChart(
  { reaches, followed }: BlindDirectionsResult,
  settings: BlindDirectionsSettings,
): Chart {
  const names = namesOf(settings)
  const lines = arms.map((arm): Series => ({
    name: names[arm],
    kind: 'line',
    points: reaches.map((x, i) => pointOf(x, followed[arm].value[i] ?? [])),
  }))
  const perfect: Series = {
    name: 'perfect judge',
    kind: 'theory',
    points: [{ x: 0, y: 0 }, { x: settings.reach, y: settings.reach }],
  }
  return {
    title: 'True value as a policy follows the judge further',
    x: { label: 'length of the policy’s step' },
    y: { label: 'true value' },
    series: [...lines, perfect],
    references: [{ axis: 'y', at: 0, label: 'start' }],
  }
}

/** Each judge’s accuracy beside what it leads to. */
export function accuracyChart(
  { followed }: BlindDirectionsResult,
  settings: BlindDirectionsSettings,
): Chart {
  const names = namesOf(settings)
  const shown = ['plain', 'guarded'] as const
  return {
    title: 'Accuracy does not show the loss: each mark is a judge',
    x: { label: 'accuracy on new pairs' },
    y: { label: `true value after a step of ${settings.reach}` },
    series: shown.map((arm) => {
      const { accuracy, value } = followed[arm]
      const last = value[value.length - 1] ?? []
      return {
        name: names[arm],
        kind: 'points',
        points: accuracy.map((x, world) => ({ x, y: last[world] as number })),
      }
    }),
    references: [{ axis: 'y', at: 0, label: 'start' }],
  }
}

/** The second panel. */
export function wideChart(
  result: BlindDirectionsResult,
  { decay }: BlindDirectionsSettings,
): Chart {
  const wide = wideOf(result)
  const line = (name: string, of: (at: Wide) => readonly number[]): Series => ({
    name,
    kind: 'line',
    points: wide.map((at) => pointOf(at.dimensions, of(at))),
  })
  return {
    title: 'Where the data cover every direction',
    x: { label: 'dimensions', log: true },
    y: { label: 'share' },
    series: [
      line('real of best possible gain', ({ ofBest }) => ofBest),
      line('accuracy on new pairs', ({ accuracy }) => accuracy),
      line(`real of claimed gain, weight decay ${decay}`, (at) => at.realShareGuarded),
      line('real of claimed gain', ({ realShare }) => realShare),
    ],
  }
}

/** The figure as a table. */
export function valueTable(
  { reaches, followed }: BlindDirectionsResult,
  settings: BlindDirectionsSettings,
): Table {
  const names = namesOf(settings)
  return {
    title: 'True value by length of the step',
    columns: ['step', ...arms.map((arm) => names[arm]), 'difference'],
    rows: reaches.map((reach, i) => {
      const [plain = [], guarded = [], projected = []] = arms.map((arm) => followed[arm].value[i])
      const shown = [plain, guarded, projected].map((values) => estimate(values))
      return [reach, ...shown, pairedDifference(guarded, plain)]
    }),
    note: 'The difference is the second judge less the first, paired within worlds.',
  }
}

/** Each judge as a row. */
export function judgeTable(
  { followed }: BlindDirectionsResult,
  settings: BlindDirectionsSettings,
): Table {
  const names = namesOf(settings)
  const rows = followed.plain.accuracy.flatMap((_, world) =>
    (['plain', 'guarded'] as const).map((arm) => {
      const { accuracy, away, value } = followed[arm]
      const last = value[value.length - 1] ?? []
      const numbers = [accuracy, away, last].map((of) => of[world] ?? null)
      return [world + 1, names[arm], ...numbers]
    }))
  return {
    title: 'Each judge',
    columns: ['world', 'judge', 'accuracy', 'share off the data', 'true value at the end'],
    rows,
    note: 'The share is that of the step’s length which leaves the data’s directions.',
  }
}

/** The second panel as a table. */
export function wideTable(
  result: BlindDirectionsResult,
  { decay }: BlindDirectionsSettings,
): Table {
  return {
    title: 'Where the data cover every direction',
    columns: [
      'dimensions',
      'accuracy',
      'real of claimed gain',
      `the same, weight decay ${decay}`,
      'real of best possible gain',
    ],
    rows: wideOf(result).map(({ dimensions, accuracy, realShare, realShareGuarded, ofBest }) =>
      [dimensions, ...[accuracy, realShare, realShareGuarded, ofBest].map((of) => estimate(of))]),
  }
}

function pointOf(x: number, values: readonly number[]) {
  const { value, halfWidth } = estimate(values)
  return { x, y: value, low: value - halfWidth, high: value + halfWidth }
}

/** The part of the second panel that has been run. */
export function wideOf({ wide }: BlindDirectionsResult): readonly Wide[] {
  return wide.filter(({ accuracy }) => accuracy.length > 0)
}

import type { Table } from '../contract.ts'
import { formatNumber } from '../lib/format.ts'
import { wilson } from '../lib/statistics.ts'
import { growthOf } from './measures.ts'
import type { PessimismResult } from './model.ts'
import type { PessimismSettings } from './settings.ts'
import { learnerWords } from './words.ts'

/** The data of the charts, and what they leave out. */
export function tablesOf(result: PessimismResult, settings: PessimismSettings): readonly Table[] {
  return [
    offlineTable(result, settings),
    doubtTable(result, settings),
    ...(result.online.length === 0 ? [] : [endTable(result), curveTable(result, settings)]),
  ]
}

function offlineTable({ offline, worlds }: PessimismResult, { weight }: PessimismSettings): Table {
  return {
    title: `Choices from fixed data, ${formatNumber(worlds)} worlds`,
    columns: [
      'Coverage κ',
      'Weight of doubt β',
      'Regret',
      'Regret less greedy',
      'Share of disasters',
      'Share saved against greedy',
      `Regret + ${weight} × disasters, less greedy`,
    ],
    rows: offline
      .filter(({ panel }) => panel !== 'understated')
      .map((cell) => [
        cell.coverage,
        cell.panel === 'chosen' ? `${formatNumber(cell.beta)} (rule on trial)` : cell.beta,
        cell.regret,
        cell.regretDifference,
        wilson(Math.round(cell.disasters.value * worlds), worlds),
        cell.disasterSaving,
        cell.lossDifference,
      ]),
    note: 'Differences are taken world by world.',
  }
}

function doubtTable({ offline }: PessimismResult, { beta }: PessimismSettings): Table {
  return {
    title: `Doubt understated, weight of doubt ${formatNumber(beta)}`,
    columns: [
      'Coverage κ',
      'Where',
      'Share of noise believed',
      'Regret less greedy',
      'Share of disasters saved',
    ],
    rows: offline
      .filter(({ panel }) => panel === 'understated')
      .map(({ coverage, where, believed, regretDifference, disasterSaving }) => [
        coverage,
        where === 'rare' ? 'where little was tried' : 'everywhere',
        believed,
        regretDifference,
        disasterSaving,
      ]),
    note: 'A share believed everywhere is the same as a smaller weight of doubt.',
  }
}

function endTable({ online, runs }: PessimismResult): Table {
  const estimateAt = (part: 'half' | 'end', curve: (typeof online)[number]['curve']) =>
    curve[part === 'half' ? curve.length / 2 - 1 : curve.length - 1] ?? null
  return {
    title: `Learning by one’s own tries, ${runs} runs`,
    columns: ['Learner', 'Regret at half time', 'Regret at the end', 'End over half time'],
    rows: online.map(({ learner, curve, regrets }) => [
      learnerWords[learner].label,
      estimateAt('half', curve),
      estimateAt('end', curve),
      growthOf(regrets) ?? null,
    ]),
    note: 'A ratio of 2 is regret that grows with time, not with its logarithm.',
  }
}

function curveTable({ online }: PessimismResult, { horizon }: PessimismSettings): Table {
  const parts = online[0]?.curve.length ?? 0
  return {
    title: 'Regret over time',
    columns: ['Steps', ...online.map(({ learner }) => learnerWords[learner].label)],
    rows: Array.from({ length: parts }, (_, i) => [
      ((i + 1) * horizon) / parts,
      ...online.map(({ curve }) => curve[i] ?? null),
    ]),
  }
}

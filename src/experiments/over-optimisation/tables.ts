import type { Cell, Table } from '../contract.ts'
import { estimate, pairedDifference } from '../lib/statistics.ts'
import { sampleSizes } from './best-of-n.ts'
import {
  type Outcome,
  type OverOptimisationResult,
  penalties,
  type Trained,
  trainingSizes,
} from './model.ts'
import { markDivergences } from './policy-path.ts'
import type { OverOptimisationSettings } from './settings.ts'
import {
  armsOf,
  bestOfNCurve,
  comparedBest,
  comparedSize,
  endOf,
  judgesOf,
  over,
  pathCurve,
  theoryCurve,
} from './summary.ts'

/** The tables of a result, with the data of every chart. */
export function tablesOf(
  result: OverOptimisationResult,
  settings: OverOptimisationSettings,
): readonly Table[] {
  const groups = [...judgesOf(result), ...armsOf(result)]
  const names = groups.map(({ name }) => name)
  const paths = groups.map(({ outcomes }) => pathCurve(outcomes, settings).golds)
  const bests = groups.map(({ outcomes }) => bestOfNCurve(outcomes, settings))
  const theory = theoryCurve(result, settings)
  const longest = Math.max(...paths.map((golds) => golds.length))
  const tables: Table[] = [
    {
      title: 'True reward along the policy’s path',
      columns: ['KL (nats)', 'exact, linear judge', ...names],
      rows: markDivergences(settings.reach)
        .slice(0, longest)
        .map((x, i) => [x, theory[i] as number, ...paths.map((golds) => golds[i] ?? null)]),
      note: 'The exact column is without a penalty. A policy at rest keeps its last true reward.',
    },
    {
      title: 'True reward of best-of-n',
      columns: ['n', 'KL (nats)', ...names],
      rows: sampleSizes(Number(settings.mostSamples)).map((n, i) => [
        n,
        bests[0]?.xs[i] as number,
        ...bests.map(({ golds }) => golds[i] as Cell),
      ]),
    },
    sizeTable(result, settings),
    penaltyTable(result),
  ]
  return result.ensembles.length === 0 ? tables : [...tables, ensembleTable(result, settings)]
}

function rowsOf<T>(
  result: OverOptimisationResult,
  values: readonly T[],
  cells: (outcomes: readonly Trained[], index: number) => Cell[],
): Cell[][] {
  return judgesOf(result).flatMap(({ name, outcomes }) =>
    values.map((value, index) => [name, value as Cell, ...cells(outcomes, index)]),
  )
}

function sizeTable(result: OverOptimisationResult, settings: OverOptimisationSettings): Table {
  return {
    title: 'Judges by how many labels they learned from',
    columns: ['Judge', 'Pairs', 'Accuracy', 'KL at the peak', 'True reward at the end'],
    rows: rowsOf(result, trainingSizes(settings), (outcomes, i) => [
      over(outcomes, ({ bySize }) => bySize[i]?.accuracy as number),
      over(outcomes, ({ bySize }) => bySize[i]?.peakDivergence as number),
      over(outcomes, ({ bySize }) => bySize[i]?.endGold as number),
    ]),
    note: 'Accuracy is on held-out pairs from the start, against the true reward.',
  }
}

function penaltyTable(result: OverOptimisationResult): Table {
  return {
    title: 'A KL penalty against stopping early',
    columns: ['Judge', 'Penalty', 'KL (nats)', 'True reward', 'Less stopped early at that KL'],
    rows: rowsOf(result, penalties, (outcomes, i) => {
      const both = outcomes.flatMap(({ penalised }) => {
        const { gold, stopped } = penalised[i] as (typeof penalised)[number]
        return stopped === null ? [] : [gold - stopped]
      })
      return [
        over(outcomes, ({ penalised }) => penalised[i]?.divergence as number),
        over(outcomes, ({ penalised }) => penalised[i]?.gold as number),
        both.length === 0 ? null : estimate(both),
      ]
    }),
    note: 'Under a linear judge the two lie on one path, and the difference is 0 by construction.',
  }
}

function ensembleTable(
  result: OverOptimisationResult,
  settings: OverOptimisationSettings,
): Table {
  const { members, memberPairs, memberData } = settings
  const [single] = armsOf(result)
  const less = (values: readonly number[], others: readonly number[], arm: number) =>
    arm === 0 ? null : pairedDifference(values, others)
  const own = (outcomes: readonly Outcome[] = []) => ({
    best: comparedBest(outcomes, settings),
    end: outcomes.map(endOf),
  })
  const one = own(single?.outcomes)
  const best = `Best of ${comparedSize(settings)}`
  return {
    title: 'An ensemble against one judge, and against one with more data',
    columns: ['Judge', 'Pairs', 'Accuracy', best, 'Less one', 'End of path', 'Less one'],
    rows: armsOf(result).map(({ name, outcomes }, arm) => {
      const here = own(outcomes)
      const all = arm === 2 || (arm === 1 && memberData === 'own')
      return [
        name,
        all ? members * memberPairs : memberPairs,
        over(outcomes, ({ accuracy }) => accuracy),
        estimate(here.best),
        less(here.best, one.best, arm),
        estimate(here.end),
        less(here.end, one.end, arm),
      ]
    }),
  }
}

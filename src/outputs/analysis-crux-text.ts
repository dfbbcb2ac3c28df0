import type { Crux } from '../analysis/cruxes/cruxes.ts'
import { visible } from '../core/catalogue/entry.ts'
import { fixed, signed } from './analysis-numbers.ts'
import type { ReportedNode, TopicReport } from './analysis-report.ts'
import { toColumns } from './text-columns.ts'
import { counted } from './text-report.ts'

/** Pairs of nodes that are shown, those that differ most from their sum. */
const mostPairs = 4

/** What the columns of `cruxLines` are. */
export const cruxLegend: readonly string[] = [
  'Swing: how far the strength moves as one base score runs from 0 to 1. Flip: the smallest',
  'change of it that takes the strength across 0.5. Gradient: by the base score, as it stands.',
  'Removal: the strength less that without the node. Shapley: the share of strength less base.',
]

/** The cruxes of one topic as lines for a terminal. */
export function cruxLines(topic: TopicReport, nodes: readonly ReportedNode[]): readonly string[] {
  const { strength, base, cruxes, reaching, shapley } = topic
  const nameOf = (node: number) => visible(nodes[node]?.id ?? '')
  const title = `Cruxes of ${nameOf(topic.topic)}`
  const state = `strength ${fixed(strength)}, base score ${fixed(base)}`
  const reach = reaching === 1 ? '1 node reaches it' : `${reaching} nodes reach it`
  const head = `${title}: ${state}, ${reach}`
  if (cruxes.length === 0) return [head, ...whyNone(topic)]
  const shares: [string, (node: number) => string][] =
    shapley === undefined ? [] : [[' Shapley', (node) => signed(shapley.value[node])]]
  if (shapley !== undefined && shapley.pairs > 0) {
    shares.push([' ±', (node) => shapley.error[node]?.toFixed(3) ?? ''])
  }
  const columns = [' swing', 'strength', ' flip', ' gradient', ' removal']
  const table = toColumns(
    [...columns, ...shares.map(([name]) => name), 'node', ''],
    cruxes.map((crux) => [
      fixed(crux.swing),
      `${fixed(crux.lowest)} to ${fixed(crux.highest)}`,
      crux.flip === undefined ? 'none' : signed(crux.flip),
      signed(crux.gradient),
      signed(crux.removal),
      ...shares.map(([, cell]) => cell(crux.node)),
      nodes[crux.node]?.id ?? '',
      remarks(crux),
    ]),
  )
  return [head, ...table, ...togetherLines(topic, nameOf), ...sampling(topic)]
}

function whyNone({ strength, isTooLong }: TopicReport): readonly string[] {
  if (isTooLong) return ['  The cruxes would take too long to find in these cycles.']
  return Number.isNaN(strength) ? ['  It has no number that anything could change.'] : []
}

function remarks({ monotone, hasGap }: Crux): string {
  return [monotone ? '' : 'rises and falls', hasGap ? 'without a number in places' : '']
    .filter((text) => text !== '')
    .join(', ')
}

function togetherLines({ interactions }: TopicReport, nameOf: (node: number) => string) {
  if (interactions.length === 0) return []
  const lines = interactions.slice(0, mostPairs).map(({ nodes: [first, second], a, b, both }) => {
    const names = `${nameOf(first)} and ${nameOf(second)}`
    return `    ${names}: ${signed(a)} and ${signed(b)} alone, ${signed(both)} together`
  })
  return ['  Removed together, some do more or less than each alone:', ...lines]
}

function sampling({ shapley, isShapleyTooSlow }: TopicReport): readonly string[] {
  if (isShapleyTooSlow) {
    return ['  Shapley values would take long in these cycles; `--samples 10` looks for them all the same.']
  }
  if (shapley === undefined || shapley.pairs === 0) return []
  const count = counted(2 * shapley.pairs, 'permutation')
  return [`  Shapley values are sampled from ${count}; ± is their standard error.`]
}

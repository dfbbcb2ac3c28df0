import type { ArgumentNode } from '../../core/document.ts'
import type { Edge } from '../../core/relation.ts'
import { isFormula, toCsv, type Cell } from '../csv.ts'
import { isUndercut, lostOfMap, lostOfNodes, told, type Exported, type Share } from './share.ts'

/** The two tables of a graph. */
export const csvTables = ['nodes', 'edges'] as const
export type CsvTable = (typeof csvTables)[number]

/**
 * One table of a graph as CSV with a line of names: a row a node or a row an edge. The end of an
 * undercut is the step `from>to`, the id of another row. Several sources stand in one cell, blanks
 * between them. What a spreadsheet would take for a formula begins with `'`.
 */
export function toGraphCsv(share: Share, table: CsvTable): Exported {
  const rows = table === 'nodes' ? nodeRows(share) : edgeRows(share)
  const formulas = rows.flat().filter((cell) => typeof cell === 'string' && isFormula(cell))
  const losses = [
    ...(table === 'nodes'
      ? lostOfNodes(share.nodes, ['body', 'places', 'experiment'])
      : ['Nodes stand in the other table, `--table nodes`.']),
    ...told(
      formulas.length,
      '1 text begins',
      '# texts begin',
      'with `\'` here, so as not to be a formula.',
    ),
    ...share.losses,
    lostOfMap,
  ]
  return { text: toCsv(rows), losses }
}

const nodeColumns: readonly (readonly [string, (node: ArgumentNode, share: Share) => Cell])[] = [
  ['id', ({ id }) => id],
  ['map', ({ map }) => map],
  ['part', ({ id, part }, { parts }) => part ?? parts.get(id)],
  ['kind', ({ kind }) => kind],
  ['caveat', ({ caveat }) => caveat],
  ['title', ({ title }) => title],
  ['statement', ({ statement }) => statement],
  ['credence', ({ credence }) => credence],
  ['credence-because', ({ credenceBecause }) => credenceBecause],
  ['sources', ({ sources }) => sources.map(({ id }) => id).join(' ')],
]

function nodeRows(share: Share): Cell[][] {
  return [
    nodeColumns.map(([name]) => name),
    ...share.nodes.map((node) => nodeColumns.map(([, cell]) => cell(node, share))),
  ]
}

const edgeColumns: readonly (readonly [string, (edge: Edge) => Cell])[] = [
  ['id', ({ id }) => id],
  ['from', ({ from }) => from],
  ['kind', ({ kind }) => kind],
  ['to', ({ to }) => to],
  ['to is', (edge) => (isUndercut(edge) ? 'step' : 'node')],
  ['weight', ({ weight }) => weight],
  ['linked', (edge) => (edge.kind === 'supports' ? edge.linked : undefined)],
  ['because', ({ because }) => because],
]

function edgeRows({ edges }: Share): Cell[][] {
  return [
    edgeColumns.map(([name]) => name),
    ...edges.map((edge) => edgeColumns.map(([, cell]) => cell(edge))),
  ]
}

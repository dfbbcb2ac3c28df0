import { endsOf, type ReviewState } from '../../src/analysis/reviews.ts'
import { nearest, type EdgeId, type NodeId } from '../../src/core/id.ts'
import type { ArgumentGraph } from '../../src/core/knowledge-base.ts'
import { quote, UsageError, type Given } from '../lib/command.ts'

/**
 * The edges that a command line chooses, in order of their ids: those at whose ends a node stands,
 * single ones, all, or the suspect ones of these.
 *
 * @throws UsageError for an id that there is not, with the nearest, and where nothing is chosen.
 */
export function chooseEdges(
  graph: ArgumentGraph,
  states: ReadonlyMap<EdgeId, ReviewState>,
  { names: [name], lists, flags }: Given,
): readonly EdgeId[] {
  const single = new Set((lists.get('edge') ?? []).map((text) => known(text, graph.edges, 'relation')))
  const node = name === undefined ? undefined : known(name as NodeId, graph.nodes, 'node')
  const isList = flags.has('list')
  const isAll = flags.has('all') || (isList && node === undefined && single.size === 0)
  if (node === undefined && single.size === 0 && !isAll) {
    throw new UsageError('Unexpected lack of a node, expected its id, `--edge`, `--all` or `--list`.')
  }
  const isAt = (id: EdgeId) => {
    const edge = graph.edges.get(id)
    return edge !== undefined && endsOf(graph, edge).some((end) => end.id === node)
  }
  return [...graph.edges.keys()].filter(
    (id) =>
      (isAll || single.has(id) || (node !== undefined && isAt(id))) &&
      (!isList || states.get(id) === 'suspect'),
  )
}

function known<Id extends string>(
  text: string,
  ids: ReadonlyMap<Id, unknown>,
  what: string,
): Id {
  if (ids.has(text as Id)) return text as Id
  const near = nearest(text, ids.keys())
  const such = near === undefined ? '' : `, such as ${quote(near)}`
  throw new UsageError(`Unexpected ${quote(text)}, expected the id of a ${what}${such}.`)
}

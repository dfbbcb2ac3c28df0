import type { EdgeId, NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import type { Label } from './labelling.ts'

/** Why a node or step has its label: every objection to it, by what became of it. */
export interface Explanation {
  readonly label: Label
  /** Objections that stand: any one of them makes the label `out`. */
  readonly open: readonly NodeId[]
  /** Objections that are undecided, or whose step is. */
  readonly contested: readonly NodeId[]
  /** Objections that do not stand, each with the nodes that defeat it or its step. */
  readonly answered: readonly { readonly objection: NodeId; readonly by: readonly NodeId[] }[]
}

/** Labels of all nodes and steps of a graph. */
export type Labels = ReadonlyMap<NodeId | EdgeId, Label>

/**
 * Says why a node or step has its label; `labels` are those of the same graph. Objections to a node
 * are what rebuts it, to a step what undercuts it, in order of id.
 */
export function explainLabel(
  graph: ArgumentGraph,
  labels: Labels,
  id: NodeId | EdgeId,
): Explanation {
  const label = labels.get(id)
  if (label === undefined) throw new RangeError(`Expected \`id\` to have a label: ${id}`)
  const attacks = attacksOn(graph, id)
  const having = (standing: Label) =>
    attacks.filter((edge) => standingOf(labels, edge) === standing)
  return {
    label,
    open: having('in').map(({ from }) => from),
    contested: having('undecided').map(({ from }) => from),
    answered: having('out').map((edge) => ({
      objection: edge.from,
      by: [...attacksOn(graph, edge.from), ...attacksOn(graph, edge.id)]
        .filter((answer) => standingOf(labels, answer) === 'in')
        .map(({ from }) => from)
        .filter((from, index, all) => all.indexOf(from) === index),
    })),
  }
}

/** What rebuts a node or undercuts a step, in order of id. */
export function attacksOn(graph: ArgumentGraph, id: NodeId | EdgeId): readonly Edge[] {
  return (graph.incoming.get(id) ?? []).filter(
    ({ kind }) => kind === 'rebuts' || kind === 'undercuts',
  )
}

/** Whether an attack succeeds: `in` if its start and its step are, `out` if either is. */
export function standingOf(labels: Labels, edge: Edge): Label {
  const start = labels.get(edge.from) ?? 'in'
  const step = labels.get(edge.id) ?? 'in'
  if (start === 'out' || step === 'out') return 'out'
  return start === 'in' && step === 'in' ? 'in' : 'undecided'
}

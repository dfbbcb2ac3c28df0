import type { EdgeId, NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import { contestedCircles } from './contested-circles.ts'
import { attacksOn, standingOf, type Labels } from './explain-label.ts'
import type { Label } from './labelling.ts'

/** An objection in a chain, and what was said against it. */
export interface ChainEntry {
  readonly objection: NodeId
  /** The step by which it objects; of an undercut its own id. */
  readonly step: EdgeId
  /** Of an objection that stands, those against it; of one that does not, those that answer it. */
  readonly against: readonly ChainEntry[]
  /** What there is against the objection itself is told at another entry. */
  readonly isTold: boolean
  /** How many entries against it are left out, as there were enough. */
  readonly more: number
}

/** Why a node or step has its label, as far as it is told. */
export interface Chain {
  readonly label: Label
  /** Objections that stand. One with nothing against it and nothing left out has no objection. */
  readonly open: readonly ChainEntry[]
  /** Objections that do not stand. */
  readonly answered: readonly ChainEntry[]
  /** Where it is undecided: circles of contested objections in which it hangs. */
  readonly circles: readonly (readonly (NodeId | EdgeId)[])[]
  /** How many open and answered objections are left out. */
  readonly more: number
}

interface Draft extends ChainEntry {
  readonly stands: boolean
  readonly against: Draft[]
  isTold: boolean
  more: number
}

/**
 * The chain of objections from a node or step to where it ends: with objections that nobody objects
 * to, or in circles. Has at most `most` entries, the nearest first, and at most `most` circles;
 * what is against a node is told once. `labels` are those of the same graph.
 */
export function chainOf(
  graph: ArgumentGraph,
  labels: Labels,
  id: NodeId | EdgeId,
  most: number,
): Chain {
  const label = labels.get(id)
  if (label === undefined) throw new RangeError(`Expected \`id\` to have a label: ${id}`)
  const having = (edges: readonly Edge[], stands: boolean) =>
    edges
      .filter((edge) => standingOf(labels, edge) === (stands ? 'in' : 'out'))
      .map((edge) => draftOf(edge, stands))
  const attacks = attacksOn(graph, id)
  const first = [...having(attacks, true), ...having(attacks, false)]
  const told = first.slice(0, most)
  const seen = new Set<NodeId | EdgeId>([id])
  // The list grows while it is iterated over.
  for (const entry of told) {
    const against = having(attacksAgainst(graph, entry, seen), !entry.stands)
    const kept = against.slice(0, most - told.length)
    entry.more = against.length - kept.length
    entry.against.push(...kept)
    told.push(...kept)
  }
  const shown = (stands: boolean) =>
    told.slice(0, first.length).flatMap((entry) => (entry.stands === stands ? [finish(entry)] : []))
  return {
    label,
    open: shown(true),
    answered: shown(false),
    circles: label === 'undecided' ? contestedCircles(graph, labels, id).slice(0, most) : [],
    more: Math.max(0, first.length - most),
  }
}

/** Attacks on the node that objects, where they are not told yet, and on the step it takes. */
function attacksAgainst(
  graph: ArgumentGraph,
  entry: Draft,
  seen: Set<NodeId | EdgeId>,
): readonly Edge[] {
  const { objection, step } = entry
  const onNode = attacksOn(graph, objection)
  const onStep = attacksOn(graph, step)
  const isSeen = seen.has(objection)
  seen.add(objection)
  entry.isTold = isSeen && onNode.length > 0
  return isSeen ? onStep : [...onNode, ...onStep]
}

function draftOf(edge: Edge, stands: boolean): Draft {
  const { from: objection, id: step } = edge
  return { objection, step, stands, against: [], isTold: false, more: 0 }
}

function finish({ objection, step, against, isTold, more }: Draft): ChainEntry {
  return { objection, step, against: against.map(finish), isTold, more }
}

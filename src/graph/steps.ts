import type { ArgumentNode } from '../core/document.ts'
import { edgeId, nearest, undercutId, type EdgeId, type NodeId } from '../core/id.ts'
import type { Relation, RelationKind } from '../core/relation.ts'

/** Answers questions about steps as written, whether or not they become edges. */
export interface StepFinder {
  /** What the node says of that target; support and rebuttal come before other kinds. */
  readonly kindOf: (from: NodeId, to: string) => RelationKind | undefined
  /** The step nearest to what was written, as `from > to`, where one is near. */
  readonly nearest: (from: string, to: string) => string | undefined
}

const mostComparisons = 2_000_000

/** Looks through the relations of all nodes once and then answers for single steps. */
export function stepFinder(nodes: ReadonlyMap<NodeId, ArgumentNode>): StepFinder {
  const kinds = new Map<string, RelationKind>()
  const starts = new Map<string, string[]>()
  const ends = new Map<string, string[]>()
  const all: string[] = []
  for (const node of nodes.values()) {
    for (const relation of node.relations) {
      if (relation.kind === 'undercuts') continue
      const { kind, to } = relation
      const text = `${node.id} > ${to}`
      const isStep = kind === 'supports' || kind === 'rebuts'
      if (isStep || !kinds.has(text)) kinds.set(text, kind)
      if (!isStep || !nodes.has(to as NodeId)) continue
      all.push(text)
      add(starts, node.id, text)
      add(ends, to, text)
    }
  }
  let comparisons = 0
  const among = (text: string, steps: readonly string[] = []): string | undefined => {
    if (steps.length === 1) return steps[0]
    comparisons += steps.length
    return comparisons > mostComparisons ? undefined : nearest(text, steps)
  }
  return {
    kindOf: (from, to) => kinds.get(`${from} > ${to}`),
    nearest: (from, to) => {
      const text = `${from} > ${to}`
      const reversed = kinds.get(`${to} > ${from}`)
      if (reversed === 'supports' || reversed === 'rebuts') return `${to} > ${from}`
      return among(text, all) ?? among(text, starts.get(from)) ?? among(text, ends.get(to))
    },
  }
}

function add(lists: Map<string, string[]>, key: string, text: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [text])
  else list.push(text)
}

/** The id of the edge that a relation of a node becomes if both its ends exist. */
export function edgeIdOf(from: NodeId, { to }: Relation): EdgeId {
  if (typeof to === 'string') return edgeId(from, to as NodeId)
  return undercutId(from, edgeId(to.from as NodeId, to.to as NodeId))
}

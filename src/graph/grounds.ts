import type { NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import { supportGroups, type SupportEdge } from './premises.ts'

/** A statement and what it rests on. */
export interface Ground {
  readonly node: NodeId
  /** Each is one reason: a support by itself, or premises that count only together. */
  readonly reasons: readonly (readonly Premise[])[]
  /** How many reasons are left out, as there were enough. */
  readonly more: number
}

export interface Premise {
  readonly edge: SupportEdge
  /** What it rests on; undefined where that is told at another place, nearer to the top. */
  readonly ground: Ground | undefined
}

/** All that a statement rests on, as far as it is told. */
export interface Grounds {
  readonly top: Ground
  /** The statements that are told, the nearest first, without the top. */
  readonly told: readonly NodeId[]
  /** Those of them that nothing supports. */
  readonly leaves: readonly NodeId[]
  /** The supports by which they are reached, the nearest first. */
  readonly steps: readonly SupportEdge[]
  /** Whether reasons were left out. */
  readonly isComplete: boolean
}

interface Draft extends Ground {
  readonly reasons: Premise[][]
  more: number
}

/**
 * What supports a statement, and what supports that, down to statements that nothing supports. Each
 * statement is told once, where it is nearest to the top, so circles end. Of more than `most`
 * reasons the farthest are left out.
 */
export function groundsOf(graph: ArgumentGraph, id: NodeId, most: number): Grounds {
  const top: Draft = { node: id, reasons: [], more: 0 }
  const drafts = new Map<NodeId, Draft>([[id, top]])
  const steps: SupportEdge[] = []
  let left = most
  // A map may grow while it is iterated over, in order of insertion: that is the queue.
  for (const draft of drafts.values()) {
    const groups = supportGroups(graph, draft.node)
    const told = groups.slice(0, left)
    left -= told.length
    draft.more = groups.length - told.length
    for (const group of told) {
      steps.push(...group)
      draft.reasons.push(group.map((edge) => ({ edge, ground: begin(drafts, edge.from) })))
    }
  }
  const told = [...drafts.keys()].slice(1)
  const isLeaf = (each: NodeId): boolean => supportGroups(graph, each).length === 0
  const isComplete = [...drafts.values()].every(({ more }) => more === 0)
  return { top, told, leaves: told.filter(isLeaf), steps, isComplete }
}

function begin(drafts: Map<NodeId, Draft>, node: NodeId): Draft | undefined {
  if (drafts.has(node)) return undefined
  const draft: Draft = { node, reasons: [], more: 0 }
  drafts.set(node, draft)
  return draft
}

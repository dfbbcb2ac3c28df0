import type { EdgeId, NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { compactGraph } from '../compact.ts'
import { labelGrounded } from '../labels/labelling.ts'
import { leastMove } from '../stance/changes.ts'
import { bandOf } from '../strength/band.ts'
import { compileNetwork } from '../strength/compile-network.ts'
import type { Moved, Standing, Topic } from './comparison.ts'

/** Where all nodes and steps that are computed over stand, by id. */
export type Standings = ReadonlyMap<string, Standing>

/** Labels of nodes and steps, and strengths of nodes to four decimals. */
export function standingsOf({ graph }: KnowledgeBase): Standings {
  const { compact, edges } = compactGraph(graph)
  const labels = labelGrounded(graph)
  const { strength, lowest, highest } = bandOf(compileNetwork(compact))
  const standings = new Map<string, Standing>()
  compact.nodes.forEach((id, node) => {
    standings.set(id, {
      label: labels.get(id as NodeId) ?? 'in',
      ...numbered('strength', strength[node]),
      ...numbered('lowest', lowest[node]),
      ...numbered('highest', highest[node]),
    })
  })
  for (const id of edges) {
    const label = labels.get(id as EdgeId)
    if (label !== undefined) standings.set(id, { label })
  }
  return standings
}

function numbered(name: 'strength' | 'lowest' | 'highest', value: number | undefined) {
  if (value === undefined || Number.isNaN(value)) return {}
  return { [name]: Math.round(value * 1e4) / 1e4 }
}

/** The thesis and the rival of every map, as they were and are; maps in order of id. */
export function compareTopics(
  [before, after]: readonly [KnowledgeBase, KnowledgeBase],
  standings: readonly [Standings, Standings],
): readonly Topic[] {
  return [...after.maps.values()].flatMap((map) =>
    (['thesis', 'rival'] as const).flatMap((role): Topic[] => {
      const id = map[role]
      if (id === undefined || !after.graph.nodes.has(id as NodeId)) return []
      const old = before.maps.get(map.id)?.[role]
      const was = old === undefined || old === id ? {} : { was: old }
      return [{ ...movedOf(id, standings), map: map.id, role, ...was }]
    }),
  )
}

/**
 * Nodes and steps on both sides whose label changed or whose strength moved by 0.005 or more, or
 * has a number on one side alone: labels first, then those that moved farthest.
 */
export function compareStandings(standings: readonly [Standings, Standings]): readonly Moved[] {
  const [was, is] = standings
  return [...is.keys()]
    .filter((id) => was.has(id))
    .map((id) => movedOf(id, standings))
    .filter((moved) => isRelabelled(moved) || distance(moved) >= leastMove)
    .sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))
}

function movedOf(id: string, [was, is]: readonly [Standings, Standings]): Moved {
  const [before, after] = [was.get(id), is.get(id)]
  return {
    id,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

function isRelabelled({ before, after }: Moved): boolean {
  return before?.label !== after?.label
}

function rank(moved: Moved): number {
  return (isRelabelled(moved) ? 2 : 0) + distance(moved)
}

function distance({ before, after }: Moved): number {
  const [from, to] = [before?.strength, after?.strength]
  if (from === undefined || to === undefined) return from === to ? 0 : 1
  return Math.abs(to - from) + 1e-9
}

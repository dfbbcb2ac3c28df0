import { acceptance, inAll, inNone, inSome, noPosition } from '../../analysis/labels/acceptance.ts'
import { frameOf } from '../../analysis/labels/frame-of.ts'
import type { CompactGraph } from '../../analysis/compact.ts'
import type { AttackFrame } from '../../analysis/labels/grounded.ts'

/** Enough for any map that a person could read; more is not looked at. */
const budget = { steps: 200_000, most: 1000 }

const answers: Readonly<Record<number, string>> = {
  [inAll]: 'it stands in every one of them',
  [inSome]: 'it stands in some of them and not in others',
  [inNone]: 'it stands in none of them',
}

/**
 * What the positions that one could consistently hold say of a contested element of a frame: the
 * preferred ones, which grant as much as can be granted together, and the stable ones, which leave
 * nothing open. "None", "not decided" and "rejected" are told apart.
 */
export function positionWords(frame: AttackFrame, element: number): string {
  const preferred = acceptance(frame, 'preferred', budget)
  const stable = acceptance(frame, 'stable', budget)
  const said = answers[preferred.of[element] as number]
  const first =
    said === undefined
      ? 'Which positions could consistently be held was not decided within the steps allowed.'
      : `Of the positions that grant as much as can be granted together, ${said}.`
  if (stable.of[element] !== noPosition) return first
  return `${first} No position settles everything in the map one way or the other.`
}

/** As `positionWords`, of a node of a graph, given by its number. */
export function positionOf(graph: CompactGraph, node: number): string {
  return positionWords(frameOf(graph), node)
}

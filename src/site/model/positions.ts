import {
  acceptance,
  inAll,
  inNone,
  inSome,
  noPosition,
  type Acceptance,
} from '../../analysis/labels/acceptance.ts'
import { frameOf } from '../../analysis/labels/frame-of.ts'
import type { CompactGraph } from '../../analysis/compact.ts'
import type { AttackFrame } from '../../analysis/labels/grounded.ts'

/** Enough for any map that a person could read; more is not looked at. */
const usual = { steps: 200_000, most: 1000 }

const notDecidedWords = 'was not decided within the steps allowed'

/**
 * What the positions that one could consistently hold say of a contested element of a frame: the
 * preferred ones, which grant as much as can be granted together, and the stable ones, which leave
 * nothing open. "None", "not decided" and "rejected" are told apart, of each of the two.
 */
export function positionWords(frame: AttackFrame, element: number, budget = usual): string {
  const preferred = answerOf(acceptance(frame, 'preferred', budget), element)
  const stable = answerOf(acceptance(frame, 'stable', budget), element)
  const granting = 'the positions that grant as much as can be granted together'
  const settling = 'the positions that settle everything in the map one way or the other'
  const first =
    preferred === undefined
      ? `Where it stands in ${granting} ${notDecidedWords}.`
      : `Of ${granting}, ${preferred}.`
  if (stable === 'none') {
    return `${first} No position settles everything in the map one way or the other.`
  }
  return stable === undefined
    ? `${first} Where it stands in ${settling}, if there are any, ${notDecidedWords}.`
    : `${first} Of ${settling}, ${stable}.`
}

/** Words on one element; `none` where there is no position, undefined where it is not decided. */
function answerOf({ of, status }: Acceptance, element: number): string | undefined {
  switch (of[element]) {
    case noPosition:
      return 'none'
    case inAll:
      return 'it stands in every one'
    case inNone:
      return 'it stands in none'
    case inSome:
      return status === 'some'
        ? `it stands in some; whether in every one ${notDecidedWords}`
        : 'it stands in some and not in others'
    default:
      return undefined
  }
}

/** As `positionWords`, of a node of a graph, given by its number. */
export function positionOf(graph: CompactGraph, node: number): string {
  return positionWords(frameOf(graph), node)
}

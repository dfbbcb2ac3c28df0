import { accepted, undecided, type AttackFrame } from './grounded.ts'
import { findPositions, type Positions } from './positions.ts'
import type { Semantics } from './search-component.ts'
import type { Branch, Budget, Part } from './search-positions.ts'

/** The budget ended before there was an answer. */
export const notDecided = 0
/** Accepted in every position. */
export const inAll = 1
/** Accepted in some position; if the budget did not end, not in every one. */
export const inSome = 2
/** Accepted in no position: rejected. */
export const inNone = 3
/** There is no position at all, so nothing is accepted and nothing rejected. */
export const noPosition = 4

/** In how many positions each element is accepted. */
export interface Acceptance {
  readonly status: Positions['status']
  /** `notDecided`, `inAll`, `inSome`, `inNone` or `noPosition` by element. */
  readonly of: Uint8Array
}

/** Says of each element whether all, some or no positions accept it, as far as the budget goes. */
export function acceptance(frame: AttackFrame, semantics: Semantics, budget: Budget): Acceptance {
  return acceptanceIn(findPositions(frame, semantics, budget), semantics)
}

/** As `acceptance`, of positions that were found under the same semantics. */
export function acceptanceIn(positions: Positions, semantics: Semantics): Acceptance {
  const { status, grounded, open, count } = positions
  if (open === undefined) return { status, of: new Uint8Array(grounded.length).fill(noPosition) }
  // A part without a stable labelling would mean that there is no position at all.
  if (semantics === 'stable' && count === 0n) return { status, of: new Uint8Array(grounded.length) }
  const seen = grounded.map((label) => (label === undecided ? 0 : witness(label)))
  collect(open, seen, new Set())
  return { status, of: seen.map(answer) }
}

const seenAccepted = 1
const seenOtherwise = 2
const mayDiffer = 4

/** Adds to what was seen of each element what a branch says; each part is told once. */
function collect({ elements, labels, parts }: Branch, seen: Uint8Array, told: Set<Part>): void {
  elements.forEach((x, i) => (seen[x]! |= witness(labels[i]!)))
  for (const part of parts) {
    if (told.has(part)) continue
    told.add(part)
    if (!part.isAll) part.elements.forEach((x) => (seen[x]! |= mayDiffer))
    for (const branch of part.branches) collect(branch, seen, told)
  }
}

function witness(label: number): number {
  return label === accepted ? seenAccepted : seenOtherwise
}

function answer(seen: number): number {
  if (seen === seenAccepted) return inAll
  if (seen === seenOtherwise) return inNone
  return (seen & seenAccepted) === 0 ? notDecided : inSome
}

import type { Arrows } from '../../graph/components.ts'
import { accepted, defeated } from './grounded.ts'

/**
 * Labels that an element can still have, as bits. The lower two are the label itself, so the bits
 * of a decided element `& 3` are its label.
 */
export const canBeAccepted = accepted
export const canBeDefeated = defeated
export const canBeUndecided = 4
const anyLabel = canBeAccepted | canBeDefeated | canBeUndecided

/** Who attacks each element, and whom each attacks. */
export interface Attacks {
  readonly attackers: Arrows
  readonly targets: Arrows
}

/**
 * What each element of a framework can still be labelled in a complete labelling, narrowed step by
 * step. Each narrowing can be undone.
 */
export class Domains {
  /** By element; more than one bit while it is open, one when it is decided. */
  readonly bits: Uint8Array
  /** How many elements and attacks were looked at so far. */
  spent = 0
  readonly #attacks: Attacks
  readonly #trail: number[] = []
  readonly #changed: number[] = []
  readonly #isQueued: Uint8Array
  readonly #scopeOf: Int32Array
  #scopes = 0

  /** Where `isTotal`, no element is undecided. */
  constructor(attacks: Attacks, isTotal: boolean) {
    const size = attacks.attackers.first.length - 1
    this.#attacks = attacks
    this.bits = new Uint8Array(size).fill(isTotal ? anyLabel & ~canBeUndecided : anyLabel)
    this.#isQueued = new Uint8Array(size)
    this.#scopeOf = new Int32Array(size)
    for (let x = 0; x < size; x++) this.#queue(x)
  }

  isOpen(x: number): boolean {
    const bits = this.bits[x]!
    return (bits & (bits - 1)) !== 0
  }

  /** Keeps only the given labels. */
  narrow(x: number, allowed: number): void {
    const before = this.bits[x]!
    if ((before & ~allowed) === 0) return
    this.#trail.push(x, before)
    this.bits[x] = before & allowed
    this.#queue(x)
    const { first, to } = this.#attacks.targets
    for (let i = first[x]!; i < first[x + 1]!; i++) this.#queue(to[i]!)
  }

  /** Narrows the elements of a component only, from now on and in both directions. */
  enter(members: Iterable<number>): number {
    this.#scopes++
    for (const x of members) {
      this.#scopeOf[x] = this.#scopes
      this.#queue(x)
    }
    return this.#scopes
  }

  /**
   * Narrows all that follows from the narrowings so far, and says whether each element still has a
   * label. Without a scope only from attackers to targets, so that nothing already decided changes;
   * with one only within it, and from targets to attackers too.
   */
  settle(scope = 0): boolean {
    let isPossible = true
    while (this.#changed.length > 0) {
      const x = this.#changed.pop()!
      this.#isQueued[x] = 0
      if (!isPossible || (scope === 0 ? !this.isOpen(x) : this.#scopeOf[x] !== scope)) continue
      this.#revise(x, scope !== 0)
      isPossible = this.bits[x] !== 0
    }
    return isPossible
  }

  /** A point to which narrowings can be undone. */
  mark(): number {
    return this.#trail.length
  }

  undo(mark: number): void {
    while (this.#trail.length > mark) {
      const before = this.#trail.pop()!
      this.bits[this.#trail.pop()!] = before
    }
  }

  #queue(x: number): void {
    if (this.#isQueued[x] === 1) return
    this.#isQueued[x] = 1
    this.#changed.push(x)
  }

  #revise(x: number, isBothWays: boolean): void {
    const { first, to } = this.#attacks.attackers
    const attackers = to.subarray(first[x], first[x + 1])
    this.spent += 1 + attackers.length
    const counts = count(this.bits, attackers)
    let allowed = counts.accepted > 0 ? canBeDefeated : anyLabel
    if (counts.acceptable === 0) allowed &= ~canBeDefeated
    if (counts.doubtful === 0) allowed &= ~canBeUndecided
    if (counts.undefeatable > 0) allowed &= ~canBeAccepted
    this.narrow(x, allowed)
    if (isBothWays) this.#narrowAttackers(attackers, this.bits[x]!, counts)
  }

  /** What the labels that are left for an element leave to what attacks it. */
  #narrowAttackers(attackers: Int32Array, own: number, counts: Counts): void {
    let each = anyLabel
    if (!(own & canBeDefeated)) each = anyLabel & ~canBeAccepted
    if (own === canBeAccepted) each = canBeDefeated
    let last = anyLabel
    if (!(own & canBeAccepted) && counts.standing === 1) last = anyLabel & ~canBeDefeated
    if (own === canBeDefeated && counts.acceptable === 1) last = canBeAccepted
    if (own === canBeUndecided && counts.doubtful === 1) last = canBeUndecided
    if (each === anyLabel && last === anyLabel) return
    for (const attacker of attackers) {
      this.narrow(attacker, each)
      // The only one that can have this label must have it.
      if ((this.bits[attacker]! & last) !== 0) this.narrow(attacker, last)
    }
  }
}

type Counts = ReturnType<typeof count>

/** How many of some elements are accepted, and can or cannot have labels. */
function count(bits: Uint8Array, elements: Int32Array) {
  const counts = { accepted: 0, acceptable: 0, doubtful: 0, undefeatable: 0, standing: 0 }
  for (const x of elements) {
    const b = bits[x]!
    if (b === canBeAccepted) counts.accepted++
    if (b & canBeAccepted) counts.acceptable++
    if (b & canBeUndecided) counts.doubtful++
    if (!(b & canBeDefeated)) counts.undefeatable++
    if (b !== canBeDefeated) counts.standing++
  }
  return counts
}

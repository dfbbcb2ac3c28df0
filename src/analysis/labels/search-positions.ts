import { canBeUndecided, type Attacks, type Domains } from './domains.ts'
import { openComponents, pointed, splitOpen } from './open-elements.ts'
import { searchComponent, type Labellings, type Semantics } from './search-component.ts'

/** Labels of some elements, and parts that are independent of one another once these have them. */
export interface Branch {
  readonly elements: Int32Array
  readonly labels: Uint8Array
  readonly parts: readonly Part[]
  /** Whether no labelling with these labels was missed. */
  readonly isWhole: boolean
  /** How many labellings it stands for: the product of those of its parts. */
  readonly count: bigint
}

/**
 * Elements that no attack joins to others still open; each branch gives all of them labels. One
 * part may stand in several branches.
 */
export interface Part {
  readonly elements: Int32Array
  readonly branches: readonly Branch[]
  /** Whether there are no branches but these. */
  readonly isAll: boolean
  /** How many labellings were found: the sum of those of its branches. */
  readonly count: bigint
}

/** How much may be looked at and kept. */
export interface Budget {
  /**
   * How many elements and attacks may be looked at, again and again. It may be passed by a small
   * multiple of itself and of what is in the frame.
   */
  readonly steps: number
  /** How many labellings of one component may be kept. */
  readonly most: number
}

/** Labellings of components that nothing open attacks from outside, by their least element. */
type Known = ReadonlyMap<number, Found>
type Found = Labellings & { readonly members: Int32Array }

/** How deep branches may be nested: as deep as the stack of a worker surely allows. */
const deepest = 300

/** What is searched, elements being numbered anew. */
export interface Field extends Attacks {
  /** The number in the frame of each element. */
  readonly names: Int32Array
  /** Elements from this number on are not of the frame, and no branch tells of them. */
  readonly size: number
}

/**
 * Finds labellings component by component, each conditioned on the labels before it (Baroni,
 * Giacomin and Guida 2005), and parts that come apart on their own, so that their labellings need
 * not be multiplied out; nor is one part searched twice. With nothing left to look at parts stay
 * without branches.
 */
export class PositionSearch {
  readonly #field: Field
  readonly #domains: Domains
  readonly #semantics: Semantics
  readonly #budget: Budget
  readonly #searched = new Map<string, Part>()

  constructor(field: Field, domains: Domains, semantics: Semantics, budget: Budget) {
    this.#field = field
    this.#domains = domains
    this.#semantics = semantics
    this.#budget = budget
  }

  /** Labels elements that nothing open attacks from outside; undefined where that cannot be. */
  label(elements: Int32Array, known: Known = new Map(), depth = 0): Branch | undefined {
    const parts: Part[] = []
    for (const part of splitOpen(this.#field, this.#domains, elements)) {
      const solved = this.#labelForced(part, known)
      if (solved === undefined) return undefined
      for (const rest of splitOpen(this.#field, this.#domains, part)) {
        const branched = this.#searchOnce(rest, solved, depth)
        if (branched.branches.length === 0 && branched.isAll) return undefined
        parts.push(branched)
      }
    }
    const decided = elements.filter((x) => !this.#domains.isOpen(x) && this.#isTold(x))
    return {
      elements: decided.map((x) => this.#field.names[x]!),
      labels: Uint8Array.from(decided, (x) => this.#domains.bits[x]! & 3),
      parts,
      isWhole: parts.every(isWhole),
      count: parts.reduce((product, { count }) => product * count, 1n),
    }
  }

  #isTold(x: number): boolean {
    return this.#field.names[x]! < this.#field.size
  }

  /**
   * Searches a part, unless the same was searched before. What labels are left for its elements
   * follows from which of them something undecided attacks.
   */
  #searchOnce(elements: Int32Array, solved: Known, depth: number): Part {
    const isDoubted = (x: number) =>
      pointed(this.#field.attackers, x).some((y) => this.#domains.bits[y] === canBeUndecided)
    const members = elements.slice().sort()
    const key = Array.from(members, (x) => (isDoubted(x) ? `${x}?` : x)).join()
    this.#domains.spent += members.length
    const part = this.#searched.get(key) ?? this.#branch(members, solved, depth)
    this.#searched.set(key, part)
    return part
  }

  /** Whether more may be looked at. */
  #goesOn(): boolean {
    return this.#domains.spent < this.#budget.steps
  }

  /**
   * Labels components that have one labelling alone, as long as there are any, and gives the
   * labellings of those that have several; undefined where one has none.
   */
  #labelForced(elements: Int32Array, known: Known): Known | undefined {
    const { attackers } = this.#field
    const isOpen = (x: number) => this.#domains.isOpen(x)
    while (this.#goesOn()) {
      const solved = new Map<number, Found>()
      let isForced = false
      const { order, start } = openComponents(this.#field, this.#domains, elements)
      for (let c = 0; c + 1 < start.length; c++) {
        const members = order.subarray(start[c], start[c + 1]).sort()
        const isInside = new Set(members)
        const isReady = members.every(
          (x) => isOpen(x) && pointed(attackers, x).every((y) => isInside.has(y) || !isOpen(y)),
        )
        if (!isReady) continue
        const found = known.get(members[0]!) ?? this.#search(members, elements)
        if (found.isAll && found.found.length === 0) return undefined
        if (!found.isAll || found.found.length > 1) solved.set(members[0]!, found)
        else if (this.#assign(found.members, found.found[0]!)) isForced = true
        else return undefined
      }
      if (!isForced) return solved
    }
    return known
  }

  #search(members: Int32Array, all: Int32Array): Found {
    const { spent } = this.#domains
    const left = Math.max(0, this.#budget.steps - spent)
    // What is left over is for what depends on the component.
    const share = members.length < all.length ? left / 2 : left
    const { most } = this.#budget
    const byDegree = members.slice().sort((x, y) => this.#degree(y) - this.#degree(x))
    const limit = { until: spent + share, most }
    return {
      ...searchComponent(this.#domains, byDegree, this.#semantics, limit),
      members: byDegree,
    }
  }

  /** Branches on the labellings of one component of a part. */
  #branch(elements: Int32Array, solved: Known, depth: number): Part {
    const pick = Array.from(elements, (x) => solved.get(x))
      .filter(isFound)
      .sort(byChoices)[0]
    if (pick === undefined || depth === deepest) {
      return this.#part(elements, [], false)
    }
    const branches: Branch[] = []
    let { isAll } = pick
    for (const labels of pick.found) {
      // Labels of a whole part leave nothing to look for.
      if (!this.#goesOn() && pick.members.length < elements.length) {
        isAll = false
        break
      }
      const mark = this.#domains.mark()
      const isPossible = this.#assign(pick.members, labels)
      const branch = isPossible ? this.label(elements, solved, depth + 1) : undefined
      this.#domains.undo(mark)
      if (branch === undefined) continue
      // What comes after need not have a stable labelling; it always has one that is complete.
      if (this.#semantics !== 'stable' || branch.count > 0n) branches.push(branch)
      else isAll = false
    }
    return this.#part(elements, branches, isAll)
  }

  #part(elements: Int32Array, branches: readonly Branch[], isAll: boolean): Part {
    const told = elements.filter((x) => this.#isTold(x)).map((x) => this.#field.names[x]!)
    const count = branches.reduce((sum, branch) => sum + branch.count, 0n)
    return { elements: told, branches, isAll, count }
  }

  #assign(members: Int32Array, labels: Uint8Array): boolean {
    members.forEach((x, place) => this.#domains.narrow(x, labels[place]! || canBeUndecided))
    return this.#domains.settle()
  }

  #degree(x: number): number {
    return pointed(this.#field.attackers, x).length + pointed(this.#field.targets, x).length
  }
}

function isWhole({ isAll, branches }: Part): boolean {
  return isAll && branches.every((branch) => branch.isWhole)
}

function isFound(found: Found | undefined): found is Found {
  return found !== undefined && found.found.length > 0
}

function byChoices(a: Found, b: Found): number {
  return Number(b.isAll) - Number(a.isAll) || a.found.length - b.found.length
}

import type { Arrows } from '../../graph/components.ts'
import { Domains } from './domains.ts'
import {
  compileFrame,
  labelsOfAll,
  undecided,
  type AttackFrame,
  type CompiledFrame,
} from './grounded.ts'
import type { Semantics } from './search-component.ts'
import { PositionSearch, type Branch, type Budget, type Field } from './search-positions.ts'

/**
 * Consistent positions on a frame. `all`: these are all there are; `some`: the budget ended, there
 * may be more; `none`: there is no such position, which only `stable` allows.
 */
export interface Positions {
  readonly status: 'all' | 'some' | 'none'
  /** How many there are, or with status `some` at least. */
  readonly count: bigint
  /** Grounded labels by element: what all complete positions have in common. */
  readonly grounded: Uint8Array
  /** What grounded labels leave open; undefined where there is no position. */
  readonly open: Branch | undefined
}

/**
 * Finds the complete labellings of a frame, those of them that accept the most (`preferred`), or
 * those that leave nothing undecided (`stable`). What grounded labels decide is left out; the rest
 * is searched in independent parts within one budget, small ones first.
 */
export function findPositions(frame: AttackFrame, semantics: Semantics, budget: Budget): Positions {
  const compiled = compileFrame(frame)
  const labels = labelsOfAll(compiled)
  const field = undecidedPart(compiled, labels)
  const domains = new Domains(field, semantics === 'stable')
  const search = new PositionSearch(field, domains, semantics, budget)
  const open = domains.settle() ? search.label(Int32Array.from(field.names.keys())) : undefined
  const grounded = labels.subarray(0, frame.size)
  if (open === undefined) return { status: 'none', count: 0n, grounded, open }
  return { status: open.isWhole ? 'all' : 'some', count: open.count, grounded, open }
}

/** The positions that were found, one after another, as labels by element. */
export function* eachPosition({ grounded, open, count }: Positions): Generator<Uint8Array> {
  if (open === undefined || count === 0n) return
  const labels = grounded.slice()
  const chosen: { parts: Parts; at: number }[] = []
  let parts = take(open, undefined, labels)
  for (;;) {
    while (parts !== undefined) {
      chosen.push({ parts, at: 0 })
      parts = take(parts.branches[0]!, parts.rest, labels)
    }
    yield labels.slice()
    let last = chosen.at(-1)
    while (last !== undefined && ++last.at === last.parts.branches.length) {
      chosen.pop()
      last = chosen.at(-1)
    }
    if (last === undefined) return
    parts = take(last.parts.branches[last.at]!, last.parts.rest, labels)
  }
}

/** Parts of which a branch is still to be taken. */
interface Parts {
  readonly branches: readonly Branch[]
  readonly rest: Parts | undefined
}

function take(branch: Branch, rest: Parts | undefined, labels: Uint8Array): Parts | undefined {
  branch.elements.forEach((x, i) => (labels[x] = branch.labels[i]!))
  return branch.parts.reduce<Parts | undefined>(
    (others, part) => ({ branches: part.branches.filter(({ count }) => count > 0n), rest: others }),
    rest,
  )
}

/** The undecided elements and the attacks among them, each once. */
function undecidedPart({ size, first, to }: CompiledFrame, labels: Uint8Array): Field {
  const names = Int32Array.from(labels.keys()).filter((x) => labels[x] === undecided)
  const places = new Int32Array(labels.length).fill(-1)
  names.forEach((x, place) => (places[x] = place))
  const targetsOf = Array.from(names, (x) => [
    ...new Set(to.subarray(first[x], first[x + 1]).map((t) => places[t]!)),
  ])
  const targets = arrowsOf(targetsOf.map((each) => each.filter((t) => t >= 0)))
  const attackersOf = Array.from(names, (): number[] => [])
  targetsOf.forEach((each, x) => each.forEach((t) => attackersOf[t]?.push(x)))
  return { attackers: arrowsOf(attackersOf), targets, names, size }
}

function arrowsOf(pointed: readonly (readonly number[])[]): Arrows {
  const first = new Int32Array(pointed.length + 1)
  pointed.forEach(({ length }, x) => (first[x + 1] = first[x]! + length))
  return { first, to: Int32Array.from(pointed.flat()) }
}

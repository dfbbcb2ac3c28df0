import { canBeAccepted, type Domains } from './domains.ts'

/** Which complete labellings: all, those that accept the most, those that leave nothing undecided. */
export type Semantics = 'complete' | 'preferred' | 'stable'

/** Labellings of a strongly connected component, where what attacks it from outside has labels. */
export interface Labellings {
  /** Labels by place among the members. */
  readonly found: readonly Uint8Array[]
  /** Whether there are no others. */
  readonly isAll: boolean
}

interface Decision {
  readonly at: number
  readonly mark: number
}

/**
 * Finds the labellings of a component by backtracking: an open member is accepted, later not, and
 * what follows is narrowed. A larger set of accepted members is met before any smaller one, so that
 * for `preferred` a labelling is kept unless one kept before accepts all that it does. Ends when
 * `domains.spent` has come to `until`, or with `most` labellings. Leaves the domains as they were.
 */
export function searchComponent(
  domains: Domains,
  members: Int32Array,
  semantics: Semantics,
  { until, most }: { readonly until: number; readonly most: number },
): Labellings {
  const found: Uint8Array[] = []
  const scope = domains.enter(members)
  const start = domains.mark()
  const decisions: Decision[] = []
  const isNew = () => semantics !== 'preferred' || !isCovered(domains, members, found)
  let at = 0
  let isAll = false
  let isPossible = domains.settle(scope)
  while (domains.spent < until) {
    domains.spent++
    while (isPossible && at < members.length && !isChoice(domains, members[at]!)) at++
    if (isPossible && at < members.length) {
      decisions.push({ at, mark: domains.mark() })
      domains.narrow(members[at]!, canBeAccepted)
      isPossible = domains.settle(scope)
      continue
    }
    if (isPossible && isNew()) {
      if (found.length >= most) break
      found.push(Uint8Array.from(members, (x) => domains.bits[x]! & 3))
      domains.spent += members.length
    }
    const last = decisions.pop()
    isAll = last === undefined
    if (last === undefined) break
    at = last.at
    domains.undo(last.mark)
    domains.narrow(members[at]!, ~canBeAccepted)
    isPossible = domains.settle(scope) && isNew()
  }
  domains.undo(start)
  return { found, isAll }
}

/** Whether an element may be accepted and may be not. Once none may, all labels follow. */
function isChoice(domains: Domains, x: number): boolean {
  return (domains.bits[x]! & canBeAccepted) !== 0 && domains.isOpen(x)
}

/** Whether one of some labellings accepts all that can still be accepted. */
function isCovered(domains: Domains, members: Int32Array, found: readonly Uint8Array[]): boolean {
  domains.spent += found.length
  return found.some((labels) =>
    members.every(
      (x, place) => (domains.bits[x]! & canBeAccepted) === 0 || labels[place] === canBeAccepted,
    ),
  )
}

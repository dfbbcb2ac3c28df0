import type { Profile, Term } from './profile.ts'

/** Which words of one sentence stand for which of another. */
export interface Match {
  /** By word of the first: the index in the second, −1 where none stands for it. */
  readonly partners: readonly number[]
  /** What is shared, as a weight in each of the two. */
  readonly shared: number
  /** How many words are matched with their contrary. */
  readonly contraries: number
}

/** How alike by letters two words of one first letter must be to count as spellings of one. */
const leastSpelling = 0.6
const contraryPrefix = /^(?:un|in|im|ir|il|dis|non)$/

type Likeness = (a: Term, b: Term) => number

const equal: Likeness = (a, b) => Number(a.key === b.key && a.sign === b.sign)
const contrary: Likeness = (a, b) =>
  Number(a.key === b.key ? a.sign !== b.sign : isDenied(a.key, b.key) || isDenied(b.key, a.key))
const spelling: Likeness = (a, b) => {
  if (Math.min(a.weight, b.weight, a.key.length - 3, b.key.length - 3) <= 0) return 0
  if (a.key.charCodeAt(0) !== b.key.charCodeAt(0)) return 0
  const alike = likeByLetters(a.key, b.key)
  return alike >= leastSpelling ? alike : 0
}

/** Matches equal words first, then contraries, then what is spelt alike; each word once. */
export function matchTerms(a: Profile, b: Profile): Match {
  const partners: number[] = a.terms.map(() => -1)
  const taken = new Set<number>()
  const pass = (likeness: Likeness) => {
    let gained = 0
    let count = 0
    for (const [i, term] of a.terms.entries()) {
      if (partners[i] !== -1) continue
      const found = best(term, b.terms, taken, likeness)
      if (found === undefined) continue
      partners[i] = found.at
      taken.add(found.at)
      count++
      gained += found.likeness * Math.min(term.weight, b.terms[found.at]?.weight ?? 0)
    }
    return { gained, count }
  }
  const [same, opposed, spelt] = [pass(equal), pass(contrary), pass(spelling)]
  return {
    partners,
    shared: same.gained + opposed.gained + spelt.gained,
    contraries: opposed.count,
  }
}

function best(
  term: Term,
  others: readonly Term[],
  taken: ReadonlySet<number>,
  likeness: Likeness,
): { readonly at: number; readonly likeness: number } | undefined {
  let found: { at: number; likeness: number } | undefined
  for (const [at, other] of others.entries()) {
    if (taken.has(at)) continue
    const alike = likeness(term, other)
    if (alike > (found?.likeness ?? 0)) found = { at, likeness: alike }
    if (alike === 1) break
  }
  return found
}

function isDenied(long: string, short: string): boolean {
  if (short.length < 3 || !long.endsWith(short)) return false
  return contraryPrefix.test(long.slice(0, -short.length))
}

// Dice's coefficient of pairs of letters, the edges of the words included.
function likeByLetters(a: string, b: string): number {
  const pairs = new Map<string, number>()
  const paired = (word: string) =>
    Array.from({ length: word.length + 1 }, (_, i) => ` ${word} `.slice(i, i + 2))
  for (const pair of paired(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of paired(b)) {
    const left = pairs.get(pair) ?? 0
    if (left > 0) shared++
    pairs.set(pair, left - 1)
  }
  return (2 * shared) / (a.length + b.length + 2)
}

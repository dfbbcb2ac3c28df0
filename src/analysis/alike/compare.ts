import { matchTerms, type Match } from './match-terms.ts'
import type { Profile } from './profile.ts'

/** How alike two sentences are. */
export interface Likeness {
  /** From 0, nothing shared, to 1. */
  readonly score: number
  /** Nearly the same; the same denied or turned round; or neither, but much is shared. */
  readonly kind: 'same' | 'opposite' | 'related'
}

/** Scores from which sentences count as alike, and as saying the same or the contrary. */
const leastRelated = 0.35
const leastSame = 0.72
/** The part of their different words that must be equal before more is looked at. */
const leastEqual = 0.25
/** The same, where each of the two has a word that the other has nothing for. */
const leastReworded = 0.85
/** Of sentences with fewer words nothing can be told. */
const leastWords = 3

/**
 * How alike two sentences are, whichever comes first; undefined if they share too little. It rests
 * on these two alone, so that the same pair is judged in the same way everywhere.
 */
export function compareProfiles(a: Profile, b: Profile): Likeness | undefined {
  if (!shareEnough(a, b)) return undefined
  const match = matchTerms(a, b)
  const score = a.weight + b.weight === 0 ? 0 : (2 * match.shared) / (a.weight + b.weight)
  if (score < leastRelated) return undefined
  const least = isReworded(a, b, match) ? leastReworded : leastSame
  const short = Math.min(a.keys.size, b.keys.size) < leastWords
  if (short || score < least || a.numbers !== b.numbers) return { score, kind: 'related' }
  const turned = isTurned(match.partners) !== (a.passive !== b.passive)
  const compares = a.compares && b.compares
  if (turned && !compares) return { score, kind: 'related' }
  return { score, kind: isDenied(a, b, match) === turned ? 'same' : 'opposite' }
}

// Cheap, and enough to leave out most: spelling and contraries add to what is shared, if little.
function shareEnough(a: Profile, b: Profile): boolean {
  let shared = 0
  for (const key of a.keys) if (b.keys.has(key)) shared++
  return 2 * shared >= leastEqual * (a.keys.size + b.keys.size) && shared > 0
}

function isReworded(a: Profile, b: Profile, { partners }: Match): boolean {
  const taken = new Set(partners)
  const left = a.terms.some(({ weight }, i) => weight === 1 && partners[i] === -1)
  return left && b.terms.some(({ weight }, i) => weight === 1 && !taken.has(i))
}

// `rarely` against nothing denies, as `not` does; `rarely` against `often` has been counted.
function isDenied(a: Profile, b: Profile, { partners, contraries }: Match): boolean {
  const taken = new Set(partners)
  const rare = (profile: Profile, isMatched: (i: number) => boolean) =>
    profile.terms.filter(({ key, sign }, i) => key === 'often' && sign < 0 && !isMatched(i)).length
  const alone =
    rare(a, (i) => partners[i] !== -1) +
    rare(b, (i) => taken.has(i)) +
    Number(a.negated) +
    Number(b.negated)
  return (alone + contraries) % 2 === 1
}

/**
 * Whether two parts have changed sides of what stands between them: “A trains B”, “B trains A”.
 * Parts that have only moved, as in “if A, then B” and “B if A”, have nothing between them that kept
 * its place. In terms of order: three words of the one stand the other way round in the other.
 */
function isTurned(partners: readonly number[]): boolean {
  const falling: number[] = []
  for (const [i, place] of partners.entries()) {
    falling[i] = place === -1 ? 0 : 1
    for (let j = 0; j < i && place !== -1; j++) {
      if ((partners[j] as number) > place) {
        falling[i] = Math.max(falling[i] as number, 1 + (falling[j] as number))
      }
    }
    if ((falling[i] as number) >= 3) return true
  }
  return false
}

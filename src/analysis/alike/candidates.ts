import type { Profile } from './profile.ts'

/** With how many others a sentence is compared. */
const mostCompared = 12
/** So many holders are looked at for the rarest three words of a sentence, and for all of them. */
const mostSeenForRarest = 6000
const mostSeen = 1500
const rarest = 3

/**
 * Finds, among profiles, those that share most of the words of another, a word counting for the more
 * the fewer hold it: their indices, best first. The work does not grow with the square of their
 * number, however alike they are.
 */
export function candidateFinder(profiles: readonly Profile[]): (of: Profile) => readonly number[] {
  const holders = holdersOf(profiles)
  const shared = new Float64Array(profiles.length)
  return ({ keys }) => {
    const met: number[] = []
    let seen = 0
    for (const [nth, there] of rarestFirst(keys, holders).entries()) {
      const left = (nth < rarest ? mostSeenForRarest : mostSeen) - seen
      if (left <= 0 || (nth >= rarest && there.length > left)) break
      const weight = Math.log(1 + profiles.length / there.length)
      const last = Math.min(there.length, left)
      for (let i = 0; i < last; i++) {
        const at = there[i] as number
        if (shared[at] === 0) met.push(at)
        shared[at] = (shared[at] as number) + weight
      }
      seen += last
    }
    const best = highest(met, shared)
    for (const at of met) shared[at] = 0
    return best
  }
}

function holdersOf(profiles: readonly Profile[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [index, { keys }] of profiles.entries()) {
    for (const key of keys) {
      const there = holders.get(key)
      if (there === undefined) holders.set(key, [index])
      else there.push(index)
    }
  }
  return holders
}

function rarestFirst(
  keys: Iterable<string>,
  holders: ReadonlyMap<string, readonly number[]>,
): readonly (readonly number[])[] {
  const found = [...keys].flatMap((key) => {
    const there = holders.get(key)
    return there === undefined ? [] : [there]
  })
  return found.sort((a, b) => a.length - b.length)
}

// Equal ones in the order of their indices, so that the same comes out on every computer.
function highest(met: readonly number[], scores: Float64Array): readonly number[] {
  const score = (at: number) => scores[at] as number
  const before = (a: number, b: number) => score(a) > score(b) || (score(a) === score(b) && a < b)
  const best: number[] = []
  for (const at of met) {
    if (best.length === mostCompared && !before(at, best[mostCompared - 1] as number)) continue
    let place = best.length
    while (place > 0 && before(at, best[place - 1] as number)) place--
    best.splice(place, 0, at)
    if (best.length > mostCompared) best.pop()
  }
  return best
}

import { compareProfiles, profileOf, type Profile } from './similarity.ts'

/** A sentence to be found again, with the id of what says it. */
export interface Statement {
  readonly id: string
  readonly statement: string
}

/** A statement that is like another. */
export interface Alike {
  readonly id: string
  /** How alike, from 0 to 1. */
  readonly score: number
  /**
   * `same`: says nearly the same; `opposite`: the same, denied; `related`: shares much and is
   * neither.
   */
  readonly kind: 'same' | 'opposite' | 'related'
}

/** Statements made ready to be searched. */
export interface StatementIndex {
  /** The statements most like the given one, best first, at most so many (3 if not said). */
  alike(statement: string, most?: number): readonly Alike[]
}

const mostCompared = 24

/** Makes statements ready to be searched; takes any text, and equal statements as they are. */
export function indexStatements(statements: readonly Statement[]): StatementIndex {
  const profiles = statements.map(({ statement }) => profileOf(statement))
  const holders = holdersOf(profiles)
  return {
    alike(statement, most = 3) {
      const profile = profileOf(statement)
      return nearest(profile, holders, profiles.length)
        .flatMap((at) => {
          const like = compareProfiles(profile, profiles[at] as Profile)
          return like === undefined ? [] : [{ id: (statements[at] as Statement).id, ...like }]
        })
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, most)
    },
  }
}

function holdersOf(profiles: readonly Profile[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>()
  for (const [index, { words }] of profiles.entries()) {
    for (const word of words) {
      const there = holders.get(word)
      if (there === undefined) holders.set(word, [index])
      else there.push(index)
    }
  }
  return holders
}

// Those that share most, a word counting for the more the fewer hold it.
function nearest(
  { words }: Profile,
  holders: ReadonlyMap<string, readonly number[]>,
  count: number,
): readonly number[] {
  const shared = new Map<number, number>()
  for (const word of words) {
    const there = holders.get(word) ?? []
    const weight = Math.log(1 + count / there.length)
    for (const at of there) shared.set(at, (shared.get(at) ?? 0) + weight)
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCompared)
    .map(([at]) => at)
}

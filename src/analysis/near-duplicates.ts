import { candidateFinder } from './alike/candidates.ts'
import { compareProfiles, type Likeness } from './alike/compare.ts'
import { profileOf, type Profile } from './alike/profile.ts'

/** A sentence to be found again, with the id of what says it. */
export interface Statement {
  readonly id: string
  readonly statement: string
}

/** A statement that is like another. */
export interface Alike extends Likeness {
  readonly id: string
}

/** Statements made ready to be searched. */
export interface StatementIndex {
  /** The statements most like the given one, best first (of equal ones `same`), at most `most` (3). */
  alike(statement: string, most?: number): readonly Alike[]
}

/**
 * Makes statements ready to be searched. Any text is taken; one without letters is like nothing.
 * What is `same` here is what the rule `near-duplicate` finds.
 */
export function indexStatements(statements: readonly Statement[]): StatementIndex {
  const profiles = statements.map(({ statement }) => profileOf(statement))
  const candidates = candidateFinder(profiles)
  return {
    alike(statement, most = 3) {
      const profile = profileOf(statement)
      return candidates(profile)
        .flatMap((at) => {
          const like = compareProfiles(profile, profiles[at] as Profile)
          return like === undefined ? [] : [{ id: (statements[at] as Statement).id, ...like }]
        })
        .sort(byLikeness)
        .slice(0, most)
    },
  }
}

const firstOfEqual: readonly Alike['kind'][] = ['same', 'opposite', 'related']

function byLikeness(a: Alike, b: Alike): number {
  const kinds = firstOfEqual.indexOf(a.kind) - firstOfEqual.indexOf(b.kind)
  return b.score - a.score || kinds || (a.id < b.id ? -1 : 1)
}

/**
 * Pairs of texts that say nearly the same, as indices with the smaller first, in order. The work
 * grows with the number of texts and not with its square.
 */
export function findSame(texts: readonly string[]): readonly (readonly [number, number])[] {
  const profiles = texts.map(profileOf)
  const candidates = candidateFinder(profiles)
  const pairs: [number, number][] = []
  for (const [second, profile] of profiles.entries()) {
    for (const first of candidates(profile)) {
      if (first >= second) continue
      if (compareProfiles(profiles[first] as Profile, profile)?.kind === 'same') {
        pairs.push([first, second])
      }
    }
  }
  return pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

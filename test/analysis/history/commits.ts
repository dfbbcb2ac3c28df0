import type { Moment } from '../../../src/analysis/history/history.ts'
import type { PastCommit } from '../../../src/analysis/history/past-commit.ts'

/** The moment of the commit with that number, from 0: a day after the one before. */
export function moment(number: number): Moment {
  const on = new Date(Date.UTC(2026, 0, 1 + number)).toISOString().replace('.000', '')
  return { commit: number.toString(16).padStart(40, '0'), on }
}

/** Commits of files of the map `light` by id, the oldest first; undefined for a deleted file. */
export function commitsOf(
  ...states: readonly Readonly<Record<string, string | undefined>>[]
): readonly PastCommit[] {
  return states.map((files, number) => ({
    ...moment(number),
    changed: Object.entries(files).map(([name, text]) => {
      const path = name.includes('/') ? name : `content/light/${name}.md`
      return text === undefined ? { path } : { path, text }
    }),
  }))
}

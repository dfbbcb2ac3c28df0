import { diffWords } from 'diff'
import { cutText, type WordRun } from './comparison.ts'

const mostEdits = 400

/** Which words came and went from one text to another; whole texts where too much differs. */
export function wordDiff(before: string, after: string): readonly WordRun[] {
  const [from, to] = [cutText(before), cutText(after)]
  const runs = diffWords(from, to, { maxEditLength: mostEdits })
  if (runs === undefined) {
    return [
      { is: 'removed', text: from },
      { is: 'added', text: to },
    ]
  }
  return runs.map(({ value, added, removed }) => ({
    is: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** How many words came and went; undefined where too much differs to be worth counting. */
export function countWords(
  before: string,
  after: string,
): { readonly added: number; readonly removed: number } | undefined {
  const runs = diffWords(before, after, { maxEditLength: mostEdits })
  if (runs === undefined) return undefined
  let [added, removed] = [0, 0]
  for (const run of runs) {
    const words = run.value.match(/\S+/g)?.length ?? 0
    if (run.added) added += words
    else if (run.removed) removed += words
  }
  return { added, removed }
}

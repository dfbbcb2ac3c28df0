import { wordDiff } from '../../analysis/compare/word-diff.ts'
import type { NodeHistory } from '../../analysis/history/history.ts'
import { typographic } from '../../outputs/typography.ts'
import type { EarlierWording, WordChange, WordingsFile } from './wordings-file.ts'

const ops = { removed: -1, same: 0, added: 1 } as const

/** Which words went and came between two statements, with typographic quotation marks. */
export function changesBetween(was: string, is: string): readonly WordChange[] {
  return wordDiff(typographic(was), typographic(is)).map(({ is: what, text }) => [ops[what], text])
}

/** All wordings of a node but the present one, the oldest first. */
export function earlierWordings({ events, wordings }: NodeHistory): readonly EarlierWording[] {
  const now = wordings.at(-1)?.statement ?? ''
  return wordings.slice(0, -1).map(({ hash, statement, since }) => {
    const end = events.findLast((event) => event.type === 'reworded' && event.was.hash === hash)
    return {
      hash,
      statement,
      ...(since && { on: since.on, commit: since.commit }),
      ...(end && { until: end.at.on }),
      diff: changesBetween(statement, now),
    }
  })
}

/** The file of a node's wordings; undefined for a node that was never worded otherwise. */
export function wordingsFile(history: NodeHistory): WordingsFile | undefined {
  const earlier = earlierWordings(history)
  const now = history.wordings.at(-1)
  if (earlier.length === 0 || now === undefined) return undefined
  const { hash, statement, since } = now
  return {
    version: 1,
    id: history.id,
    now: { hash, statement, ...(since && { since: since.on }) },
    wordings: earlier,
  }
}

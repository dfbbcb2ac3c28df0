import { distance } from 'fastest-levenshtein'

const furthest = 2

/**
 * The one known text that a slip of the hand can have turned into what was written: at most two
 * edits away, fewer for short texts, and nearer than every other. Undefined where two are as near.
 */
export function onlyNearest(written: string, known: Iterable<string>): string | undefined {
  const most = Math.min(furthest, Math.round(written.length / 3))
  let best: string | undefined
  let bestDistance = most + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - written.length) > Math.min(bestDistance, most)) continue
    const edits = distance(written, candidate)
    if (edits < bestDistance) {
      best = candidate
      bestDistance = edits
    } else if (edits === bestDistance) {
      best = undefined
    }
  }
  return best
}

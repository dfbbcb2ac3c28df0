import type { Comparison, ComparisonLists, Topic } from '../analysis/compare/comparison.ts'
import { fixed } from './analysis-numbers.ts'
import { labelPhrases } from './analysis-words.ts'
import type { Line } from './comparison-spans.ts'
import { counted } from './text-report.ts'

/**
 * What a change does to each thesis, in a sentence, and what of it most needs an eye. Where there
 * are several maps the theses that stay as they are are told together.
 */
export function headline(comparison: Comparison): Line {
  const theses = comparison.topics.filter(({ role }) => role === 'thesis')
  const moved = theses.filter(isMoved)
  const told = theses.length === 1 || moved.length === 0 ? theses.slice(0, 1) : moved.slice(0, 3)
  const notes = notesOf(comparison)
  const lead =
    moved.length === 0 && theses.length > 1
      ? ['Every thesis stays where it is']
      : told.flatMap((topic, at) => [...(at === 0 ? [] : ['; ']), ...thesisWords(topic, theses.length)])
  if (lead.length === 0) return [capitalised(notes.join('; ') || 'There is no thesis to compare'), '.']
  return [...lead, notes.length === 0 ? '' : `; ${notes.join('; ')}`, '.']
}

/** Whether something that a reader sees of it changed. */
function isMoved({ before, after, was }: Topic): boolean {
  if (was !== undefined || before?.label !== after?.label) return true
  return fixed(before?.strength) !== fixed(after?.strength)
}

function thesisWords(topic: Topic, count: number): Line {
  const { id, map, was, before, after } = topic
  const the: Line = count === 1 ? ['The thesis'] : ['The thesis of ', { name: map }]
  if (was !== undefined) return [...the, ' is another now: ', { node: id }, `, ${standing(after)}`]
  if (before === undefined) return [...the, ` is new, ${standing(after)}`]
  if (after === undefined) return [...the, ' is no longer part of the argument']
  const [from, to] = [before.strength, after.strength]
  const label =
    before.label === after.label
      ? ` (${labelPhrases[after.label]})`
      : ` and goes from “${labelPhrases[before.label]}” to “${labelPhrases[after.label]}”`
  if (from === undefined || to === undefined || fixed(from) === fixed(to)) {
    const at = to === undefined ? 'has no number' : from === undefined ? `is now at ${fixed(to)}` : `stays at ${fixed(to)}`
    return [...the, ` ${at}${label}`]
  }
  return [...the, ` ${to > from ? 'rises' : 'falls'} from ${fixed(from)} to ${fixed(to)}${label}`]
}

function standing(after: Topic['after']): string {
  if (after === undefined) return 'not part of the argument'
  return `at ${fixed(after.strength)} (${labelPhrases[after.label]})`
}

function notesOf(comparison: Comparison): readonly string[] {
  const { unanswered, problemsNew } = comparison
  const fresh = unanswered.filter(({ isNew }) => isNew).length
  const counts: readonly (readonly [count: number, words: (count: number) => string])[] = [
    [fresh, (n) => `${some(n, 'objection')} new and unanswered`],
    [total(comparison, 'unanswered') - fresh, (n) => `${some(n, 'objection')} no longer answered`],
    [total(comparison, 'removed'), (n) => `${counted(n, 'published id')} removed`],
    [total(comparison, 'withdrawn'), (n) => `${counted(n, 'node')} withdrawn`],
    [
      problemsNew.filter(({ severity }) => severity === 'error').length,
      (n) => counted(n, 'new error'),
    ],
  ]
  const notes = counts.filter(([count]) => count > 0).map(([count, words]) => words(count))
  return notes.length > 0 || !isEmpty(comparison) ? notes : ['nothing in the content changed']
}

function some(count: number, noun: string): string {
  return count === 1 ? `one ${noun} is` : `${count} ${noun}s are`
}

/** How many entries a list has, with those that were cut. */
export function total(comparison: Comparison, name: keyof ComparisonLists): number {
  return comparison[name].length + (comparison.leftOut?.[name] ?? 0)
}

function isEmpty(comparison: Comparison): boolean {
  const { topics, unreadBefore, unreadAfter, titles, drawing, leftOut, ...changes } = comparison
  return Object.values(changes).every((list) => list.length === 0)
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

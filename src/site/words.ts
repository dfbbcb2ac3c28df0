import type { Label } from '../analysis/labels/labelling.ts'
import type { NodeKind, Reading } from '../core/document.ts'
import type { VerdictLabel } from '../core/experiment-result.ts'
import type { RelationKind } from '../core/relation.ts'

/** What readers see for each kind. */
export const kindWords: Readonly<Record<NodeKind, string>> = {
  claim: 'Claim',
  evidence: 'Evidence',
  counterargument: 'Objection',
  question: 'Open question',
}

/** What readers see for each grounded label: never "true" and "false". */
export const labelWords: Readonly<Record<Label, string>> = {
  in: 'No open objection',
  out: 'Open objection',
  undecided: 'Contested',
}

/** One sentence on what a label means. */
export const labelMeanings: Readonly<Record<Label, string>> = {
  in: 'Every objection to it in this map, if there is any, has been answered.',
  out: 'At least one objection to it stands in this map.',
  undecided: 'Objections to it and replies to them hang on one another, and neither side prevails.',
}

/** What a node does to what it bears on, before the name of that. */
export const bearingWords: Readonly<Record<RelationKind, string>> = {
  supports: 'supports',
  rebuts: 'rebuts',
  undercuts: 'undercuts the step from',
  refines: 'says more narrowly',
  answers: 'answers',
}

/** How the arrows of a diagram are read. */
export const diagramKey =
  'A plain arrow leads from a reason to what it supports; any other arrow is named. ' +
  'A dashed arrow undercuts: it ends at a ring on the step it doubts.'

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']

/** A number at the beginning of a sentence: in letters up to twelve. */
export function countWord(count: number): string {
  return small[count] ?? String(count)
}

/** Words with a capital at their beginning. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** A day as it is written in a sentence: "3 May 2026". */
export function dayWords(date: string): string {
  return new Date(date).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
}

/** How far a source was read, as a reader is told. */
export const readingWords: Readonly<Record<Reading, string>> = {
  primary: 'Read in the source itself',
  abstract: 'Only the abstract was read',
  secondary: 'Known at second hand',
  unread: 'Not read',
}

/** What readers see of a verdict, at a glance. */
export const verdictWords: Readonly<Record<VerdictLabel, string>> = {
  supports: 'Supports it',
  against: 'Counts against it',
  mixed: 'Mixed',
  inconclusive: 'Inconclusive',
}

/** What a verdict says of the claim that was tested. */
export const verdictMeanings: Readonly<Record<VerdictLabel, string>> = {
  supports: 'By the rule, what came out is what the claim says.',
  against: 'By the rule, what came out speaks against the claim.',
  mixed: 'Part of what came out is what the claim says, and part of it speaks against the claim.',
  inconclusive: 'What came out does not tell, or tells another thing with another seed.',
}

/** What is said of a strength that hangs on itself through others. */
export const circleWords = {
  proved:
    'It stands in a circle of statements that bear on one another; it is proved that no other strengths fit together.',
  found:
    'It stands in a circle of statements that bear on one another; every start that was tried led here, but that is no proof.',
  several:
    'It stands in a circle of statements that bear on one another, which can come to rest in several ways.',
  none:
    'It stands in a circle of statements that bear on one another; where that comes to rest, if it does, could not be established.',
  unknown: 'It depends on a circle of statements that has no number.',
} as const

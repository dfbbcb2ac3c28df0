import type { Label } from '../analysis/labelling.ts'
import type { NodeKind, Reading } from '../core/document.ts'

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
  in: 'Every objection to it in this map, if there is any, has itself been answered.',
  out: 'At least one objection to it in this map stands unanswered.',
  undecided: 'Objections to it and replies to them hang on one another, and neither side prevails.',
}

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** A number at the beginning of a sentence: in letters up to ten. */
export function countWord(count: number): string {
  return small[count] ?? String(count)
}

/** How far a source was read, as a reader is told. */
export const readingWords: Readonly<Record<Reading, string>> = {
  primary: 'Read in the source itself',
  abstract: 'Only the abstract was read',
  secondary: 'Known at second hand',
  unread: 'Not read',
}

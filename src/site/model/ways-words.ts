import type { Edge, RelationKind } from '../../core/relation.ts'
import type { Ways } from '../../graph/ways.ts'
import type { SiteContent } from '../content.ts'
import { countWord } from '../words.ts'
import { stepEnds } from './relations.ts'

const downwards: Readonly<Record<Exclude<RelationKind, 'undercuts'>, string>> = {
  supports: 'supported by',
  rebuts: 'challenged by',
  refines: 'narrowed by',
  answers: 'answered by',
}

/** What is said between a statement and one that bears on it, from the first to the second. */
export function wordsDown(content: SiteContent, edge: Edge): string {
  if (edge.kind !== 'undercuts') return downwards[edge.kind]
  return `the step to it from “${stepEnds(content, edge.to).from.title}” undercut by`
}

/** What a relation does, between where it starts and the object that is named after it. */
export const actWords: Readonly<Record<RelationKind, string>> = {
  supports: 'supports',
  rebuts: 'objects to',
  undercuts: 'undercuts the step from',
  refines: 'narrows',
  answers: 'answers',
}

/** How many ways lead from a statement to a head, as far as they were looked for. */
export function waysTold({ ways, isComplete }: Ways): string {
  const { length } = ways
  if (!isComplete) {
    return length === 0
      ? 'Too much leads on from it for a way to the thesis or its rival to be looked for here.'
      : `There are more than ${length} ways from it to the thesis or its rival; these are the shortest.`
  }
  if (length === 0) return 'No relation leads from it to the thesis of its map or to the rival.'
  if (length === 1) return 'One way leads from it to the thesis or its rival.'
  return `${countWord(length)} ways lead from it to the thesis or its rival, the shortest first.`
}

/** What is said ahead of the objections below a statement: whether some stand, and some are contested. */
export function falsifiersTold(isOpen: boolean, isContested: boolean): string {
  const where = 'against it, against what it rests on, or against a step between them'
  if (!isOpen && !isContested) return `No objection stands ${where} in this map.`
  return [
    `What follows is ${where}.`,
    ...(isOpen
      ? ['Whoever believes the statement for the reasons given here has to think that every objection that stands fails.']
      : []),
    ...(isContested
      ? ['Where an objection is contested, it and the replies to it hang on one another, and neither side prevails.']
      : []),
  ].join(' ')
}

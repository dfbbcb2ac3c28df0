import type { Edge, RelationKind } from '../../core/relation.ts'
import type { SiteContent } from '../content.ts'
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

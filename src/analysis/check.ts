import type { KnowledgeBase } from '../core/knowledge-base.ts'
import { compareProblems, type Problem } from '../core/problem.ts'
import type { Rule } from './rule.ts'
import { claimWithoutSupport } from './rules/claim-without-support.ts'
import { conflictingRelations } from './rules/conflicting-relations.ts'
import { counterargumentWithoutTarget } from './rules/counterargument-without-target.ts'
import { credenceWithoutReason } from './rules/credence-without-reason.ts'
import { editedResult } from './rules/edited-result.ts'
import { evidenceWithoutSource } from './rules/evidence-without-source.ts'
import { mergeInACircle } from './rules/merge-in-a-circle.ts'
import { mergedIntoUnknown } from './rules/merged-into-unknown.ts'
import { mergedIntoWithdrawn } from './rules/merged-into-withdrawn.ts'
import { missingThesis } from './rules/missing-thesis.ts'
import { nearDuplicate } from './rules/near-duplicate.ts'
import { outlineSentenceUncarried } from './rules/outline-sentence-uncarried.ts'
import { outlineUnknownNode } from './rules/outline-unknown-node.ts'
import { relationWithoutBecause } from './rules/relation-without-because.ts'
import { secondHandFigure } from './rules/second-hand-figure.ts'
import { sourceCountedTwice } from './rules/source-counted-twice.ts'
import { staleFigure } from './rules/stale-figure.ts'
import { statementNotOneSentence } from './rules/statement-not-one-sentence.ts'
import { supportCycle } from './rules/support-cycle.ts'
import { suspectRelation } from './rules/suspect-relation.ts'
import { unboundFigure } from './rules/unbound-figure.ts'
import { unansweredCounterargument } from './rules/unanswered-counterargument.ts'
import { unknownExperiment } from './rules/unknown-experiment.ts'
import { unknownMeasure } from './rules/unknown-measure.ts'
import { unknownMention } from './rules/unknown-mention.ts'
import { unknownPart } from './rules/unknown-part.ts'
import { unknownPreset } from './rules/unknown-preset.ts'
import { unknownReview } from './rules/unknown-review.ts'
import { unknownSource } from './rules/unknown-source.ts'
import { unmetExpectation } from './rules/unmet-expectation.ts'
import { unreachableNode } from './rules/unreachable-node.ts'
import { withdrawnSeeUnknown } from './rules/withdrawn-see-unknown.ts'

export type { Rule } from './rule.ts'

/** Every rule; each finds the problems of the code it is named for. */
export const allRules: readonly Rule[] = [
  claimWithoutSupport,
  conflictingRelations,
  counterargumentWithoutTarget,
  credenceWithoutReason,
  editedResult,
  evidenceWithoutSource,
  mergeInACircle,
  mergedIntoUnknown,
  mergedIntoWithdrawn,
  missingThesis,
  nearDuplicate,
  outlineSentenceUncarried,
  outlineUnknownNode,
  relationWithoutBecause,
  secondHandFigure,
  sourceCountedTwice,
  staleFigure,
  statementNotOneSentence,
  supportCycle,
  suspectRelation,
  unansweredCounterargument,
  unboundFigure,
  unknownExperiment,
  unknownMeasure,
  unknownMention,
  unknownPart,
  unknownPreset,
  unknownReview,
  unknownSource,
  unmetExpectation,
  unreachableNode,
  withdrawnSeeUnknown,
]

/** All problems of a knowledge base, those of reading and joining included, in reading order. */
export function check(kb: KnowledgeBase, rules: readonly Rule[] = allRules): readonly Problem[] {
  return [...kb.problems, ...rules.flatMap((rule) => [...rule(kb)])].sort(compareProblems)
}

import type { CatalogueEntry } from './catalogue/entry.ts'
import { fieldProblems } from './catalogue/fields.ts'
import { fileProblems } from './catalogue/files.ts'
import { graphProblems } from './catalogue/graph.ts'
import { markdownProblems } from './catalogue/markdown.ts'
import { reviewProblems } from './catalogue/reviews.ts'
import { ruleProblems } from './catalogue/rules.ts'

/** Every kind of problem in content, by its permanent code. */
export const problemCatalogue = {
  ...fileProblems,
  ...fieldProblems,
  ...markdownProblems,
  ...graphProblems,
  ...ruleProblems,
  ...reviewProblems,
}

export type ProblemCode = keyof typeof problemCatalogue

/** What the wording of a code needs to know. */
export type Details<Code extends ProblemCode> =
  (typeof problemCatalogue)[Code] extends CatalogueEntry<infer D> ? D : never

/** All codes in alphabetical order. */
export const problemCodes = (Object.keys(problemCatalogue) as ProblemCode[]).sort()

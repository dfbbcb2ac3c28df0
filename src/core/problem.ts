import { comparePlaces, type Place } from './place.ts'
import { problemCatalogue, type Details, type ProblemCode } from './problem-catalogue.ts'
import type { Severity } from './catalogue/entry.ts'

export type { ProblemCode } from './problem-catalogue.ts'
export type { Severity } from './catalogue/entry.ts'

/** Something in the content to act on, as plain data: it crosses to JSON or a worker unchanged. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  /** `Unexpected <actual>, expected <expected>, such as <nearest>`: never the place. */
  readonly message: string
  readonly place: Place
  /** What is there. */
  readonly actual: string
  /** What would be right. */
  readonly expected: string
  /** The right thing nearest to what is there, where one is known. */
  readonly nearest?: string
  /** One sentence for somebody new. */
  readonly hint?: string
  readonly related?: readonly RelatedPlace[]
}

/** Another place that has to do with a problem, and what is there. */
export interface RelatedPlace {
  readonly message: string
  readonly place: Place
}

/** What a reader returns instead of throwing: perhaps a value, always the problems. */
export interface Checked<Value> {
  readonly value?: Value
  readonly problems: readonly Problem[]
}

/** The problem of that code at that place; TypeScript asks for the details its wording needs. */
export function problem<Code extends ProblemCode>(
  code: Code,
  place: Place,
  details: Details<Code>,
  related: readonly RelatedPlace[] = [],
): Problem {
  const entry = problemCatalogue[code]
  const words = entry.words(details as never)
  const such = words.nearest === undefined ? '' : `, such as ${quote(words.nearest)}`
  return {
    code,
    severity: entry.severity,
    message: `Unexpected ${words.actual}, expected ${words.expected}${such}`,
    place,
    actual: words.actual,
    expected: words.expected,
    ...(words.nearest === undefined ? {} : { nearest: words.nearest }),
    ...(entry.hint === undefined ? {} : { hint: entry.hint }),
    ...(related.length === 0 ? {} : { related }),
  }
}

function quote(text: string): string {
  return `\`${text}\``
}

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Reading order; at one place errors first, then by code. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    comparePlaces(a.place, b.place) ||
    severityOrder[a.severity] - severityOrder[b.severity] ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  )
}

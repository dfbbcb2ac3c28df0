import type { Label } from '../analysis/labels/labelling.ts'
import type { NodeKind, Reading } from '../core/document.ts'
import type { Acceptance, CycleReport, PositionsReport } from './analysis-report.ts'

/** Labels in words; never "true" and "false". */
export const labelPhrases: Readonly<Record<Label | 'absent', string>> = {
  in: 'no open objection',
  out: 'open objection',
  undecided: 'contested',
  absent: 'switched off',
}

/** Kinds in the middle of a sentence. */
export const kindPhrases: Readonly<Record<NodeKind, string>> = {
  claim: 'claim',
  evidence: 'evidence',
  counterargument: 'objection',
  question: 'open question',
}

/** A node by its kind, in the middle of a sentence: "It is an objection." */
export const nodeOfKind: Readonly<Record<NodeKind, string>> = {
  claim: 'a claim',
  evidence: 'evidence',
  counterargument: 'an objection',
  question: 'an open question',
}

/** How far a source was read, in the middle of a sentence. */
export const readingPhrases: Readonly<Record<Reading, string>> = {
  primary: 'read in the source itself',
  abstract: 'only the abstract was read',
  secondary: 'known at second hand',
  unread: 'not read',
}

/** What became of a cycle, in words. */
export function cycleWords({ kind, certificate, equilibria }: CycleReport): string {
  switch (kind) {
    case 'certified':
      return `exactly one equilibrium, certified by ${certificate ?? 'proof'}`
    case 'converged':
      return 'every start that was tried came to one equilibrium; not certified'
    case 'several':
      return `at least ${equilibria?.length ?? 2} equilibria, so no number`
    case 'unsettled':
      return 'where it comes to rest could not be established, so no number'
    case 'unknown':
      return 'it depends on a cycle without a number, so it has none'
  }
}

/** Where an argument is accepted, as the end of a sentence that begins with its name. */
export function acceptanceWords(
  acceptance: Acceptance,
  { semantics, status, budget }: PositionsReport,
): string {
  const ended = `not decided within the budget of ${budget} steps`
  switch (acceptance) {
    case 'all':
      return `is accepted in every ${semantics} extension`
    case 'some':
      return status === 'some'
        ? `is accepted in some ${semantics} extension; whether in every one is ${ended}`
        : `is accepted in some ${semantics} extension, but not in every one`
    case 'none':
      return `is rejected: no ${semantics} extension accepts it`
    case 'no position':
      return `is neither accepted nor rejected: there is no ${semantics} extension`
    case 'not decided':
      return `is ${ended}`
  }
}

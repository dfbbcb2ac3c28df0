import { argumentProblems } from './argument.ts'
import { referenceProblems } from './references.ts'

/** Problems that the rules find in what is well-formed and joined. */
export const ruleProblems = { ...argumentProblems, ...referenceProblems }

import type { About, KnownAnswer } from './about.ts'
import type { Experiment } from './contract.ts'

/** All experiments in the order of their numbers: E1 is the first. */
export const experimentIds = [
  'judge-or-doer',
  'pessimism',
  'checking-and-finding',
  'judging-and-steering',
  'what-comes-first',
  'values-for-free',
  'over-optimisation',
  'blind-directions',
  'aggregation',
  'set-points',
  'policing',
] as const
export type ExperimentId = (typeof experimentIds)[number]

/** Whether a text is the id of an experiment. */
export function isExperimentId(id: string): id is ExperimentId {
  return (experimentIds as readonly string[]).includes(id)
}

// Each part is loaded by name, so that a page or a worker loads no other's.

export async function loadExperiment(id: ExperimentId): Promise<Experiment> {
  return (await import(`./${id}/experiment.ts`)).default as Experiment
}

export async function loadAbout(id: ExperimentId): Promise<About> {
  return (await import(`./${id}/about.ts`)).about as About
}

export async function loadKnownAnswers(id: ExperimentId): Promise<readonly KnownAnswer[]> {
  return (await import(`./${id}/known-answers.ts`)).knownAnswers as readonly KnownAnswer[]
}

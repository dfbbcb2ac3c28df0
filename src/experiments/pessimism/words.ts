import type { LearnerName } from './online.ts'
import type { PessimismSettings } from './settings.ts'

/** A coverage that the verdict looks at, with the last part of its measures' names. */
export interface Place {
  readonly name: string
  readonly coverage: number
}

/** The places of the verdict: three that are fixed, and the reader's where it is another. */
export function placesOf({ coverage }: Pick<PessimismSettings, 'coverage'>): readonly Place[] {
  const fixed = [
    { name: 'LeastTried', coverage: -0.8 },
    { name: 'Unrelated', coverage: 0 },
    { name: 'MostTried', coverage: 0.8 },
  ]
  const known = fixed.some((place) => place.coverage === coverage)
  return known ? fixed : [...fixed, { name: 'Yours', coverage }]
}

/** The end of a measure's name and what readers call a learner; the last is the rule on trial. */
export const learnerWords: Readonly<
  Record<LearnerName, { readonly key: string; readonly label: string }>
> = {
  ucb: { key: 'Ucb', label: 'UCB1' },
  thompson: { key: 'Thompson', label: 'Thompson’s rule' },
  epsilon: { key: 'Epsilon', label: 'Fading random tries' },
  greedy: { key: 'Greedy', label: 'Greedy rule' },
  chosen: { key: 'Chosen', label: 'Rule on trial' },
}

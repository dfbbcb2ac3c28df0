import type { SettingTable } from '../contract.ts'

/** What the reader may assume about the judge, the optimiser and the good itself. */
export type OverOptimisationSettings = {
  readonly curvature: number
  readonly strayCost: number
  readonly pairs: number
  readonly hidden: string
  readonly penalty: number
  readonly reach: number
  readonly mostSamples: string
  readonly seeds: number
  readonly ensemble: string
  readonly members: number
  readonly memberPairs: number
  readonly memberData: string
  readonly ensembleSeeds: number
}

export const settings: SettingTable<OverOptimisationSettings> = {
  curvature: {
    type: 'number',
    label: 'Too much of a good thing',
    help: 'How fast more of what is good turns bad. At 0 more is always better.',
    min: 0,
    max: 1,
    step: 0.05,
  },
  strayCost: {
    type: 'number',
    label: 'Cost of straying',
    help: 'What true reward loses with distance from the start in any direction.',
    min: 0,
    max: 0.2,
    step: 0.01,
  },
  pairs: {
    type: 'number',
    label: 'Labelled pairs',
    help: 'How many noisy comparisons the judges learn from.',
    min: 20,
    max: 5000,
    step: 10,
    log: true,
  },
  hidden: {
    type: 'choice',
    label: 'Units of the network judge',
    help: 'The second judge is a linear one with this many leaky rectifiers added.',
    options: [
      { value: '0', label: 'no network' },
      { value: '4', label: '4' },
      { value: '8', label: '8' },
      { value: '16', label: '16' },
      { value: '64', label: '64' },
    ],
  },
  penalty: {
    type: 'number',
    label: 'KL penalty',
    help:
      'What the policy pays per nat of divergence, in standard deviations of the judge’s score.',
    min: 0,
    max: 2,
    step: 0.05,
  },
  reach: {
    type: 'number',
    label: 'Strongest optimisation',
    help: 'The divergence from the start at which the path ends.',
    min: 2,
    max: 40,
    step: 1,
    unit: 'nats',
  },
  mostSamples: {
    type: 'choice',
    label: 'Most samples',
    help: 'The largest n of which the judge picks the best.',
    options: [
      { value: '64', label: '64' },
      { value: '256', label: '256' },
      { value: '1024', label: '1,024' },
      { value: '4096', label: '4,096' },
    ],
  },
  seeds: {
    type: 'number',
    label: 'Replicates',
    help: 'How often all is drawn anew: what is good, the labels, the judges.',
    min: 2,
    max: 20,
    step: 1,
  },
  ensemble: {
    type: 'choice',
    label: 'Rule of the ensemble',
    help: 'How the scores of several network judges become one.',
    options: [
      { value: 'none', label: 'no ensemble' },
      { value: 'mean', label: 'mean' },
      { value: 'min', label: 'lowest' },
      { value: 'lcb', label: 'mean less their standard deviation' },
    ],
  },
  members: {
    type: 'number',
    label: 'Members of the ensemble',
    help: 'The control is one judge with that many times the pairs.',
    min: 2,
    max: 8,
    step: 1,
  },
  memberPairs: {
    type: 'number',
    label: 'Labelled pairs per member',
    help: 'How many comparisons a member learns from.',
    min: 20,
    max: 1000,
    step: 10,
    log: true,
  },
  memberData: {
    type: 'choice',
    label: 'Data of the members',
    help: 'On the same pairs, members differ only in where training began and in its order.',
    options: [
      { value: 'same', label: 'the same pairs' },
      { value: 'own', label: 'each its own pairs' },
    ],
  },
  ensembleSeeds: {
    type: 'number',
    label: 'Replicates with ensembles',
    help: 'In how many replicates the ensemble and its controls are trained.',
    min: 2,
    max: 20,
    step: 1,
  },
}

const published: OverOptimisationSettings = {
  curvature: 0.4,
  strayCost: 0.05,
  pairs: 3000,
  hidden: '8',
  penalty: 0,
  reach: 18,
  mostSamples: '4096',
  seeds: 10,
  ensemble: 'min',
  members: 5,
  memberPairs: 300,
  memberData: 'same',
  ensembleSeeds: 10,
}

export const presets = {
  published,
  quick: { ...published, seeds: 3, mostSamples: '1024', ensembleSeeds: 3 },
  // Of this good there is never too much, so a linear judge is nearly right everywhere.
  attack: { ...published, curvature: 0 },
}

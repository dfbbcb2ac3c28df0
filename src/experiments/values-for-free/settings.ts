import type { PresetName, SettingTable } from '../contract.ts'

export type ValuesForFreeSettings = {
  readonly strength: number
  readonly faint: number
  readonly form: string
  readonly unlabelled: number
  readonly labels: number
  readonly features: number
  readonly penalty: number
  readonly replicates: number
}

export const settings: SettingTable<ValuesForFreeSettings> = {
  strength: {
    type: 'number',
    label: 'Strength of the value',
    help: 'The value’s variance in the data, where noise has 1 and other factors 2 to 6.',
    min: 0,
    max: 6,
    step: 0.05,
  },
  faint: {
    type: 'number',
    label: 'Second strength',
    help: 'A fainter value, for which the same comparison is made.',
    min: 0,
    max: 6,
    step: 0.05,
  },
  form: {
    type: 'choice',
    label: 'What the value is',
    help: 'Whether being good is the sign of one factor or the sign of a product of two.',
    options: [
      { value: 'factor', label: 'the sign of one factor' },
      { value: 'product', label: 'the sign of a product of two factors' },
    ],
  },
  unlabelled: {
    type: 'number',
    label: 'Items without labels',
    help: 'What the unsupervised step sees; more items make fainter factors visible.',
    min: 50,
    max: 2000,
    step: 10,
    log: true,
  },
  labels: {
    type: 'number',
    label: 'Labels',
    help: 'How many further items come with a verdict, good or bad.',
    min: 5,
    max: 500,
    step: 1,
    log: true,
  },
  features: {
    type: 'number',
    label: 'Features kept',
    help: 'How many principal components the probe reads; six factors are there to be found.',
    min: 1,
    max: 20,
    step: 1,
  },
  penalty: {
    type: 'number',
    label: 'Penalty per input',
    help: 'Ridge penalty of both learners, times the number of inputs that each reads.',
    min: 0.1,
    max: 100,
    step: 0.1,
    log: true,
  },
  replicates: {
    type: 'number',
    label: 'Worlds',
    help: 'Independent repetitions with new data; more of them narrow the intervals.',
    min: 2,
    max: 60,
    step: 1,
  },
}

const published: ValuesForFreeSettings = {
  strength: 1,
  faint: 0.3,
  form: 'factor',
  unlabelled: 800,
  labels: 20,
  features: 8,
  penalty: 5,
  replicates: 32,
}

export const presets: Readonly<Record<PresetName, ValuesForFreeSettings>> = {
  published,
  quick: { ...published, replicates: 12 },
  attack: { ...published, form: 'product', strength: 0.3, faint: 0.15 },
}

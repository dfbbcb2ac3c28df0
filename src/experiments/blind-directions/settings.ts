import type { PresetName, SettingTable } from '../contract.ts'

export type BlindDirectionsSettings = {
  readonly dimensions: number
  readonly start: number
  readonly decay: number
  readonly project: boolean
  readonly reach: number
  readonly cost: number
  readonly pairs: number
  readonly steps: number
  readonly replicates: number
}

export const settings: SettingTable<BlindDirectionsSettings> = {
  dimensions: {
    type: 'number',
    label: 'Dimensions',
    help: 'How many numbers describe an item; the data vary in only 10 directions among them.',
    min: 10,
    max: 400,
    step: 5,
  },
  start: {
    type: 'number',
    label: 'Size of the starting weights',
    help: 'Typical length of the judge’s random weights before training.',
    min: 0,
    max: 5,
    step: 0.1,
  },
  decay: {
    type: 'number',
    label: 'Weight decay',
    help: 'Decay of the regularised judge; the other judge has none.',
    min: 0,
    max: 0.05,
    step: 0.001,
  },
  project: {
    type: 'switch',
    label: 'Project to the data',
    help: 'Whether the regularised judge’s policy must keep to the data’s directions.',
  },
  reach: {
    type: 'number',
    label: 'Longest step',
    help: 'How far the policy moves; items vary by about 1 in each direction of the data.',
    min: 0.5,
    max: 8,
    step: 0.5,
  },
  cost: {
    type: 'number',
    label: 'Cost off the data',
    help: 'Half of this times the squared distance from the data’s directions is lost.',
    min: 0,
    max: 2,
    step: 0.05,
  },
  pairs: {
    type: 'number',
    label: 'Labelled pairs',
    help: 'How many comparisons the judge is trained on.',
    min: 50,
    max: 1000,
    step: 10,
    log: true,
  },
  steps: {
    type: 'number',
    label: 'Steps of training',
    help: 'Gradient steps over all pairs; decay needs time to act.',
    min: 50,
    max: 800,
    step: 10,
    log: true,
  },
  replicates: {
    type: 'number',
    label: 'Worlds',
    help: 'Independent repetitions with new data; more of them narrow the intervals.',
    min: 2,
    max: 40,
    step: 1,
  },
}

const published: BlindDirectionsSettings = {
  dimensions: 200,
  start: 3,
  decay: 0.01,
  project: false,
  reach: 8,
  cost: 0.3,
  pairs: 300,
  steps: 400,
  replicates: 24,
}

export const presets: Readonly<Record<PresetName, BlindDirectionsSettings>> = {
  published,
  quick: { ...published, replicates: 6 },
  attack: { ...published, start: 5, decay: 0.002, cost: 1, replicates: 16 },
}

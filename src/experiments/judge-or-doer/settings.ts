import type { Experiment, SettingTable } from '../contract.ts'

export type JudgeOrDoerSettings = {
  readonly coupling: number
  readonly examples: number
  readonly length: number
  readonly lookAhead: number
  readonly blur: number
  readonly seenNew: number
  readonly samples: number
  readonly priorForDoer: boolean
  readonly worlds: number
}

export const settings: SettingTable<JudgeOrDoerSettings> = {
  coupling: {
    type: 'number',
    label: 'Coupling of neighbours',
    help: 'How much a symbol’s value depends on the one before; at 0 no plan is needed.',
    min: 0,
    max: 2,
    step: 0.1,
  },
  examples: {
    type: 'number',
    label: 'Preferences',
    help: 'Pairs with a preference; a third and a tenth are tried too.',
    min: 10,
    max: 1000,
    step: 10,
    log: true,
  },
  length: {
    type: 'number',
    label: 'Length of strings',
    help: 'Symbols in a string; longer strings have four times as many.',
    min: 4,
    max: 10,
    step: 1,
  },
  lookAhead: {
    type: 'number',
    label: 'Look-ahead of the doer',
    help: 'How many coming contexts the doer sees as it chooses a symbol.',
    min: 0,
    max: 2,
    step: 1,
  },
  blur: {
    type: 'number',
    label: 'Blur of the new wording',
    help: 'Noise in how the features see it; a meaning has size 1.',
    min: 0,
    max: 1,
    step: 0.05,
  },
  seenNew: {
    type: 'number',
    label: 'Examples in the new wording',
    help: 'The share of examples that are in the new wording.',
    min: 0,
    max: 0.5,
    step: 0.05,
  },
  samples: {
    type: 'number',
    label: 'Samples of weak search',
    help: 'Of how many random strings the judge picks the best.',
    min: 4,
    max: 256,
    step: 4,
    log: true,
  },
  priorForDoer: {
    type: 'switch',
    label: 'Same prior for the doers',
    help: 'Whether doers are held towards 0 as the judge is.',
  },
  worlds: {
    type: 'number',
    label: 'Worlds',
    help: 'Each has its own values; intervals are over worlds.',
    min: 3,
    max: 12,
    step: 1,
  },
}

const published: JudgeOrDoerSettings = {
  coupling: 1,
  examples: 300,
  length: 6,
  lookAhead: 1,
  blur: 0.5,
  seenNew: 0,
  samples: 64,
  priorForDoer: true,
  worlds: 10,
}

export const presets: Experiment<JudgeOrDoerSettings>['presets'] = {
  published,
  quick: { ...published, examples: 150, worlds: 5 },
  // Without coupling a doer needs no plan, and without look-ahead it has little to learn.
  attack: { ...published, coupling: 0, lookAhead: 0 },
}

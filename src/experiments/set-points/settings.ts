import type { PresetName, SettingTable } from '../contract.ts'

/** What a level x of an attribute is worth: ln x, or 2 (√x - 1), which touches it at x = 1. */
export type UtilityForm = 'log' | 'sqrt'
/** The law of the error of a proxy: normal, or Student's t with that many degrees of freedom. */
export type Tail = 'normal' | '5' | '3' | '2'
/** In which order a set-point agent looks at its options. */
export type LookOrder = 'random' | 'bestFirst'

// A type and no interface, as only a type is known to have no further keys.
export type SetPointSettings = {
  readonly power: number
  readonly measured: number
  readonly setPoint: number
  readonly noise: number
  readonly weight: number
  readonly utility: UtilityForm
  readonly tail: Tail
  readonly options: number
  readonly share: number
  readonly level: number
  readonly order: LookOrder
  readonly draws: number
  readonly sets: number
}

export const settings: SettingTable<SetPointSettings> = {
  power: {
    type: 'number',
    label: 'Power of the agent',
    help: 'The share of what nobody measures that it can turn into what is measured.',
    min: 0,
    max: 0.999,
    step: 0.001,
  },
  measured: {
    type: 'number',
    label: 'Attributes measured',
    help: 'How many of the ten things that matter the agent’s measure sees.',
    min: 1,
    max: 9,
    step: 1,
  },
  setPoint: {
    type: 'number',
    label: 'Set-point',
    help: 'The level of each measured attribute at which the agent stops. They start at 0.5.',
    min: 0.3,
    max: 3,
    step: 0.05,
  },
  noise: {
    type: 'number',
    label: 'Error of the set-point',
    help: 'The set-point is multiplied by e to a normal number with this standard deviation.',
    min: 0,
    max: 1.5,
    step: 0.05,
  },
  weight: {
    type: 'number',
    label: 'Weight of the measured',
    help: 'How many times as much a measured attribute truly counts as one that is not.',
    min: 1,
    max: 5,
    step: 0.25,
  },
  utility: {
    type: 'choice',
    label: 'Worth of a level',
    help: 'With the logarithm, to lose all of one thing is boundlessly bad; with the root it is not.',
    options: [
      { value: 'log', label: 'Logarithm' },
      { value: 'sqrt', label: 'Square root' },
    ],
  },
  tail: {
    type: 'choice',
    label: 'Errors of the proxy',
    help: 'The fewer degrees of freedom, the more often a worthless option looks splendid.',
    options: [
      { value: 'normal', label: 'Normal' },
      { value: '5', label: 'Student’s t, 5' },
      { value: '3', label: 'Student’s t, 3' },
      { value: '2', label: 'Student’s t, 2' },
    ],
  },
  options: {
    type: 'number',
    label: 'Options looked at',
    help: 'How many options the agent can choose from: its power in the second panel.',
    min: 10,
    max: 1000,
    step: 1,
    log: true,
  },
  share: {
    type: 'number',
    label: 'Share of the quantiliser',
    help: 'The quantiliser takes any one of this share of options that look best.',
    min: 0.01,
    max: 0.5,
    step: 0.01,
  },
  level: {
    type: 'number',
    label: 'Good enough',
    help: 'The proxy at which the set-point agent is content, in standard deviations of value.',
    min: 0,
    max: 4,
    step: 0.25,
  },
  order: {
    type: 'choice',
    label: 'Order of looking',
    help: 'If it looks at what promises most first, the first good enough is also the most extreme.',
    options: [
      { value: 'random', label: 'As they come' },
      { value: 'bestFirst', label: 'Most promising first' },
    ],
  },
  draws: {
    type: 'number',
    label: 'Draws of the set-point',
    help: 'How many wrong set-points are drawn.',
    min: 500,
    max: 20000,
    step: 500,
    log: true,
  },
  sets: {
    type: 'number',
    label: 'Sets of options',
    help: 'How many sets of options are drawn. All agents choose from the same ones.',
    min: 100,
    max: 4000,
    step: 100,
    log: true,
  },
}

const published: SetPointSettings = {
  power: 0.9,
  measured: 4,
  setPoint: 1,
  noise: 0,
  weight: 1,
  utility: 'log',
  tail: '3',
  options: 100,
  share: 0.1,
  level: 2,
  order: 'random',
  draws: 4000,
  sets: 1500,
}

export const presets: Readonly<Record<PresetName, SetPointSettings>> = {
  published,
  quick: { ...published, draws: 1000, sets: 300 },
  // The measure sees what matters most, no error is extreme, and the set-point is a guess.
  attack: { ...published, weight: 5, noise: 0.6, tail: 'normal', options: 1000 },
}

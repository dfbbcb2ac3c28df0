import type { PresetName, SettingTable } from '../contract.ts'

/** Where the chooser makes its own doubt too small: everywhere, or where it has seen little. */
export type UnderstatedWhere = 'everywhere' | 'rare'

// A type and no interface, as only a type is known to have no further keys.
export type PessimismSettings = {
  readonly beta: number
  readonly coverage: number
  readonly disasters: number
  readonly depth: number
  readonly observations: number
  readonly noise: number
  readonly actions: number
  readonly believed: number
  readonly where: UnderstatedWhere
  readonly weight: number
  readonly worlds: number
  readonly horizon: number
  readonly runs: number
}

export const settings: SettingTable<PessimismSettings> = {
  beta: {
    type: 'number',
    label: 'Weight of doubt β',
    help: 'How many standard errors are added to an estimate: below 0 the unsure counts as bad, above 0 as promising.',
    min: -3,
    max: 3,
    step: 0.25,
  },
  coverage: {
    type: 'number',
    label: 'Coverage κ',
    help: 'How far the actions that look good were also tried often. The verdict looks at −0.8, 0 and 0.8, and at this value too.',
    min: -0.95,
    max: 0.95,
    step: 0.05,
  },
  disasters: {
    type: 'number',
    label: 'Share of disasters',
    help: 'The chance that an action is a disaster, whatever it looks like.',
    min: 0,
    max: 0.4,
    step: 0.01,
  },
  depth: {
    type: 'number',
    label: 'Depth of a disaster',
    help: 'How far below the average action a disaster lies. Ordinary actions have standard deviation 1.',
    min: 0,
    max: 10,
    step: 0.5,
  },
  observations: {
    type: 'number',
    label: 'Observations per action',
    help: 'How often an action was tried on average, and at least once.',
    min: 1,
    max: 100,
    step: 1,
    log: true,
  },
  noise: {
    type: 'number',
    label: 'Noise of an observation',
    help: 'The standard deviation of one observation of an action.',
    min: 1,
    max: 6,
    step: 0.25,
  },
  actions: {
    type: 'number',
    label: 'Number of actions',
    help: 'Among how many actions the choice is made.',
    min: 2,
    max: 50,
    step: 1,
  },
  believed: {
    type: 'number',
    label: 'Share of the noise believed',
    help: 'Below 1 the chooser takes its data for more exact than they are.',
    min: 0,
    max: 1,
    step: 0.05,
  },
  where: {
    type: 'choice',
    label: 'Where doubt is understated',
    help: 'For all actions, or for those with fewer observations than average.',
    options: [
      { value: 'everywhere', label: 'Everywhere' },
      { value: 'rare', label: 'Only where little was tried' },
    ],
  },
  weight: {
    type: 'number',
    label: 'Weight of a disaster',
    help: 'What a disaster costs beyond its low value. The verdict does not use it.',
    min: 1,
    max: 20,
    step: 1,
  },
  worlds: {
    type: 'number',
    label: 'Worlds',
    help: 'How many sets of actions with data are drawn.',
    min: 200,
    max: 20000,
    step: 200,
    log: true,
  },
  horizon: {
    type: 'number',
    label: 'Steps of learning',
    help: 'How many choices a learner makes that sees only what it tries.',
    min: 500,
    max: 20000,
    step: 500,
    log: true,
  },
  runs: {
    type: 'number',
    label: 'Runs of learning',
    help: 'How many learners of each kind are followed.',
    min: 10,
    max: 400,
    step: 10,
    log: true,
  },
}

const published: PessimismSettings = {
  beta: -2,
  coverage: 0,
  disasters: 0.2,
  depth: 3,
  observations: 4,
  noise: 4,
  actions: 20,
  believed: 1,
  where: 'everywhere',
  weight: 10,
  worlds: 4000,
  horizon: 5000,
  runs: 200,
}

export const presets: Readonly<Record<PresetName, PessimismSettings>> = {
  published,
  quick: { ...published, worlds: 1000, horizon: 2000, runs: 50 },
  // Little can go wrong, the good is what was seldom tried, and doubt is as heavy as it gets.
  attack: { ...published, beta: -3, coverage: -0.95, disasters: 0.05 },
}

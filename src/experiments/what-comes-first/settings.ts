import type { PresetName, SettingTable } from '../contract.ts'

export type WhatComesFirst = {
  readonly algorithm: string
  readonly size: number
  readonly slip: number
  readonly episodes: number
  readonly featureNoise: number
  readonly counting: string
  readonly threshold: number
  readonly worlds: number
}

export const settings: SettingTable<WhatComesFirst> = {
  algorithm: {
    type: 'choice',
    label: 'Agent',
    help: 'Which of the two agents the figure and the verdict are about. Both are run.',
    options: [
      { value: 'q', label: 'Q-learning' },
      { value: 'actor-critic', label: 'Actor-critic' },
    ],
  },
  size: {
    type: 'number',
    label: 'Side of the world',
    help: 'Cells along a side. Larger worlds have longer ways to the goal and more pits.',
    min: 5,
    max: 11,
    step: 1,
  },
  slip: {
    type: 'number',
    label: 'Slip',
    help: 'Chance that a move goes to the side.',
    min: 0,
    max: 0.6,
    step: 0.1,
  },
  episodes: {
    type: 'number',
    label: 'Episodes of learning',
    help: 'How often the agent sets out. An ability that is not there by then counts as twice as late.',
    min: 100,
    max: 2000,
    step: 10,
  },
  featureNoise: {
    type: 'number',
    label: 'Noise of what a cell looks like',
    help: 'Standard deviation of a cell’s six features. Goal and pit each show by 1 in one of them.',
    min: 0,
    max: 1,
    step: 0.05,
  },
  counting: {
    type: 'choice',
    label: 'Cells the reward model learns from',
    help: 'Whether a cell that was entered often weighs once or as often as it was entered.',
    options: [
      { value: 'once', label: 'each cell once' },
      { value: 'every', label: 'every visit' },
    ],
  },
  threshold: {
    type: 'number',
    label: 'Score that counts as having it',
    help: 'The score, between chance (0) and perfect (1), at which an ability is taken to be there.',
    min: 0.5,
    max: 0.95,
    step: 0.05,
  },
  worlds: {
    type: 'number',
    label: 'Worlds',
    help: 'Replicates, each with its own world and draws. More of them make the intervals narrower.',
    min: 4,
    max: 100,
    step: 1,
  },
}

const published: WhatComesFirst = {
  algorithm: 'q',
  size: 7,
  slip: 0.2,
  episodes: 1280,
  featureNoise: 0.35,
  counting: 'once',
  threshold: 0.8,
  worlds: 40,
}

export const presets: Readonly<Record<PresetName, WhatComesFirst>> = {
  published,
  quick: { ...published, worlds: 10 },
  // Control is easy, goal and pit hardly show, and what is seen often drowns what is seen once.
  attack: { ...published, slip: 0, featureNoise: 0.8, counting: 'every' },
}

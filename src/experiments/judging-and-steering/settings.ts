import type { PresetName, SettingTable } from '../contract.ts'

export type JudgingAndSteering = {
  readonly correlation: number
  readonly reach: number
  readonly outcomes: number
  readonly slip: number
  readonly size: number
  readonly episodes: number
  readonly stepError: number
  readonly worlds: number
}

export const settings: SettingTable<JudgingAndSteering> = {
  correlation: {
    type: 'number',
    label: 'Accuracy of the judge',
    help: 'Correlation of the judge’s score with the true value of an outcome. At 1 it never misjudges.',
    min: 0,
    max: 1,
    step: 0.01,
  },
  reach: {
    type: 'number',
    label: 'Outcomes in reach',
    help: 'How many outcomes the agent can bring about and choose among: its power to steer. Never more than there are outcomes.',
    min: 1,
    max: 1_000_000,
    step: 1,
    log: true,
  },
  outcomes: {
    type: 'number',
    label: 'Outcomes that are possible',
    help: 'How many outcomes there are. The best of them is what the shortfall is measured from.',
    min: 1000,
    max: 1_000_000_000,
    step: 1,
    log: true,
  },
  slip: {
    type: 'number',
    label: 'Slip',
    help: 'Chance that a move in the gridworld goes to the side. Worlds of all sizes are run at it.',
    min: 0,
    max: 0.8,
    step: 0.1,
  },
  size: {
    type: 'number',
    label: 'Side of the gridworld',
    help: 'Cells along a side. Larger worlds have longer ways to the goal and more pits.',
    min: 5,
    max: 15,
    step: 2,
  },
  episodes: {
    type: 'number',
    label: 'Episodes of learning',
    help: 'How often the agent sets out in its world before it is tested.',
    min: 50,
    max: 1000,
    step: 50,
  },
  stepError: {
    type: 'number',
    label: 'Error per step',
    help: 'Chance that one step of a long plan goes wrong beyond repair.',
    min: 0.001,
    max: 0.2,
    step: 0.001,
    log: true,
  },
  worlds: {
    type: 'number',
    label: 'Worlds of each size',
    help: 'Replicates. More of them make the intervals narrower.',
    min: 4,
    max: 100,
    step: 1,
  },
}

const published: JudgingAndSteering = {
  correlation: 0.7,
  reach: 100,
  outcomes: 1_000_000,
  slip: 0.2,
  size: 9,
  episodes: 300,
  stepError: 0.05,
  worlds: 50,
}

export const presets: Readonly<Record<PresetName, JudgingAndSteering>> = {
  published,
  quick: { ...published, worlds: 10 },
  // A mediocre judge at the head of a strong optimiser, and worlds without noise.
  attack: { ...published, correlation: 0.5, reach: 100_000, slip: 0, size: 13 },
}

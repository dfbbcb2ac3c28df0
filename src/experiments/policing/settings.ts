import type { Experiment, SettingTable } from '../contract.ts'

export type PolicingSettings = {
  readonly agents: number
  readonly advantage: number
  readonly policing: number
  readonly tax: number
  readonly mutation: number
  readonly start: number
  readonly runs: number
}

export const table: SettingTable<PolicingSettings> = {
  agents: {
    type: 'number',
    label: 'Agents',
    help: 'How many agents there are. The same is worked out for four times as many.',
    min: 5,
    max: 200,
    step: 1,
  },
  advantage: {
    type: 'number',
    label: 'Advantage of misalignment',
    help: 'How often a misaligned agent is copied for each time an aligned one is, when nobody polices. Above 1, scruples cost something.',
    min: 0.5,
    max: 2,
    step: 0.01,
  },
  policing: {
    type: 'number',
    label: 'Strength of policing',
    help: 'How strongly aligned agents hold misaligned ones back: with strength c, a misaligned agent among aligned ones only is copied e^-c times as often. 0 is none.',
    min: 0,
    max: 1.5,
    step: 0.01,
  },
  tax: {
    type: 'number',
    label: 'Cost of policing',
    help: 'The share of an aligned agent’s own copying that each unit of policing costs. 0 makes policing free.',
    min: 0,
    max: 0.3,
    step: 0.01,
  },
  mutation: {
    type: 'number',
    label: 'Mistakes in copying',
    help: 'The chance that a copy has the other kind of values than its original, in either direction.',
    min: 1e-5,
    max: 0.1,
    step: 1e-5,
    log: true,
  },
  start: {
    type: 'number',
    label: 'Misaligned at the start',
    help: 'The share of agents that are misaligned when the clock starts, rounded down to whole agents.',
    min: 0,
    max: 0.45,
    step: 0.01,
  },
  runs: {
    type: 'number',
    label: 'Simulated invasions',
    help: 'How many lone misaligned agents are followed for each strength of policing. A twentieth as many histories are followed to a misaligned majority.',
    min: 500,
    max: 20000,
    step: 500,
  },
}

const published: PolicingSettings = {
  agents: 50,
  advantage: 1.2,
  policing: 0.5,
  tax: 0,
  mutation: 0.001,
  start: 0,
  runs: 10000,
}

export const presets: Experiment<PolicingSettings>['presets'] = {
  published,
  quick: { ...published, agents: 20, runs: 2000 },
  attack: { ...published, advantage: 1.5, policing: 0.3, tax: 0.3, mutation: 0.01, start: 0.1 },
}

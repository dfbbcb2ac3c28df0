import type { Experiment, SettingTable } from '../contract.ts'

export type AggregationSettings = {
  readonly voters: number
  readonly options: number
  readonly society: string
  readonly dimensions: number
  readonly agreement: number
  readonly draws: number
}

export const table: SettingTable<AggregationSettings> = {
  voters: {
    type: 'number',
    label: 'Voters',
    help: 'How many people are asked. Always odd, so that no two options tie.',
    min: 3,
    max: 301,
    step: 2,
  },
  options: {
    type: 'number',
    label: 'Options',
    help: 'How many values or policies each of them ranks.',
    min: 3,
    max: 10,
    step: 1,
  },
  society: {
    type: 'choice',
    label: 'Society that is judged',
    help: 'Which kind of society the verdict looks at. All of them are run and shown.',
    options: [
      { value: 'each', label: 'Each kind in turn' },
      { value: 'impartial', label: 'Impartial: every ranking is as likely' },
      { value: 'anonymous', label: 'Anonymous: every split of the votes is as likely' },
      { value: 'spatial', label: 'Spatial: people prefer what is near their own position' },
      { value: 'mallows', label: 'Mallows: everybody errs about one shared ranking' },
    ],
  },
  dimensions: {
    type: 'number',
    label: 'Dimensions of disagreement',
    help: 'In the spatial society: on how many independent questions people and options differ. With 1, all lie on a line.',
    min: 1,
    max: 3,
    step: 1,
  },
  agreement: {
    type: 'number',
    label: 'Agreement',
    help: 'In the Mallows society: the chance that a person ranks two neighbours of the shared ranking as it does. 0.5 is no agreement at all.',
    min: 0.5,
    max: 0.9,
    step: 0.01,
  },
  draws: {
    type: 'number',
    label: 'Elections',
    help: 'How many elections are drawn for each kind of society; a fifth as many for each point of the other figures.',
    min: 1000,
    max: 50_000,
    step: 500,
  },
}

const published: AggregationSettings = {
  voters: 101,
  options: 3,
  society: 'each',
  dimensions: 2,
  agreement: 0.6,
  draws: 20_000,
}

export const presets: Experiment<AggregationSettings>['presets'] = {
  published,
  quick: { ...published, draws: 4000 },
  attack: { ...published, society: 'mallows', dimensions: 1, agreement: 0.7 },
}

import type { PresetName, SettingTable } from '../contract.ts'
import type { BranchingRule } from './branching.ts'

export type CheckingSettings = {
  readonly largest: number
  readonly ratio: number
  readonly followCrossover: boolean
  readonly compare: '2' | '3' | '3.5' | '4'
  readonly branching: BranchingRule
  readonly instances: number
  readonly sequences: number
}

export const settings: SettingTable<CheckingSettings> = {
  largest: {
    type: 'number',
    label: 'Largest formula',
    help: 'Sizes go from 20 variables to this many, in the comparison half as far again.',
    min: 40,
    max: 120,
    step: 10,
    unit: 'variables',
  },
  ratio: {
    type: 'number',
    label: 'Clauses per variable',
    help: 'Near 4.26 about half of all formulas can be satisfied; below more, above fewer.',
    min: 1,
    max: 8,
    step: 0.01,
  },
  followCrossover: {
    type: 'switch',
    label: 'Follow the crossover at small sizes',
    help: 'Small formulas get the additional clauses at which half of them can be satisfied.',
  },
  compare: {
    type: 'choice',
    label: 'Ratio to compare with',
    help: 'Formulas with fewer clauses whose growth is set beside the test.',
    options: [
      { value: '2', label: '2' },
      { value: '3', label: '3' },
      { value: '3.5', label: '3.5' },
      { value: '4', label: '4' },
    ],
  },
  branching: {
    type: 'choice',
    label: 'Branching rule',
    help: 'What the solver tries when no clause forces a value.',
    options: [
      { value: 'weighted', label: 'The variable that weighs most in short clauses' },
      { value: 'first', label: 'The first variable' },
      { value: 'random', label: 'Any variable' },
    ],
  },
  instances: {
    type: 'number',
    label: 'Formulas of each size and ratio',
    help: 'More formulas make the intervals narrower.',
    min: 20,
    max: 150,
    step: 10,
  },
  sequences: {
    type: 'number',
    label: 'Sequences for the crossover',
    help: 'For each size, so often are clauses added until nothing satisfies them.',
    min: 20,
    max: 500,
    step: 10,
  },
}

const published: CheckingSettings = {
  largest: 100,
  ratio: 4.26,
  followCrossover: true,
  compare: '3',
  branching: 'weighted',
  instances: 100,
  sequences: 400,
}

export const presets: Readonly<Record<PresetName, CheckingSettings>> = {
  published,
  quick: { ...published, largest: 60, sequences: 100 },
  // Away from the crossover: the formulas for which finding an answer is easy.
  attack: { ...published, ratio: 3, followCrossover: false, compare: '2' },
}

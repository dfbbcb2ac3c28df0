import type { Chance, Run } from '../contract.ts'
import { type Estimate, estimate, pairedDifference } from '../lib/statistics.ts'
import { bestShare, type Comparison, compare, type Goods, utilityAfter } from './allocation.ts'
import { drawOptions, type Gains, gainsFrom, type OptionSet, tails } from './options.ts'
import type { SetPointSettings, Tail } from './settings.ts'

/** A comparison with the settings that it was made at. */
export interface AllocationCell extends Comparison {
  readonly power: number
  readonly setPointAt: number
  readonly noise: number
  readonly weight: number
}

/** An incomplete measure: what the agents do to the true utility. */
export interface AllocationResult {
  readonly start: number
  /** The share of the unmeasured that is best to move. */
  readonly bestShare: number
  /** Over powers: as set, with another weight, and with another error of the set-point. */
  readonly asSet: readonly AllocationCell[]
  readonly otherWeight: readonly AllocationCell[]
  readonly otherNoise: readonly AllocationCell[]
  /** Over set-points and over errors, at the reader's power. */
  readonly bySetPoint: readonly AllocationCell[]
  readonly byNoise: readonly AllocationCell[]
}

/** A noisy measure: the true value that the agents get from so many options. */
export interface ChoiceCell {
  readonly tail: Tail
  readonly options: number
  readonly maximiser: Estimate
  readonly setPoint: Estimate
  readonly quantiliser: Estimate
  /** The set-point agent's value less the maximiser's, from the same options. */
  readonly difference: Estimate
  readonly quantiliserDifference: Estimate
}

export interface SetPointResult {
  readonly allocation: AllocationResult
  readonly sets: number
  readonly choices: readonly ChoiceCell[]
}

const powerGrid = [0, 0.1, 0.25, 0.4, 0.6, 0.75, 0.9, 0.97, 0.99, 0.999]
const setPointGrid = [0.5, 0.7, 0.85, 1, 1.25, 1.5, 2, 2.5]
const noiseGrid = [0, 0.3, 0.6, 1]
const optionGrid = [10, 30, 100, 300, 1000]

/** Moves goods with an incomplete measure, then chooses among options with a noisy one. */
export function* run(settings: SetPointSettings, chance: Chance): Run<SetPointResult> {
  const random = chance('noise')
  const normals = Float64Array.from({ length: settings.draws }, () => random.normal())
  const allocation = yield* allocate(settings, normals)
  const cells = startChoices(settings)
  const result = (sets: number): SetPointResult => ({
    allocation,
    sets,
    choices: sets < 2 ? [] : cells.map(finishChoice),
  })
  for (let i = 0; i < settings.sets; i++) {
    if (i % 10 === 0) yield { fraction: i / settings.sets, soFar: () => result(i) }
    const most = Math.max(...optionGrid, settings.options)
    addSet(cells, settings, drawOptions(most, chance('options', i)))
  }
  return result(settings.sets)
}

function* allocate(
  settings: SetPointSettings,
  normals: Float64Array,
): Generator<{ fraction: number; soFar: () => undefined }, AllocationResult, void> {
  const { measured, weight, utility, noise, power, setPoint } = settings
  const pause = { fraction: 0, soFar: () => undefined }
  const cell = (other: Partial<SetPointSettings>): AllocationCell => {
    const at = { ...settings, ...other }
    const goods: Goods = { measured, utility, weight: at.weight }
    const aim = { power: at.power, setPoint: at.setPoint, noise: at.noise }
    const { power: powerAt, setPoint: setPointAt, noise: noiseAt } = at
    return {
      ...compare(goods, aim, normals),
      power: powerAt,
      setPointAt,
      noise: noiseAt,
      weight: at.weight,
    }
  }
  function* over(others: readonly Partial<SetPointSettings>[]) {
    const cells: AllocationCell[] = []
    for (const other of others) {
      cells.push(cell(other))
      yield pause
    }
    return cells
  }
  const powers = withReader(powerGrid, power)
  const goods: Goods = { measured, weight, utility }
  return {
    start: utilityAfter(goods, 0),
    bestShare: bestShare(goods),
    asSet: yield* over(powers.map((at) => ({ power: at }))),
    otherWeight: yield* over(powers.map((at) => ({ power: at, weight: otherWeight(weight) }))),
    otherNoise: yield* over(powers.map((at) => ({ power: at, noise: otherNoise(noise) }))),
    bySetPoint: yield* over(withReader(setPointGrid, setPoint).map((at) => ({ setPoint: at }))),
    byNoise: yield* over(withReader(noiseGrid, noise).map((at) => ({ noise: at }))),
  }
}

/** The weight of the measured that stands beside the reader's: 5, or else 1. */
export function otherWeight(weight: number): number {
  return weight === 5 ? 1 : 5
}

/** The error of the set-point that stands beside the reader's: 0.6, or else none. */
export function otherNoise(noise: number): number {
  return noise === 0.6 ? 0 : 0.6
}

interface ChoiceTally {
  readonly tail: Tail
  readonly options: number
  readonly gains: Gains[]
}

function startChoices({ options }: SetPointSettings): readonly ChoiceTally[] {
  const counts = withReader(optionGrid, options)
  return tails.flatMap((tail) => counts.map((count) => ({ tail, options: count, gains: [] })))
}

function addSet(
  cells: readonly ChoiceTally[],
  settings: SetPointSettings,
  { values, proxies }: OptionSet,
): void {
  for (const { tail, options, gains } of cells) {
    gains.push(gainsFrom(values, proxies[tail], options, settings))
  }
}

function finishChoice({ tail, options, gains }: ChoiceTally): ChoiceCell {
  const maximiser = gains.map((gain) => gain.maximiser)
  const setPoint = gains.map((gain) => gain.setPoint)
  const quantiliser = gains.map((gain) => gain.quantiliser)
  return {
    tail,
    options,
    maximiser: estimate(maximiser),
    setPoint: estimate(setPoint),
    quantiliser: estimate(quantiliser),
    difference: pairedDifference(setPoint, maximiser),
    quantiliserDifference: pairedDifference(quantiliser, maximiser),
  }
}

function withReader(grid: readonly number[], own: number): readonly number[] {
  return [...new Set([...grid, own])].sort((a, b) => a - b)
}

import type { Measure, PresetName, Verdict } from '../core/experiment-result.ts'

export { presetNames, verdictLabels } from '../core/experiment-result.ts'
export type { Measure, PresetName, Verdict, VerdictLabel } from '../core/experiment-result.ts'

/** One value of a setting. A choice is a string, even where it names a number. */
export type SettingValue = number | string | boolean
export type Settings = Readonly<Record<string, SettingValue>>

interface Described {
  /** What the reader sets, in three or four words. */
  readonly label: string
  /** What it means and what moves with it, in a sentence. */
  readonly help: string
}

/** A number from `min` to `max`, always `min` plus a whole number of `step`s. */
export interface NumberSetting extends Described {
  readonly type: 'number'
  readonly min: number
  readonly max: number
  readonly step: number
  /** Whether a slider moves by ratios. `min` is then above 0. */
  readonly log?: true
  readonly unit?: string
}
export interface ChoiceSetting extends Described {
  readonly type: 'choice'
  readonly options: readonly { readonly value: string; readonly label: string }[]
}
export interface SwitchSetting extends Described {
  readonly type: 'switch'
}
export type Setting = NumberSetting | ChoiceSetting | SwitchSetting

/** One table gives the form, the address, the bounds and the worker's check. */
export type SettingTable<P extends Settings> = {
  readonly [Name in keyof P]: P[Name] extends number
    ? NumberSetting
    : P[Name] extends boolean
      ? SwitchSetting
      : ChoiceSetting
}

/** Random numbers of one stream. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^-53. */
  uniform(): number
  /** Standard normal. */
  normal(): number
  /** A whole number, uniform in 0 to `n` - 1; `n` from 1 to 2^32. */
  below(n: number): number
}

/**
 * The random stream at an address such as `('world', 3, 'labels')`. The same address always gives
 * the same numbers from the start, whatever else was drawn, so that replicates added later change
 * nothing and arms that use one address are paired.
 */
export type Chance = (...address: readonly (string | number)[]) => Random

/** What a run hands over while it works, at least once in 30 ms. */
export interface Step<R> {
  /** How much of the work is done, 0 to 1. */
  readonly fraction: number
  /** The result so far, if there is enough of it for a figure. */
  soFar(): R | undefined
}
export type Run<R> = Generator<Step<R>, R, void>

/** A cell of a table: text, a number, a number with its interval, or nothing. */
export type Cell =
  | string
  | number
  | null
  | { readonly value: number; readonly halfWidth?: number; readonly low?: number; readonly high?: number }
export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** What a reader must know to read it. */
  readonly note?: string
}

export interface Axis {
  readonly label: string
  readonly log?: true
  /** Bounds where they should not follow from the data. */
  readonly domain?: readonly [number, number]
}
export interface ChartPoint {
  /** A number, or the name of a category, for all points of a chart alike. */
  readonly x: number | string
  readonly y: number
  /** The 95 % interval of `y`. */
  readonly low?: number
  readonly high?: number
}
/** Data as line with marks, marks alone or bars; a theory is a thin line without marks. */
export interface Series {
  readonly name: string
  readonly kind: 'line' | 'points' | 'bars' | 'theory'
  readonly points: readonly ChartPoint[]
}
/** A chart as data. Each series differs by word, shape and colour; at most six. */
export interface Chart {
  readonly title: string
  readonly x: Axis
  readonly y: Axis
  readonly series: readonly Series[]
  /** Thin lines across the chart with a word each: a threshold, chance, the start. */
  readonly references?: readonly { readonly axis: 'x' | 'y'; readonly at: number; readonly label: string }[]
}

/** A result as readers see it. The first chart is the figure that stands on the page. */
export interface Report {
  /** What came out, in one or two sentences, with its numbers. */
  readonly sentence: string
  /** Measures by name, lower camel case; the names are what `expect` and bound figures point to. */
  readonly measures: Readonly<Record<string, Measure>>
  readonly verdict: Verdict
  readonly charts: readonly Chart[]
  readonly tables: readonly Table[]
}

/**
 * A model that can be run, changed and broken. Pure: the same settings and seed give the same
 * result to the last digit in every engine.
 */
export interface Experiment<P extends Settings = Settings, R extends object = object> {
  readonly id: string
  /** Goes up whenever a number may change. */
  readonly version: number
  readonly settings: SettingTable<P>
  readonly presets: Readonly<Record<PresetName, P>>
  /** Runs the model. `settings` are within their bounds. */
  run(settings: P, chance: Chance): Run<R>
  /** Says what a result, also one that is not complete, comes to. `R` is plain JSON data. */
  report(result: R, settings: P): Report
}

/** Gives an experiment its types; they are forgotten where experiments are told apart by id. */
export function defineExperiment<P extends Settings, R extends object>(
  experiment: Experiment<P, R>,
): Experiment {
  return experiment as unknown as Experiment
}

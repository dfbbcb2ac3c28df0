import type { PresetName, Setting, Settings } from '../../experiments/contract.ts'
import { presetNames } from '../../experiments/contract.ts'

/** What a page says of an experiment in its `data-settings`. */
export interface LiveData {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly title: string
  readonly settings: Readonly<Record<string, Setting>>
  readonly presets: Readonly<Record<PresetName, Settings>>
  /** The seed of the published result. */
  readonly seed: number
  /** Digest of the published result, and of the other presets with the same seed. */
  readonly digest: string | null
  readonly quickDigest?: string | null
  readonly attackDigest?: string | null
  /** The preset that the page shows; the published one where nothing is said. */
  readonly preset?: PresetName
  /** Address of the model's source. */
  readonly source: string | null
}

/** Settings and seed of a run. */
export interface Choice {
  readonly settings: Settings
  readonly seed: number
}

/** The largest seed. */
export const mostSeed = 2 ** 32 - 1

/** The preset that has exactly these settings. */
export function presetOf(
  { presets }: Pick<LiveData, 'presets'>,
  settings: Settings,
): PresetName | undefined {
  return presetNames.find((name) =>
    Object.entries(presets[name]).every(([key, value]) => settings[key] === value),
  )
}

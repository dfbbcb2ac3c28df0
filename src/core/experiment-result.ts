/** A number that a run ends in; the interval is 95 %. */
export interface Measure {
  /** What it is, as a table or sentence names it. */
  readonly label: string
  readonly value: number
  /** Half the width of a symmetric interval. */
  readonly halfWidth?: number
  /** The interval where it is not symmetric. */
  readonly low?: number
  readonly high?: number
  readonly unit?: string
}

export const verdictLabels = ['supports', 'against', 'mixed', 'inconclusive'] as const
export type VerdictLabel = (typeof verdictLabels)[number]

/** What a run says about the claim it tests, by a rule that was fixed before the run. */
export interface Verdict {
  readonly label: VerdictLabel
  /** The measures that the rule looks at, by name. */
  readonly measures: readonly string[]
  /** How the rule comes to the label with these measures, in one sentence. */
  readonly because: string
}

export const presetNames = ['published', 'quick', 'attack'] as const
export type PresetName = (typeof presetNames)[number]

/** One finished run. */
export interface PresetResult {
  readonly settings: Readonly<Record<string, number | string | boolean>>
  /** SHA-256 of the canonical JSON of experiment, version, settings, seed and result. */
  readonly digest: string
  readonly sentence: string
  readonly verdict: Verdict
  readonly measures: Readonly<Record<string, Measure>>
  /** What the run returned; the figures are drawn from it. */
  readonly result?: object
}

/** Our code against a value from elsewhere, as it was when the result was published. */
export interface Check {
  /** `ka-…` */
  readonly id: string
  readonly statement: string
  readonly source: string
  readonly cases: readonly {
    readonly label: string
    readonly expected: number
    readonly ours: number
    readonly tolerance: number
  }[]
}

/**
 * `content/results/<id>.json`: the run of the published preset, with its measures by name beside
 * these fields, so that a bound figure is `…json#/peakGold`.
 */
export interface PublishedResult extends Omit<PresetResult, 'measures'> {
  readonly experiment: string
  readonly version: number
  readonly seed: number
  readonly result: object
  /** The other presets, run with the same seed. */
  readonly presets: Readonly<Partial<Record<PresetName, PresetResult>>>
  /** The verdict of the published preset under other seeds. */
  readonly otherSeeds: readonly { readonly seed: number; readonly label: VerdictLabel }[]
  readonly checks: readonly Check[]
}

/** Fields of a published result that are not measures, and so no names for one. */
export const resultFields = [
  'experiment',
  'version',
  'seed',
  'settings',
  'digest',
  'sentence',
  'verdict',
  'result',
  'presets',
  'otherSeeds',
  'checks',
] as const satisfies readonly (keyof PublishedResult)[]

const fields: ReadonlySet<string> = new Set(resultFields)

/** The measures of a preset by name; undefined where the preset was not published. */
export function measuresOf(
  result: PublishedResult,
  preset: string,
): Readonly<Record<string, Measure>> | undefined {
  if (preset === 'published') {
    const entries = Object.entries(result).filter(([name]) => !fields.has(name))
    return Object.fromEntries(entries) as Record<string, Measure>
  }
  return Object.hasOwn(result.presets, preset)
    ? result.presets[preset as PresetName]?.measures
    : undefined
}

/** Under how many of the other seeds the verdict was another one. */
export function flips(result: PublishedResult): number {
  return result.otherSeeds.filter(({ label }) => label !== result.verdict.label).length
}

/** The verdict as it may be told: one that turns with the seed more than once is inconclusive. */
export function tellable(result: PublishedResult): VerdictLabel {
  return flips(result) > 1 ? 'inconclusive' : result.verdict.label
}

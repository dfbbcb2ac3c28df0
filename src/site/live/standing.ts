import type { PresetName, Setting, SettingValue } from '../../experiments/contract.ts'
import type { Finished } from './job.ts'
import { presetOf, type Choice, type LiveData } from './live-data.ts'

/** How a run stands to the published result, in a sentence or two. */
export function standing(data: LiveData, choice: Choice, finished: Finished | undefined): string {
  if (finished === undefined) return 'A result so far, of a run that is not complete.'
  const preset = presetOf(data, choice.settings)
  const published = choice.seed !== data.seed ? undefined : publishedDigest(data, preset)
  if (finished.version !== data.version) {
    const versions = `The model is now version ${finished.version}; this page shows ${data.version}`
    return `${versions}, so numbers may differ.`
  }
  if (typeof published === 'string') return comparison(preset, published, finished.digest)
  const differences = differencesOf(data, choice)
  const words =
    differences.length === 0 ? '' : ` It differs from the published one: ${differences.join('; ')}.`
  return `This is your own run.${words}`
}

function publishedDigest(data: LiveData, preset: PresetName | undefined) {
  if (preset === undefined) return undefined
  return { published: data.digest, quick: data.quickDigest, attack: data.attackDigest }[preset]
}

function comparison(preset: PresetName | undefined, published: string, own: string): string {
  const what = preset === 'published' ? 'published result' : `published ${preset ?? ''} result`
  if (published === own)
    return `Identical to the ${what}, to the last digit (digest ${short(own)}).`
  return (
    `This is not the ${what}, though settings, seed and version are the same: ` +
    `${browserName(navigator.userAgent)} comes to digest ${short(own)}, ` +
    `published is ${short(published)}. ` +
    'Please report it: it should not happen.'
  )
}

/** What was set otherwise than in the published run, in words. */
export function differencesOf(data: LiveData, { settings, seed }: Choice): readonly string[] {
  const { published } = data.presets
  const changed = Object.entries(data.settings).filter(
    ([name]) => settings[name] !== published[name],
  )
  const words = changed.map(([name, setting]) => {
    const [now, then] = [settings[name], published[name]].map((value) => valueWords(value, setting))
    return `${setting.label} ${now} instead of ${then}`
  })
  return seed === data.seed ? words : [...words, `seed ${seed} instead of ${data.seed}`]
}

function valueWords(value: SettingValue | undefined, setting: Setting): string {
  if (setting.type === 'switch') return value === true ? 'on' : 'off'
  if (setting.type === 'number') return String(value)
  return setting.options.find((option) => option.value === value)?.label ?? String(value)
}

function short(digest: string): string {
  return digest.slice(0, 8)
}

/** The browser's name and version as its user agent says; “this browser” where it says none. */
export function browserName(userAgent: string): string {
  const found =
    /(Firefox|Edg|OPR)\/([\d.]+)/.exec(userAgent) ??
    /(Chrome)\/([\d.]+)/.exec(userAgent) ??
    /Version\/(?<version>[\d.]+).*(?<name>Safari)/.exec(userAgent)
  if (found === null) return 'this browser'
  const { name = found[1] ?? '', version = found[2] ?? '' } = found.groups ?? {}
  const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' }
  return `${names[name] ?? name} ${version}`
}

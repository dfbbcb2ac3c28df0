import {
  presetNames,
  type PresetName,
  type Settings,
  type SettingTable,
} from '../../experiments/contract.ts'
import { readSettings, writeSettings } from '../../experiments/read-settings.ts'
import { mostSeed, type LiveData } from './live-data.ts'

/** What a link asks for, within bounds, and a sentence for all that could not be had as it says. */
export interface Restored {
  readonly preset: PresetName
  readonly settings: Settings
  readonly seed: number
  readonly notices: readonly string[]
}

const mostLength = 4000
const mostNotices = 10

/** The fragment, without `#`, that leads back here: a preset and what differs from it. */
export function writeFragment(
  { id, version, presets }: Pick<LiveData, 'id' | 'version' | 'presets'>,
  { preset, settings, seed }: Omit<Restored, 'notices'>,
): string {
  const pairs = [
    ['v', String(version)],
    ['preset', preset],
    ...writeSettings(settings, presets[preset]),
    ['seed', String(seed)],
  ] as const
  return `${id}?${pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`
}

/**
 * Reads a fragment, with or without `#`. Total: whatever it holds, the settings are allowed ones,
 * and at most ten notices say what was changed or left aside. Undefined where the fragment is of
 * something else.
 */
export function readFragment(fragment: string, data: LiveData): Restored | undefined {
  const text = fragment.replace(/^#/, '')
  const mark = text.indexOf('?')
  if ((mark === -1 ? text : text.slice(0, mark)) !== data.id) return undefined
  const query = mark === -1 ? '' : text.slice(mark + 1)
  const tooLong = query.length > mostLength
  const { pairs, notices: twice } = firstOfEach(new URLSearchParams(query.slice(0, mostLength)))
  const version = versionNotice(pairs.get('v'), data.version)
  const preset = readPreset(pairs.get('preset'))
  const seed = readSeed(pairs.get('seed'), data.seed)
  for (const name of ['v', 'preset', 'seed']) pairs.delete(name)
  const table = data.settings as SettingTable<Settings>
  const { settings, notices } = readSettings(pairs, table, data.presets[preset.value])
  const long = tooLong
    ? ['The link is longer than any that is made here; its end is left aside.']
    : []
  const all = [...long, ...version, ...preset.notices, ...seed.notices, ...twice, ...notices]
  return { preset: preset.value, settings, seed: seed.value, notices: atMost(all) }
}

interface Read<Value> {
  readonly value: Value
  readonly notices: readonly string[]
}

function firstOfEach(given: URLSearchParams): {
  readonly pairs: Map<string, string>
  readonly notices: readonly string[]
} {
  const pairs = new Map<string, string>()
  const twice = new Set<string>()
  for (const [name, value] of given) {
    if (pairs.has(name)) twice.add(name)
    else pairs.set(name, value)
  }
  const notices = [...twice].map((name) => `${shown(name)} is there twice; the first is used.`)
  return { pairs, notices }
}

function versionNotice(text: string | undefined, version: number): readonly string[] {
  if (text === undefined || text === String(version)) return []
  if (!/^\d{1,6}$/.test(text)) return [`${shown(text)} is no version and is left aside.`]
  return [
    `The link was made with version ${text}; this is version ${version}, so numbers may differ.`,
  ]
}

function readPreset(text: string | undefined): Read<PresetName> {
  const known = presetNames.find((name) => name === text)
  if (known !== undefined) return { value: known, notices: [] }
  const notices =
    text === undefined ? [] : [`There is no preset ${shown(text)}; the published one is used.`]
  return { value: 'published', notices }
}

function readSeed(text: string | undefined, published: number): Read<number> {
  if (text === undefined) return { value: published, notices: [] }
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (seed <= mostSeed) return { value: seed, notices: [] }
  const bounds = `a whole number from 0 to ${mostSeed}`
  const notice = `The seed ${shown(text)} is not ${bounds}; ${published} is used.`
  return { value: published, notices: [notice] }
}

function atMost(notices: readonly string[]): readonly string[] {
  if (notices.length <= mostNotices) return notices
  const rest = notices.length - mostNotices + 1
  return [...notices.slice(0, mostNotices - 1), `${rest} more like these.`]
}

function shown(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}

import type { NumberSetting, Setting, SettingTable, Settings, SettingValue } from './contract.ts'

/** Settings within their bounds, and a sentence for each that had to be changed. */
export interface ReadSettings<P extends Settings> {
  readonly settings: P
  readonly notices: readonly string[]
}

/**
 * Reads settings that came as text: from an address, a form, a command. Total: what is missing is
 * as in `base`, what is out of bounds is brought to the nearest allowed value, what cannot be read
 * and names that the table lacks are left aside, each with a sentence that says so.
 */
export function readSettings<P extends Settings>(
  given: Iterable<readonly [name: string, text: string]>,
  table: SettingTable<P>,
  base: P,
): ReadSettings<P> {
  const settings: Record<string, SettingValue> = { ...base }
  const notices: string[] = []
  for (const [name, text] of given) {
    const setting = Object.hasOwn(table, name) ? (table[name] as Setting) : undefined
    if (setting === undefined) {
      notices.push(`There is no setting ${shown(name)}; it is left aside.`)
      continue
    }
    const read = readValue(text, setting)
    if (read.value !== undefined) settings[name] = read.value
    if (read.notice !== undefined) notices.push(`${setting.label}: ${read.notice}`)
  }
  return { settings: settings as P, notices }
}

interface ReadValue {
  readonly value?: SettingValue
  readonly notice?: string
}

function readValue(text: string, setting: Setting): ReadValue {
  if (setting.type === 'switch') {
    if (text === 'true' || text === 'false') return { value: text === 'true' }
    return { notice: `${shown(text)} is neither true nor false and is left aside.` }
  }
  if (setting.type === 'choice') {
    if (setting.options.some(({ value }) => value === text)) return { value: text }
    const options = setting.options.map(({ value }) => value).join(', ')
    return { notice: `${shown(text)} is none of ${options} and is left aside.` }
  }
  const number = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isNaN(number)) return { notice: `${shown(text)} is not a number and is left aside.` }
  const value = clampNumber(number, setting)
  if (Math.abs(value - number) <= 1e-9 * Math.max(1, Math.abs(value))) return { value }
  const bounds = `${setting.min} to ${setting.max} in steps of ${setting.step}`
  return { value, notice: `${shown(text)} is not among ${bounds}; ${value} is used.` }
}

/** The allowed value nearest to a number; of two, the higher. */
export function clampNumber(number: number, { min, max, step }: NumberSetting): number {
  const inside = Math.min(max, Math.max(min, number))
  const most = Math.floor((max - min) / step + 1e-9)
  const steps = Math.min(most, Math.round((inside - min) / step))
  // Of decimals and not of digits, so that what should be 0 is; the sum keeps -0 out.
  return Number((min + steps * step).toFixed(10)) + 0
}

/** Settings as pairs of text; with `base`, only those that differ from it. */
export function writeSettings<P extends Settings>(
  settings: P,
  base?: P,
): readonly (readonly [name: string, text: string])[] {
  return Object.entries(settings)
    .filter(([name, value]) => base === undefined || base[name] !== value)
    .map(([name, value]) => [name, String(value)])
}

function shown(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return `“${short}”`
}

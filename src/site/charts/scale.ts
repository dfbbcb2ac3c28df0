import type { Axis } from '../../experiments/contract.ts'
import { formatFixed } from '../../experiments/lib/format.ts'

/** An axis with its bounds and ticks worked out. */
export interface Scale {
  readonly label: string
  readonly log: boolean
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
  /** What stands at each tick; `^` starts an exponent. */
  readonly words: readonly string[]
}

/**
 * The scale of an axis that shows these values. Bounds are the axis's own, else those of the values
 * moved out to a tick that is near, else a little.
 */
export function scaleOf(axis: Axis, values: readonly number[], mostTicks: number): Scale {
  const log = axis.log === true
  const usable = log ? values.filter((value) => value > 0) : values
  const [low, high] = axis.domain ?? spread(Math.min(...usable), Math.max(...usable), log)
  const own = axis.domain !== undefined
  const { domain, ticks } = log
    ? logTicks(low, high, mostTicks, own)
    : linearTicks(low, high, mostTicks, own)
  return { label: axis.label, log, domain, ticks, words: tickWords(ticks, log) }
}

/** Where a value is on a scale: 0 at its lower bound, 1 at its upper. */
export function positionOn({ domain: [low, high], log }: Scale, value: number): number {
  return log
    ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
    : (value - low) / (high - low)
}

function spread(low: number, high: number, log: boolean): readonly [number, number] {
  if (high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high))) return [low, high]
  if (log) return [low / 2, high * 2]
  const half = low === 0 ? 1 : Math.abs(low) / 2
  return [low - half, high + half]
}

interface Ticks {
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
}

function linearTicks(low: number, high: number, most: number, own: boolean): Ticks {
  const rough = (high - low) / most
  const unit = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((times) => times * unit >= rough * (1 - 1e-9)) ?? 10) * unit
  const domain = own
    ? ([low, high] as const)
    : ([edge(low, -step, high - low), edge(high, step, high - low)] as const)
  const first = Math.ceil(domain[0] / step - 1e-9)
  const last = Math.floor(domain[1] / step + 1e-9)
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
  return { ticks, domain }
}

/** The tick beyond a value where that is near, else a little beyond the value. */
function edge(value: number, step: number, range: number): number {
  const tick = Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12))
  return Math.abs(tick - value) <= 0.4 * Math.abs(step)
    ? tick
    : value + Math.sign(step) * 0.04 * range
}

function logTicks(low: number, high: number, most: number, own: boolean): Ticks {
  const pad = own ? 1 : (high / low) ** 0.03
  const domain = [low / pad, high * pad] as const
  const candidates = [[1, 2, 5], [1, 3], [1]].map((multiples) => logSteps(domain, multiples))
  const few = candidates.find(({ length }) => length <= most + 1)
  if (few !== undefined && few.length > 1) return { domain, ticks: few }
  const decades = candidates.at(-1) ?? []
  if (decades.length < 2) return { domain, ticks: [low, high] }
  const every = Math.ceil(decades.length / (most + 1))
  return { domain, ticks: decades.filter((_, i) => i % every === 0) }
}

function logSteps([low, high]: Scale['domain'], multiples: readonly number[]): readonly number[] {
  const from = Math.floor(Math.log10(low))
  const decades = Math.ceil(Math.log10(high)) - from + 1
  return Array.from({ length: decades }, (_, i) => from + i)
    .flatMap((exponent) => multiples.map((times) => Number(`${times}e${exponent}`)))
    .filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9))
}

function tickWords(ticks: readonly number[], log: boolean): readonly string[] {
  const sizes = ticks.map(Math.abs).filter((size) => size > 0)
  if (sizes.some((size) => size >= 1e6 || size < 1e-4)) return ticks.map(powerWord)
  const places = ticks.map((tick) => (String(tick).split('.')[1] ?? '').length)
  const most = Math.max(0, ...places)
  return ticks.map((tick, i) => formatFixed(tick, log ? (places[i] ?? 0) : most))
}

function powerWord(tick: number): string {
  if (tick === 0) return '0'
  const [mantissa = '', exponent = ''] = Math.abs(tick).toExponential().split('e')
  const power = `10^${exponent.replace('+', '').replace('-', '−')}`
  const sign = tick < 0 ? '−' : ''
  return mantissa === '1' ? sign + power : `${sign}${mantissa} × ${power}`
}

import type { Range } from './network.ts'
import type { Pass, Wiring } from './sweep.ts'

/** Elements that depend on one another, alone, with what they hear from elsewhere held fixed. */
export interface Isolated {
  /** Elements `0` to `size` are those of the range; after them is what they hear, by message. */
  readonly pass: Pass<Wiring>
  readonly size: number
  /** Their base scores, then what they hear: a sweep over `0` to `size` can start at it. */
  readonly state: Float64Array
  /** Whether all that they hear from elsewhere and that has a weight has a number. */
  readonly isKnown: boolean
}

/** Cuts a range out of a network whose elements before the range have their strengths. */
export function isolate(pass: Pass, strength: Float64Array, { start, end }: Range): Isolated {
  const { network, formula, scores } = pass
  const size = end - start
  const begin = network.first[start] as number
  const stop = network.first[end] as number
  const base = scores.base.slice(start, end)
  const off = scores.off.slice(start, end)
  const first = network.first.slice(start, end + 1).map((message) => message - begin)
  const source = new Int32Array(stop - begin)
  const through = new Int32Array(stop - begin).fill(-1)
  const weight = scores.weight.slice(begin, stop)
  const state = new Float64Array(size + source.length)
  let isKnown = true
  state.set(base)
  for (let p = 0; p < size; p++) {
    for (let i = first[p] as number; i < first[p + 1]!; i++) {
      const from = network.source[begin + i] as number
      const gate = network.through[begin + i] as number
      if (gate >= start) through[i] = gate - start
      else if (gate >= 0) weight[i] = strength[gate] as number
      const most = gate >= start ? base[gate - start]! * (1 - off[gate - start]!) : weight[i]!
      source[i] = from >= start ? from - start : size + i
      if (from < start) state[size + i] = most === 0 ? 0 : strength[from]!
      if (off[p] === 0 && Number.isNaN(most + state[size + i]!)) isKnown = false
    }
  }
  const { type, sign } = network
  const wiring = {
    size,
    type: type.subarray(start, end),
    first,
    source,
    through,
    sign: sign.subarray(begin, stop),
  }
  return { pass: { network: wiring, formula, scores: { base, weight, off } }, size, state, isKnown }
}

import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { Chance, Random } from '../contract.ts'
import { ln } from './elementary.ts'

/**
 * The streams of one run. A stream's state is the first 128 bits of the SHA-256 of its address, so
 * two addresses never share one in practice and anybody can work it out.
 */
export function chanceOf(id: string, version: number, seed: number): Chance {
  return (...address) => randomAt(JSON.stringify([id, version, seed, ...address]))
}

function randomAt(address: string): Random {
  const bytes = sha256(utf8ToBytes(address))
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const state = [0, 4, 8, 12].map((offset) => view.getInt32(offset))
  const generator = xoroshiro128plusFromState(state)
  let spare: number | undefined
  return {
    uniform: () => uniformFloat64(generator),
    below: (n) => uniformInt(generator, 0, n - 1),
    // Marsaglia's polar method, which gives two at a time.
    normal() {
      if (spare !== undefined) {
        const kept = spare
        spare = undefined
        return kept
      }
      for (;;) {
        const u = 2 * uniformFloat64(generator) - 1
        const v = 2 * uniformFloat64(generator) - 1
        const s = u * u + v * v
        if (s >= 1 || s === 0) continue
        const scale = Math.sqrt((-2 * ln(s)) / s)
        spare = v * scale
        return u * scale
      }
    },
  }
}

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../src/experiments/lib/random.ts'

const mask = (1n << 64n) - 1n
const rotl = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (64n - k))) & mask

/** xoroshiro128+ 1.0 by Blackman and Vigna, from their C. */
function* reference(s0: bigint, s1: bigint): Generator<bigint> {
  for (;;) {
    yield (s0 + s1) & mask
    const x = s0 ^ s1
    s0 = (rotl(s0, 24n) ^ x ^ (x << 16n)) & mask
    s1 = rotl(x, 37n)
  }
}

describe('chanceOf', () => {
  it('is xoroshiro128+ from the first 128 bits of the SHA-256 of the address', () => {
    const hash = createHash('sha256').update('["coin",2,7,"throw",1]').digest()
    const numbers = reference(hash.readBigUInt64BE(0), hash.readBigUInt64BE(8))
    const random = chanceOf('coin', 2, 7)('throw', 1)
    for (let i = 0; i < 20; i++) {
      // A whole number below 2^32 takes the lower half of each output, with the sign moved.
      const low = Number(BigInt.asIntN(32, numbers.next().value as bigint))
      expect(random.below(2 ** 32)).toBe(low + 2 ** 31)
    }
  })

  it('gives the same stream at the same address, whatever else was drawn', () => {
    const draw = (random: { normal(): number }): number[] => [random.normal(), random.normal(), random.normal()]
    const first = draw(chanceOf('coin', 1, 7)('world', 3))
    const chance = chanceOf('coin', 1, 7)
    draw(chance('world', 2))
    draw(chance('other'))
    expect(draw(chance('world', 3))).toEqual(first)
    for (const other of [chance('world', 4), chance('world', '3'), chanceOf('coin', 2, 7)('world', 3), chanceOf('coin', 1, 8)('world', 3)]) {
      expect(draw(other)).not.toEqual(first)
    }
  })

  it('draws what it says', () => {
    const random = chanceOf('coin', 1, 1)('moments')
    const n = 200_000
    let [sum, squares, fourths, uniforms, sixes] = [0, 0, 0, 0, 0]
    for (let i = 0; i < n; i++) {
      const z = random.normal()
      sum += z
      squares += z * z
      fourths += z ** 4
      uniforms += random.uniform()
      if (random.below(6) === 5) sixes++
    }
    const within = (value: number, expected: number, sd: number): void => {
      expect(Math.abs(value - expected)).toBeLessThan((4 * sd) / Math.sqrt(n))
    }
    within(sum / n, 0, 1)
    within(squares / n, 1, Math.sqrt(2))
    within(fourths / n, 3, Math.sqrt(96))
    within(uniforms / n, 1 / 2, Math.sqrt(1 / 12))
    within(sixes / n, 1 / 6, Math.sqrt(5 / 36))
  })
})

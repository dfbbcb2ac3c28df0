import fc from 'fast-check'
import type { AttackFrame } from '../../../src/analysis/labels/grounded.ts'

/** An attack: source, target and, where there is one, the element it runs along. */
export type Attack = readonly [source: number, target: number, via?: number]

export function frame(size: number, attacks: readonly Attack[]): AttackFrame {
  return {
    size,
    source: Int32Array.from(attacks, ([source]) => source),
    target: Int32Array.from(attacks, ([, target]) => target),
    via: Int32Array.from(attacks, ([, , via]) => via ?? -1),
  }
}

/** Pairs that attack one another, `0` and `1`, `2` and `3` and so on. */
export function pairs(count: number): readonly Attack[] {
  return Array.from({ length: count }, (_, i): Attack[] => [
    [2 * i, 2 * i + 1],
    [2 * i + 1, 2 * i],
  ]).flat()
}

/** Every element attacks the next, and the last one the first. */
export function ring(size: number): readonly Attack[] {
  return Array.from({ length: size }, (_, i) => [i, (i + 1) % size])
}

/** Frames without attacks along elements; with self-attacks and duplicates. */
export const plainFrames = framesOf(8, (most) => fc.tuple(fc.nat(most), fc.nat(most)))

/** Frames in which about half of the attacks run along an element. */
export const frames = framesOf(6, (most) =>
  fc.tuple(fc.nat(most), fc.nat(most), fc.oneof(fc.constant(-1), fc.nat(most))),
)

function framesOf(most: number, attack: (most: number) => fc.Arbitrary<Attack>) {
  return fc
    .nat(most)
    .chain((size) =>
      fc
        .array(attack(Math.max(0, size - 1)), { maxLength: size === 0 ? 0 : 2 * size + 2 })
        .map((attacks) => frame(size, attacks)),
    )
}

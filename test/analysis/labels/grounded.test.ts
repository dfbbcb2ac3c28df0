import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameOf, stepElements } from '../../../src/analysis/labels/frame-of.ts'
import {
  absent,
  accepted,
  compileFrame,
  defeated,
  groundedLabels,
  type AttackFrame,
} from '../../../src/analysis/labels/grounded.ts'
import { compactGraph } from '../../../src/analysis/compact.ts'
import { joinSketch } from '../../graph/builder.ts'
import { frame, frames, pairs, type Attack } from './frames.ts'

describe('groundedLabels with elements left out', () => {
  it('labels the others as if nothing came from or along them', () => {
    const someOff = fc.tuple(frames, fc.array(fc.nat(5), { maxLength: 3 }))
    fc.assert(
      fc.property(someOff, ([given, left]) => {
        const off = Uint8Array.from({ length: given.size }, (_, x) => Number(left.includes(x)))
        const expected = groundedLabels(compileFrame(without(given, off)))
        off.forEach((isOff, x) => {
          if (isOff === 1) expected[x] = absent
        })
        expect(groundedLabels(compileFrame(given), off)).toEqual(expected)
      }),
      { numRuns: 5000, seed: 3 },
    )
  })

  it('labels the same frame again and again', () => {
    const compiled = compileFrame(frame(3, [...pairs(1), [1, 2]]))
    const off = (x: number) => Uint8Array.from({ length: 3 }, (_, y) => Number(x === y))
    expect([...groundedLabels(compiled, off(0))]).toEqual([absent, accepted, defeated])
    expect([...groundedLabels(compiled, off(1))]).toEqual([accepted, absent, accepted])
    expect([...groundedLabels(compiled)]).toEqual([0, 0, 0])
  })

  it('takes many attacks on one element for what they are', () => {
    const hub: Attack[] = Array.from({ length: 100_000 }, (_, x) => [x + 1, 0])
    const labels = groundedLabels(compileFrame(frame(100_002, [...hub, [0, 100_001]])))
    expect([labels[0], labels[1], labels[100_001]]).toEqual([defeated, accepted, accepted])
  })
})

function without({ size, source, target, via }: AttackFrame, off: Uint8Array): AttackFrame {
  const attacks: Attack[] = []
  source.forEach((s, a) => {
    if (off[s] !== 1 && off[via[a]!] !== 1) attacks.push([s, target[a]!, via[a]!])
  })
  return frame(size, attacks)
}

describe('frameOf', () => {
  const { graph } = joinSketch({
    aaa: {},
    bbb: { rebuts: ['aaa'] },
    ccc: { supports: ['aaa'], undercuts: ['bbb>aaa'] },
  })
  const { compact, edges } = compactGraph(graph)

  it('numbers nodes, then steps; undercuts are no elements', () => {
    expect(edges).toEqual(['bbb>aaa', 'ccc>aaa', 'ccc>bbb>aaa'])
    expect([...stepElements(compact)]).toEqual([3, 4, -1])
    expect(frameOf(compact)).toEqual(
      frame(5, [
        [1, 0, 3],
        [2, 3],
      ]),
    )
  })

  it('leaves out muted attacks', () => {
    expect(frameOf(compact, new Set([0]))).toEqual(frame(5, [[2, 3]]))
    expect(frameOf(compact, new Set([2]))).toEqual(frame(5, [[1, 0]]))
  })
})

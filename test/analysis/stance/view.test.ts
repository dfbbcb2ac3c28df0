import { describe, expect, it } from 'vitest'
import {
  emptyView,
  sameView,
  sizeOf,
  withCredence,
  withMuted,
  withOff,
  withTopic,
} from '../../../src/analysis/stance/view.ts'

describe('a view', () => {
  it('has one answer a node', () => {
    const rated = withCredence(emptyView, 'wave', 0.8)
    const off = withOff(rated, 'wave', true)
    expect([...off.credences]).toEqual([])
    expect([...off.off]).toEqual(['wave'])
    const again = withCredence(off, 'wave', 0.3)
    expect([...again.off]).toEqual([])
    expect(again.credences.get('wave')).toBe(0.3)
  })

  it('does not change when another is made from it', () => {
    const view = withMuted(withOff(emptyView, 'wave', true), 'slits>wave', true)
    withMuted(withOff(view, 'wave', false), 'slits>wave', false)
    expect(sizeOf(view)).toBe(2)
    expect(sizeOf(emptyView)).toBe(0)
  })

  it('takes answers back', () => {
    const rated = withCredence(withTopic(emptyView, 'wave'), 'wave', 1)
    const view = withMuted(rated, 'slits>wave', true)
    const unrated = withCredence(withTopic(view, undefined), 'wave', undefined)
    const back = withMuted(unrated, 'slits>wave', false)
    expect(sameView(back, emptyView)).toBe(true)
    expect('topic' in back).toBe(false)
  })

  it('taking back a credence leaves a node off that is off', () => {
    const view = withCredence(withOff(emptyView, 'wave', true), 'wave', undefined)
    expect(view.off.has('wave')).toBe(true)
  })

  it('keeps credences in hundredths', () => {
    expect(withCredence(emptyView, 'wave', 1 / 3).credences.get('wave')).toBe(0.33)
    expect(withCredence(emptyView, 'wave', 0.29).credences.get('wave')).toBe(0.29)
  })

  it.each([-0.01, 1.01, Number.NaN, Infinity])('refuses the credence %d', (value) => {
    expect(() => withCredence(emptyView, 'wave', value)).toThrow(RangeError)
  })

  it('is the same in any order, and not with any other answer', () => {
    const ab = withOff(withCredence(withCredence(emptyView, 'a', 0.1), 'b', 0.2), 'c', true)
    const ba = withCredence(withCredence(withOff(emptyView, 'c', true), 'b', 0.2), 'a', 0.1)
    expect(sameView(ab, ba)).toBe(true)
    expect(sameView(ab, withCredence(ba, 'a', 0.11))).toBe(false)
    expect(sameView(ab, withOff(withOff(ba, 'c', false), 'd', true))).toBe(false)
    expect(sameView(withMuted(ab, 'a>b', true), withMuted(ba, 'b>a', true))).toBe(false)
    expect(sameView(ab, withTopic(ba, 'a'))).toBe(false)
  })
})

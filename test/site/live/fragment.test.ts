import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NumberSetting, Settings } from '../../../src/experiments/contract.ts'
import { clampNumber } from '../../../src/experiments/read-settings.ts'
import { readFragment, writeFragment } from '../../../src/site/live/fragment.ts'
import { data } from './data.ts'

const { published } = data.presets

function isAllowed(settings: Settings): boolean {
  return Object.entries(data.settings).every(([name, setting]) => {
    const value = settings[name]
    if (setting.type === 'switch') return typeof value === 'boolean'
    if (setting.type === 'choice') return setting.options.some((option) => option.value === value)
    return typeof value === 'number' && value >= setting.min && value <= setting.max
  })
}

describe('a fragment that was written here', () => {
  const values = fc.record({
    noise: fc.double({ min: 0, max: 2, noNaN: true }),
    size: fc.integer({ min: 1, max: 1e4 }),
    rule: fc.constantFrom('borda', 'it’s odd'),
    tied: fc.boolean(),
  })

  it('is read back without a notice', () => {
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('published', 'quick', 'attack' as const),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (given, preset, seed) => {
          const noise = clampNumber(given.noise, data.settings['noise'] as NumberSetting)
          const choice = { preset, settings: { ...given, noise }, seed }
          expect(readFragment(`#${writeFragment(data, choice)}`, data)).toEqual({
            ...choice,
            notices: [],
          })
        },
      ),
    )
  })

  it('names what differs from the preset alone', () => {
    const settings = { ...published, noise: 0.4 }
    expect(writeFragment(data, { preset: 'published', settings, seed: 3 })).toBe(
      'toy?v=2&preset=published&noise=0.4&seed=3',
    )
  })
})

describe('any fragment', () => {
  it('comes to allowed settings and at most ten notices', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('noise=', 'seed=', 'preset=', 'v=', '&', '%', '%ff', '__proto__=1', '1e308'),
    )
    fc.assert(
      fc.property(fc.array(pieces), (all) => {
        const restored = readFragment(`#toy?${all.join('')}`, data)
        expect(restored).toBeDefined()
        expect(isAllowed(restored?.settings ?? {})).toBe(true)
        expect(restored?.notices.length).toBeLessThanOrEqual(10)
        expect((restored?.notices ?? []).join('').length).toBeLessThan(3000)
      }),
    )
  })

  it.each([
    ['#toy?noise=NaN', 'not a number'],
    ['#toy?noise=1e308', '2 is used'],
    ['#toy?noise=-1', '0 is used'],
    ['#toy?noise=Infinity', '2 is used'],
    ['#toy?noise=0.44', '0.4 is used'],
    ['#toy?noise=%E0%A4%A', 'not a number'],
    ['#toy?noise=1&noise=0.2', 'there twice'],
    ['#toy?rule=<img src=x onerror=alert(1)>', 'is none of'],
    ['#toy?constructor=1', 'no setting “constructor”'],
    ['#toy?v=1', 'numbers may differ'],
    ['#toy?v=one', 'is no version'],
    ['#toy?seed=4294967296', 'is not a whole number'],
    ['#toy?seed=-1', 'is not a whole number'],
    ['#toy?seed=1e3', 'is not a whole number'],
    ['#toy?preset=evil', 'no preset “evil”'],
    [`#toy?${'x'.repeat(100_000)}`, 'longer than any'],
    ['#toy?tied=yes', 'neither true nor false'],
  ])('%s is read with a sentence', (fragment, words) => {
    expect(readFragment(fragment, data)?.notices.join(' ')).toContain(words)
  })

  it('of something else is left alone', () => {
    expect(readFragment('', data)).toBeUndefined()
    expect(readFragment('#toys?noise=1', data)).toBeUndefined()
    expect(readFragment('#result', data)).toBeUndefined()
    expect(readFragment('#toy', data)).toMatchObject({ settings: published, notices: [] })
  })

  it('uses the first of two values', () => {
    expect(readFragment('#toy?noise=1&noise=0.2', data)?.settings['noise']).toBe(1)
  })
})

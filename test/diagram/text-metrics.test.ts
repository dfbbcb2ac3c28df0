import { describe, expect, it } from 'vitest'
import { textWidth } from '../../src/site/diagram/text-metrics.ts'

describe('textWidth', () => {
  // Chromium's `getComputedTextLength` at 100 px.
  it.each([
    ['Knowing is not caring AV To', 11.405],
  ])('%j is as wide as in a browser', (text, width) => {
    expect(textWidth(text)).toBeCloseTo(width, 1)
  })

  it('kerns', () => {
    expect(textWidth('AVAVAV')).toBeLessThan(3 * (textWidth('A') + textWidth('V')))
  })

  it.each([
    ['', 0],
    ['知る', 2],
    ['⚖️', 1.3],
    ['👩‍👩‍👧', 1.3],
    ['🇬🇧', 1.3],
    ['ש', 0.7],
    ['שׁ', 0.7],
  ])('%j, outside the font, counts %d', (text, width) => {
    expect(textWidth(text)).toBeCloseTo(width, 6)
  })

  it('knows Greek, Cyrillic and more of Latin', () => {
    for (const text of ['αβγ', 'жиз', 'őřž']) {
      expect(textWidth(text)).toBeGreaterThan(1)
      expect(textWidth(text)).toBeLessThan(2.05)
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SettingTable } from '../../src/experiments/contract.ts'
import { readSettings, writeSettings } from '../../src/experiments/read-settings.ts'

type Coin = { readonly bias: number; readonly throws: number; readonly side: string; readonly fair: boolean }
const words = { label: 'Setting', help: 'What it means.' }
const table: SettingTable<Coin> = {
  bias: { type: 'number', min: -1, max: 1, step: 0.1, ...words, label: 'Bias' },
  throws: { type: 'number', min: 3, max: 301, step: 2, log: true, ...words, label: 'Throws' },
  side: {
    type: 'choice',
    options: [
      { value: 'heads', label: 'Heads' },
      { value: 'tails', label: 'Tails' },
    ],
    ...words,
    label: 'Side',
  },
  fair: { type: 'switch', ...words, label: 'Fair' },
}
const base: Coin = { bias: 0, throws: 101, side: 'heads', fair: true }

describe('readSettings', () => {
  it.each<[name: string, text: string, value: unknown, notice: RegExp | undefined]>([
    ['bias', '0.3', 0.3, undefined],
    ['bias', '0.30000000000000004', 0.3, undefined],
    ['bias', '1e308', 1, /Bias: “1e308” is not among -1 to 1 in steps of 0.1; 1 is used/],
    ['bias', 'Infinity', 1, /1 is used/],
    ['bias', '-7', -1, /-1 is used/],
    ['bias', 'NaN', 0, /not a number/],
    ['bias', '', 0, /not a number/],
    ['throws', '100', 101, /101 is used/],
    ['throws', '1e3', 301, /301 is used/],
    ['side', 'tails', 'tails', undefined],
    ['side', '<script>alert(1)</script>', 'heads', /none of heads, tails/],
    ['fair', 'false', false, undefined],
    ['fair', '0', true, /neither true nor false/],
  ])('reads %s=%s', (name, text, value, notice) => {
    const { settings, notices } = readSettings([[name, text]], table, base)
    expect(settings[name as keyof Coin]).toBe(value)
    expect(notices).toHaveLength(notice ? 1 : 0)
    if (notice) expect(notices[0]).toMatch(notice)
  })

  it.each(['__proto__', 'constructor', 'toString', 'bia'])('leaves %s aside and says so', (name) => {
    const { settings, notices } = readSettings([[name, '1']], table, base)
    expect(settings).toEqual(base)
    expect(notices).toEqual([`There is no setting “${name}”; it is left aside.`])
  })

  it('takes any text and gives settings that it reads back as they are', () => {
    const pair = fc.tuple(fc.oneof(fc.constantFrom(...Object.keys(table)), fc.string()), fc.oneof(fc.double().map(String), fc.string()))
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        const { settings } = readSettings(pairs, table, base)
        const again = readSettings(writeSettings(settings), table, base)
        expect(again).toEqual({ settings, notices: [] })
        expect(readSettings(writeSettings(settings, base), table, base).settings).toEqual(settings)
        expect(settings.bias).toBeGreaterThanOrEqual(-1)
        expect(settings.bias).toBeLessThanOrEqual(1)
        expect(settings.throws % 2).toBe(1)
      }),
    )
  })
})

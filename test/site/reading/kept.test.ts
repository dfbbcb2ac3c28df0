import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlace } from '../../../src/site/reading/place.ts'
import { readTree, writeTree } from '../../../src/site/reading/tree-memory.ts'

describe('a place that a browser kept', () => {
  it('is the number and the id of a stop', () => {
    expect(readPlace('12 judging-is-easy')).toEqual({ number: 12, id: 'judging-is-easy' })
  })

  it.each([null, '', '12', 'judging-is-easy', '12 ../../evil', '12 //evil.example', '-1 abc', '1e9 abc', '1 abc\n', '123456 abc'])(
    'is nothing where it says %j',
    (text) => expect(readPlace(text)).toBeUndefined(),
  )

  it('never leads out of its folder, whatever was written', () => {
    const base = 'https://assay.example/assay/read/map-essay/'
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const id = readPlace(`2 ${text}`)?.id ?? 'abc'
        expect(new URL(`${base}${id}/`).href).toBe(`${base}${id}/`)
      }),
    )
  })
})

describe('what a browser kept of a tree', () => {
  it('is what was written', () => {
    const changed = new Map([['judging-is-easy', true], ['acting-is-hard', false]])
    expect(readTree(writeTree(changed))).toEqual(changed)
    expect(readTree(writeTree(new Map()))).toEqual(new Map())
  })

  it('is nothing where nothing was kept, and what can be read of what others wrote', () => {
    expect(readTree(null)).toEqual(new Map())
    expect(readTree('{"a":1} +fine -<script> +UPPER +ok-too')).toEqual(
      new Map([['fine', true], ['ok-too', true]]),
    )
  })

  it('is bounded when written and when read', () => {
    const many = new Map<string, boolean>(Array.from({ length: 20_000 }, (_, i) => [`node-${String(i)}`, true]))
    const text = writeTree(many)
    expect(text.length).toBeLessThanOrEqual(60_000)
    const read = readTree(text)
    expect(read.size).toBeGreaterThan(5000)
    expect([...read.keys()].every((id) => many.has(id))).toBe(true)
    expect(readTree('+abc '.repeat(1_000_000)).size).toBe(1)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOn } from '../../../src/site/reading/place.ts'
import { readTree, writeTree } from '../../../src/site/reading/tree-memory.ts'

describe('the place at which a reader left a route', () => {
  const stops = ['judging-is-easy', 'acting-is-hard', 'so-judge']

  it('is the number that its statement has on the route as it is now', () => {
    expect(placeOn(stops, 'so-judge')).toEqual({ number: 3, id: 'so-judge' })
    expect(placeOn(['new-here', ...stops], 'so-judge')).toEqual({ number: 4, id: 'so-judge' })
  })

  it.each([null, '', 'judging-is-easy', 'left-the-route', '12 so-judge', 'so-judge ', '__proto__', 'length', '1'])(
    'is nothing at the first stop and where no stop was kept: %j',
    (kept) => expect(placeOn(stops, kept)).toBeUndefined(),
  )

  it('is a stop of the route or nothing, whatever was written', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...stops))
    fc.assert(
      fc.property(text, (kept) => {
        const place = placeOn(stops, kept)
        expect(place && stops[place.number - 1]).toBe(place?.id)
        expect(place?.id).toBe(stops.slice(1).find((id) => id === kept))
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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress, writeAddress } from '../../../src/site/map/client/address.ts'
import { depths, initialState, type MapState } from '../../../src/site/map/client/state.ts'
import { mapOf } from './map-sketch.ts'

const data = mapOf({
  thesis: {},
  'for-it': { kind: 'evidence', supports: ['thesis'] },
  'against-it': { kind: 'counterargument', rebuts: ['thesis'] },
})

/** What an address asks for that is not as at the beginning. */
function asked(text: string): { readonly change: Partial<MapState>; readonly notices: readonly string[] } {
  const read = readAddress(text, data)
  const changes = Object.entries(read?.state ?? {}).filter(
    ([key, value]) => value !== initialState[key as keyof MapState],
  )
  return { change: Object.fromEntries(changes), notices: read?.notices ?? ['nothing was read'] }
}

const setOf = (...all: number[]) =>
  fc.option(fc.subarray(all).map((some) => new Set(some)), { nil: undefined })
/** Searches that the field takes, some longer than a line. */
const queries = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.slice(0, 200).toWellFormed())
const states: fc.Arbitrary<MapState> = fc.record({
  kinds: setOf(0, 1, 2, 3),
  parts: setOf(0, 1, -1),
  labels: setOf(0, 1, 2, -1),
  strength: fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
  colour: fc.constantFrom('kind', 'label', 'strength'),
  focus: fc.option(fc.nat(2), { nil: undefined }),
  depth: fc.constantFrom(...depths),
  query: queries,
  camera: fc.option(
    fc.record({
      x: fc.nat(data.width),
      y: fc.nat(data.height),
      zoom: fc.integer({ min: 20, max: 4000 }).map((zoom) => zoom / 1000),
    }),
    { nil: undefined },
  ),
  own: fc.boolean(),
})

describe('an address', () => {
  it('says everything that a reader can ask for', () => {
    fc.assert(
      fc.property(states, (state) => {
        const read = readAddress(`https://a.example/map/#${writeAddress(state, data)}`, data)
        expect(read).toEqual({ state, view: undefined, notices: [] })
      }),
    )
  })

  it('of an untouched map is empty', () => {
    expect(writeAddress(initialState, data)).toBe('')
    expect(readAddress('', data)?.state).toEqual(initialState)
  })

  it('can be read by people', () => {
    const state: MapState = {
      ...initialState,
      focus: 1,
      depth: Infinity,
      kinds: new Set([0, 2]),
      parts: new Set([1, -1]),
      strength: [20, 80],
      colour: 'strength',
      query: 'a & b=c',
      camera: { x: 12.4, y: 7, zoom: 0.5 },
    }
    expect(writeAddress(state, data)).toBe(
      'focus=for-it&depth=all&kind=claim,counterargument&part=map.second,none&strength=20-80' +
        '&colour=strength&find=a%20%26%20b%3Dc&at=12,7,0.500',
    )
  })

  it('carries a view of a reader last, which is not read here', () => {
    const view = 'v=1&t=thesis&for-it=80&focus=off'
    const read = readAddress(`#colour=label&${view}`, data)
    expect(read).toMatchObject({ view, notices: [], state: { own: true, colour: 'label' } })
    expect(writeAddress(read!.state, data, view)).toBe(`colour=label&${view}`)
    expect(readAddress(`#${view}`, data)).toMatchObject({ view, notices: [], state: { own: true } })
    expect(writeAddress({ ...read!.state, own: false }, data, view)).toBe('colour=label')
  })

  it.each(['#main', '#map-list'])('that is a place of the page, %s, says nothing', (hash) => {
    expect(readAddress(hash, data)).toBeUndefined()
  })

  it('names parts so that it lasts when another one comes before them', () => {
    const [first, second] = data.parts
    const later = { ...data, parts: [{ ...first!, id: 'new' }, first!, second!] }
    const link = writeAddress({ ...initialState, parts: new Set([1]) }, data)
    expect(readAddress(link, later)?.state.parts).toEqual(new Set([2]))
  })

  it('keeps as much of a search as its field takes, without halving a letter', () => {
    const read = readAddress(`#find=${'a'.repeat(199)}${encodeURIComponent('😀😀')}`, data)
    expect(read?.state.query).toBe(`${'a'.repeat(199)}😀`)
    expect(writeAddress(read!.state, data)).toBe(`find=${'a'.repeat(199)}%F0%9F%98%80`)
    expect(writeAddress({ ...initialState, query: 'half \ud83d' }, data)).toBe('find=half%20%EF%BF%BD')
  })

  it('that was handed on encoded is read all the same', () => {
    const expected = { change: { focus: 1, depth: 2 }, notices: [] }
    expect(asked('#focus%3Dfor-it%26depth%3D2')).toEqual(expected)
    expect(asked('#focus=for-it&amp;depth=2')).toEqual(expected)
  })
})

describe('what cannot be had is told, and the rest is kept', () => {
  it.each([
    ['focus=nobody', '“focus” cannot be “nobody”: the map has no statement of that name, or it was withdrawn.'],
    ['focus=', '“focus” cannot be “”: the map has no statement of that name, or it was withdrawn.'],
    ['depth=0', '“depth” is not 1 to 5 or “all”, but “0”.'],
    ['depth=1e1', '“depth” is not 1 to 5 or “all”, but “1e1”.'],
    ['kind=claim,joke', '“kind” knows no “joke” and is left aside.'],
    ['part=map.3', '“part” knows no “map.3” and is left aside.'],
    ['part=map.2', '“part” knows no “map.2” and is left aside.'],
    ['label=true', '“label” knows no “true” and is left aside.'],
    ['strength=80-20', '“strength” is not a range as in “20-80”, but “80-20”.'],
    ['strength=0-101', '“strength” is not a range as in “20-80”, but “0-101”.'],
    ['colour=red', '“colour” is not one of kind, label, strength, but “red”.'],
    ['at=1,2', '“at” is no place of the picture: “1,2”.'],
    ['at=1e9,2,1', '“at” is no place of the picture: “1e9,2,1”.'],
    ['at=1,2,0', '“at” is no place of the picture: “1,2,0”.'],
    ['own=yes', '“own” is not “on”, but “yes”.'],
    ['__proto__=1', '“__proto__” means nothing on this page and is left aside.'],
    ['constructor=1', '“constructor” means nothing on this page and is left aside.'],
  ])('%s', (pair, notice) => {
    expect(asked(`#${pair}&find=x`)).toEqual({ change: { query: 'x' }, notices: [notice] })
  })

  it('twice', () => {
    expect(asked('#depth=2&depth=3')).toEqual({
      change: { depth: 2 },
      notices: ['“depth” is there twice; the first is used.'],
    })
  })

  it('without what cannot be seen in what is quoted, and in short', () => {
    const { notices } = asked(`#focus=${encodeURIComponent(`\u202e<b>\0${'x'.repeat(100)}`)}`)
    expect(notices).toEqual([expect.stringMatching(/^“focus” cannot be “ <b> x{35}…”: /)])
  })

  it('whatever the text: nothing is thrown, little is said, all numbers are of the map', () => {
    const pieces = fc.constantFrom('focus', 'at', 'kind', 'v', '=', '&', ',', '1', '%', '%f', 'NaN', '#', '‮')
    const searches = fc
      .array(fc.constantFrom('a', '😀', '\ud83d', '%F0%9F%98%80', '%20'), { minLength: 150, maxLength: 400 })
      .map((all) => `find=${all.join('')}`)
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
      searches,
    )
    fc.assert(
      fc.property(texts, (text) => {
        const read = readAddress(text, data)
        if (read === undefined) return
        expect(read.notices.length).toBeLessThanOrEqual(10)
        for (const notice of read.notices) expect(notice.length).toBeLessThan(200)
        expect(readAddress(writeAddress(read.state, data), data)?.notices).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('and an address of a megabyte takes less than a second', () => {
    const start = performance.now()
    const { notices } = asked(`#${'x=1&'.repeat(250_000)}`)
    expect(performance.now() - start).toBeLessThan(1000)
    expect(notices).toContain('The address is longer than any that is made here; its end is left aside.')
  })
})

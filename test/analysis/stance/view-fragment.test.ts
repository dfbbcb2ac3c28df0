import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readView, writeView } from '../../../src/analysis/stance/view-fragment.ts'
import { sameView, sizeOf } from '../../../src/analysis/stance/view.ts'
import { indexViewData } from '../../../src/analysis/stance/view-data.ts'
import { anyView, sketchMap } from './sketch.ts'

const { data } = sketchMap({
  'light-is-a-wave': {},
  'two-slits': { kind: 'evidence', supports: ['light-is-a-wave'] },
  photons: { kind: 'counterargument', rebuts: ['light-is-a-wave'] },
  'slits-too-wide': { kind: 'counterargument', undercuts: ['two-slits>light-is-a-wave'] },
  ...Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`leaf-${i}`, {}])),
})
const index = indexViewData({
  ...data,
  titles: data.nodes.map((id) => `Title of ${id}`),
  questions: [{ id: 'why-light', title: 'Why is there light?' }],
  withdrawn: [
    { id: 'ether', title: 'There is an ether', see: ['photons', 'two-slits'] },
    { id: 'corpuscles', title: 'Light is corpuscles', see: [] },
  ],
})
const edges = [
  'two-slits>light-is-a-wave',
  'photons>light-is-a-wave',
  'slits-too-wide>two-slits>light-is-a-wave',
]

function read(text: string) {
  const found = readView(text, index)
  expect(found).toBeDefined()
  return found as NonNullable<typeof found>
}

describe('writing a view', () => {
  it('is short and in one order', () => {
    const view = {
      topic: 'light-is-a-wave',
      credences: new Map([
        ['two-slits', 0.8],
        ['leaf-1', 0.29],
      ]),
      off: new Set(['photons']),
      muted: new Set([edges[2]!, edges[0]!]),
    }
    expect(writeView(view)).toBe(
      'v=1&t=light-is-a-wave&leaf-1=29&photons=off' +
        '&slits-too-wide..two-slits..light-is-a-wave=off' +
        '&two-slits..light-is-a-wave=off&two-slits=80',
    )
  })

  it('is read back as it was, also as part of an address or percent-encoded', () => {
    fc.assert(
      fc.property(anyView(data.nodes, edges), (view) => {
        const text = writeView(view)
        const forms = [text, `#${text}`, `https://example.org/stance/#${text}`]
        forms.push(encodeURIComponent(text), text.replaceAll('&', '&amp;'))
        for (const form of forms) {
          const { view: back, notices } = read(form)
          expect(notices).toEqual([])
          expect(sameView(back, view)).toBe(true)
          expect(writeView(back)).toBe(text)
        }
      }),
    )
  })

  it('needs no encoding and does not end in punctuation', () => {
    fc.assert(
      fc.property(anyView(data.nodes, edges), (view) => {
        expect(writeView(view)).toMatch(/^[a-z0-9.=&-]*[a-z0-9]$/)
      }),
    )
  })
})

describe('reading what is no view', () => {
  it.each(['', '#', '#heading-2', 'policing?v=1&seed=3', 'photons=off', '%', '&&&', 'V=1', 'av=1'])(
    '%j is something else',
    (text) => expect(readView(text, index)).toBeUndefined(),
  )
})

const version = (text: string) =>
  `The view is of version “${text}”, which this page cannot read; it is left aside.`
const aside = 'what the view says of it is left aside.'
const ether =
  `“There is an ether” was withdrawn since the view was made; ${aside} ` +
  'In its place: “Title of photons”, “Title of two-slits”.'
const question = `“Why is there light?” is an open question and has no strength; ${aside}`
const corpuscles = `“Light is corpuscles” was withdrawn since the view was made; ${aside}`
const wrong = ['101', '-1', 'NaN', '1e1', '8.5', '', ' 8', 'OFF', '٣', '80=off', '1000', '0x1']
const expected = 'is not “off” or a whole number from 0 to 100 and is left aside.'

describe('reading what is wrong', () => {
  it.each([
    ['v=2&photons=off', version('2')],
    ['v=&photons=off', version('')],
    ['v=1&phlogiston=80', `The map has no “phlogiston”; ${aside}`],
    ['v=1&t=phlogiston', `The map has no “phlogiston”; ${aside}`],
    ['v=1&t=two-slits%3Elight-is-a-wave', `The map has no “two-slits>light-is-a-wave”; ${aside}`],
    ['v=1&photons..two-slits=off', `The map has no step “photons” to “two-slits”; ${aside}`],
    ['v=1&__proto__=80', `The map has no “__proto__”; ${aside}`],
    ['v=1&constructor=off', `The map has no “constructor”; ${aside}`],
    ['v=1&..=off', `The map has no step “” to “”; ${aside}`],
    ['v=1&=80', `The map has no “”; ${aside}`],
    ['v=1&%E0%A4%A=off', `The map has no “%E0%A4%A”; ${aside}`],
    ['v=1&a%00%E2%80%AEb=1', `The map has no “a b”; ${aside}`],
    [`v=1&${'x'.repeat(99)}=1`, `The map has no “${'x'.repeat(40)}…”; ${aside}`],
    ['v=1&ether=80', ether],
    ['v=1&t=ether', ether],
    ['v=1&ether..photons=off', ether],
    ['v=1&t=why-light', question],
    ['v=1&why-light=80', question],
    ['v=1&why-light..photons=off', question],
    ['v=1&photons..corpuscles=off', corpuscles],
    ...wrong.map((value) => [
      `v=1&photons=${value}`,
      `“${value}”, the answer to “photons”, ${expected}`,
    ]),
    [
      'v=1&photons..light-is-a-wave=80',
      '“80”, the answer to “photons..light-is-a-wave”, is not “off” and is left aside.',
    ],
  ])('%s', (text, notice) => {
    const { view, notices } = read(text as string)
    expect(notices).toEqual([notice])
    expect(sizeOf(view)).toBe(0)
    expect(view.topic).toBeUndefined()
  })

  it('keeps the rest', () => {
    const { view } = read('v=1&phlogiston=off&photons=80&t=nothing&two-slits=off')
    expect(writeView(view)).toBe('v=1&photons=80&two-slits=off')
  })

  it('uses the first of two answers', () => {
    const { view, notices } = read('v=1&photons=80&photons=off&t=photons&t=two-slits&v=2')
    expect(writeView(view)).toBe('v=1&t=photons&photons=80')
    expect(notices).toEqual(
      ['photons', 't', 'v'].map((name) => `“${name}” is there twice; the first answer is used.`),
    )
  })

  it('says each thing once, ten things at most', () => {
    expect(read('v=1&ether=80&t=ether&ether..photons=off').notices).toHaveLength(1)
    const unknown = Array.from({ length: 30 }, (_, i) => `wrong-${i}=1`).join('&')
    const { notices } = read(`v=1&${unknown}`)
    expect(notices).toHaveLength(10)
    expect(notices[8]).toContain('wrong-8')
    expect(notices[9]).toBe('21 more like these.')
    expect(read('v=1&leaf-0=x&leaf-1=x&leaf-2=x').notices).toHaveLength(3)
  })

  it('leaves the end of what is too long aside, and no answer cut in half', () => {
    const long = `v=1&photons=off&${'photons=off&'.repeat(2_000)}`
    const start = long.slice(0, 20_000 - 'leaf-1=8'.length).replace(/[^&]*$/, '')
    const filler = '&'.repeat(20_000 - 'leaf-1=8'.length - start.length)
    const text = `${start}${filler}leaf-1=80&leaf-2=80`
    expect(text.slice(0, 20_000)).toMatch(/&leaf-1=8$/)
    const { view, notices } = read(text)
    expect(writeView(view)).toBe('v=1&photons=off')
    expect(notices[0]).toBe('The view is longer than any that is made here; its end is left aside.')
  })
})

describe('reading anything at all', () => {
  it('never throws and gives only what is in the map', () => {
    const words = ['photons', 'ether', '__proto__', '=', '=off', '=50', '..', '>', '%25', '&', '#']
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...words))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const found = readView(`v=1&${pieces.join('')}`, index)
        if (found === undefined) return
        const { view, notices } = found
        for (const id of [...view.credences.keys(), ...view.off]) {
          expect(index.nodeNumber(id)).toBeDefined()
        }
        for (const edge of view.muted) expect(index.edgeNumber(edge)).toBeDefined()
        for (const value of view.credences.values()) expect(value >= 0 && value <= 1).toBe(true)
        expect(notices.length).toBeLessThanOrEqual(10)
        expect(notices.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }),
    )
  })

  it.each(['a', '&', '=', '%', '#', '.', '>', 'a&', '..=', '%26', 'a=1&a', '\u202e', '\ud800'])(
    'reads a megabyte of %j like its start',
    (unit) => {
      const text = `v=1&photons=off&${unit.repeat(1_000_000 / unit.length)}`
      const found = readView(text, index)
      const start = readView(`${text.slice(0, 20_010)}`, index)
      expect(found === undefined).toBe(unit === '#')
      expect(found?.view).toEqual(start?.view)
      expect(found?.notices).toEqual(start?.notices)
    },
  )
})

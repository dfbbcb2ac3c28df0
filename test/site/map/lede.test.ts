import { describe, expect, it } from 'vitest'
import { ledeOf } from '../../../src/site/map/lede.ts'
import { mapOf } from './map-sketch.ts'

const data = mapOf({ thesis: {}, rival: {}, other: {}, why: { supports: ['thesis'] } })
const size = '4 statements and 1 relation between them.'
const after = 'on the left; reasons and objections stand to the right of what they bear on.'

describe('what the page of the map begins with', () => {
  it.each([
    [[{ thesis: 'thesis', rival: 'rival' }], `${size} The thesis and its rival stand ${after}`],
    [[{ thesis: 'thesis' }], `${size} The thesis stands ${after}`],
    [[{ thesis: 'thesis', rival: 'withdrawn' }], `${size} The thesis stands ${after}`],
    [[{ thesis: 'thesis' }, { thesis: 'other' }], `${size} The theses stand ${after}`],
    [
      [{ thesis: 'thesis', rival: 'rival' }, { thesis: 'other' }],
      `${size} The theses and their rivals stand ${after}`,
    ],
    [[{ thesis: 'withdrawn' }], `${size} Reasons and objections stand to the right of what they bear on.`],
  ])('says of %j what is there', (maps, words) => expect(ledeOf(data, maps)).toBe(words))

  it('says that nothing is there', () => {
    expect(ledeOf(mapOf({}), [{ thesis: 'thesis' }])).toBe('There is nothing in the map yet.')
  })

  it('writes thousands as they are written', () => {
    const many = mapOf(Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`n${at}`, {}])))
    expect(ledeOf(many, [])).toMatch(/^1,200 statements and 0 relations /)
  })
})

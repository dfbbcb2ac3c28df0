import { describe, expect, it } from 'vitest'
import { compareFigure, follow } from '../../src/analysis/figures.ts'

const result = {
  peak: { value: 1.1149, halfWidth: 0.0213 },
  exact: { value: 2 },
  share: 0.8349,
  loss: -0.049,
  many: 12345.6,
  tiny: 0.000123,
  'a/b': [{ '~c': 7 }],
  text: 'seven',
}

describe('compareFigure', () => {
  it.each([
    ['1.11 ± 0.02', '/peak'],
    ['about 1.1', '/peak'],
    ['1', '/peak'],
    ['83%', '/share'],
    ['83.5 %', '/share'],
    ['0.83', '/share'],
    ['−0.05', '/loss'],
    ['-0.05', '/loss'],
    ['12,346', '/many'],
    ['12345.6', '/many'],
    ['1.2e-4', '/tiny'],
    ['GPT-4 gains 7', '/a~1b/0/~0c'],
  ])('agrees: %s with %s', (text, pointer) => {
    expect(compareFigure(text, result, pointer)).toBeUndefined()
  })

  it.each([
    ['1.12 ± 0.03', '/peak', '1.11 ± 0.02'],
    ['1.11 ± 0.05', '/peak', '1.11 ± 0.02'],
    ['1.2', '/peak', '1.1'],
    ['84%', '/share', '83%'],
    ['0.05', '/loss', '−0.05'],
    ['-0.06', '/loss', '-0.05'],
    ['−0.1', '/loss', '0.0'],
    ['10,000', '/many', '12,346'],
    ['1.3e-4', '/tiny', '1.2e-4'],
    ['about 8 of them', '/a~1b/0/~0c', 'about 7 of them'],
  ])('differs: %s with %s, where %s would agree', (text, pointer, nearest) => {
    expect(compareFigure(text, result, pointer)).toMatchObject({ nearest })
    expect(compareFigure(nearest, result, pointer)).toBeUndefined()
  })

  it.each([
    ['7', '/nothing', 'a pointer to a number in the result'],
    ['7', '/text', 'a pointer to a number in the result'],
    ['7', '/__proto__/x', 'a pointer to a number in the result'],
    ['3 of 10', '/exact', 'one number, or two with `±` between them'],
    ['2 ± 0.1', '/exact', 'a number without `±`, as the result gives no half-width'],
  ])('cannot compare: %s with %s', (text, pointer, expected) => {
    expect(compareFigure(text, result, pointer)).toEqual({ expected })
  })
})

describe('follow', () => {
  // The examples of RFC 6901, section 5.
  const json = {
    foo: ['bar', 'baz'],
    '': 0,
    'a/b': 1,
    'c%d': 2,
    'e^f': 3,
    'g|h': 4,
    'i\\j': 5,
    'k"l': 6,
    ' ': 7,
    'm~n': 8,
  }
  it.each([
    ['', json],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('finds %j', (pointer, value) => {
    expect(follow(json, pointer)).toEqual(value)
  })
})

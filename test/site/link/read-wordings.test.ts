import { describe, expect, it } from 'vitest'
import { readWording } from '../../../src/site/link/read-wordings.ts'

const diff = [
  [0, 'Light is '],
  [-1, 'a wave'],
  [1, 'both'],
]
const file = (wording: object) => ({ version: 1, id: 'wave', wordings: [{ hash: '1a2b3c4d', ...wording }] })

describe('readWording', () => {
  it('reads the days and the changes of a wording', () => {
    const [on, until] = ['2026-05-03T10:00:00Z', '2026-06-01T10:00:00Z']
    expect(readWording(file({ on, until, diff }), '1a2b3c4d')).toEqual({ on, until, diff })
  })

  it('leaves out days that are not known or are none', () => {
    expect(readWording(file({ diff }), '1a2b3c4d')).toEqual({ diff })
    expect(readWording(file({ on: '2026-99-99T', until: 7, diff }), '1a2b3c4d')).toEqual({ diff })
  })

  it.each(['00000000', '__proto__', 'constructor', ''])('knows no wording %j', (hash) => {
    expect(readWording(file({ diff }), hash)).toBeNull()
  })

  it.each([
    ['nothing', null],
    ['a text', 'wordings'],
    ['another version', { ...file({ diff }), version: 2 }],
    ['no list', { version: 1, wordings: { '1a2b3c4d': {} } }],
    ['a wording without changes', file({})],
    ['an operation that is none', file({ diff: [[2, 'x']] })],
    ['a change that is no text', file({ diff: [[0, { toString: () => '<b>' }]] })],
  ])('throws on %s', (_, given) => {
    expect(() => readWording(given, '1a2b3c4d')).toThrow(TypeError)
  })
})

import { describe, expect, it } from 'vitest'
import { overviewTells } from '../../../src/site/model/overview.ts'

describe('overviewTells', () => {
  const below = ', and below each statement what bears on it.'
  const map = { thesis: 'thesis', rival: 'rival' }

  it('names the thesis and the rival that are drawn', () => {
    expect(overviewTells(['thesis', 'rival', 'reason'], [map])).toBe(
      `3 statements, the thesis and its rival at the top${below}`,
    )
    expect(overviewTells(['thesis', 'reason'], [map])).toBe(`2 statements, the thesis at the top${below}`)
    expect(overviewTells(['thesis'], [{ thesis: 'thesis' }])).toBe(`1 statement, the thesis at the top${below}`)
  })

  it('names no head where none is drawn', () => {
    expect(overviewTells(['reason', 'rival'], [map])).toBe(`2 statements${below}`)
    expect(overviewTells(['reason'], [])).toBe(`1 statement${below}`)
  })

  it('tells of all maps', () => {
    const ids = ['thesis', 'rival', 'light']
    expect(overviewTells(ids, [map, { thesis: 'light' }])).toBe(
      `3 statements, the theses and their rivals at the top${below}`,
    )
    expect(overviewTells(ids, [map, { thesis: 'nobody' }])).toMatch(/, the thesis and its rival at the top, /)
    expect(overviewTells(ids, [{ thesis: 'thesis' }, { thesis: 'light' }])).toMatch(/, the theses at the top, /)
  })
})

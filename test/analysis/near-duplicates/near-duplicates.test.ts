import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSame, indexStatements } from '../../../src/analysis/near-duplicates.ts'
import { labelledPairs, verdictOf } from '../../../scripts/bench/labelled-pairs.ts'

const index = (...statements: readonly string[]) =>
  indexStatements(statements.map((statement, i) => ({ id: `s${i}`, statement })))

describe('indexStatements', () => {
  const claims = index(
    'Snow is white in the north.',
    'Judging outcomes is harder than acting.',
    'Judging outcomes is easier than acting.',
    'Judging the outcomes of chess is easier than playing it well.',
  )

  it('gives the best first, with what kind of likeness it is, and no more than asked for', () => {
    const found = claims.alike('Acting is harder than judging outcomes.')
    expect(found.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      's2 same',
      's1 opposite',
      's3 related',
    ])
    expect(found.map(({ score }) => score)).toEqual(
      found.map(({ score }) => score).sort((a, b) => b - a),
    )
    expect(claims.alike('Acting is harder than judging outcomes.', 1)).toHaveLength(1)
    expect(claims.alike('Acting is harder than judging outcomes.', 0)).toEqual([])
  })

  it('says “same” of what the rule says it of, in an index of everything', () => {
    const pairs = [...labelledPairs('development'), ...labelledPairs('held out')]
    const texts = pairs.flatMap(({ a, b }) => [a, b])
    const statements = texts.map((statement, i) => ({
      id: String(i),
      statement,
    }))
    const all = indexStatements(statements)
    const told = texts.flatMap((text, i) =>
      all
        .alike(text, texts.length)
        .filter(({ id, kind }) => kind === 'same' && Number(id) < i)
        .map(({ id }) => [Number(id), i]),
    )
    const found = findSame(texts)
    expect(found.length).toBeGreaterThan(30)
    expect(told.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)).toEqual(found)
  })

  it.each([
    ['nothing', ''],
    ['240 emoji', '🙂'.repeat(240)],
    ['marks alone', '?!.,;—… “”'],
    ['halves of characters', '\uD83D'.repeat(50)],
    ['two words', 'Yes, indeed.'],
  ])('is like nothing that has %s', (_, text) => {
    expect(index(text, 'Snow is white in the north.').alike(text)).not.toContainEqual(
      expect.objectContaining({ kind: 'same' }),
    )
  })

  it('takes names of properties for words', () => {
    const text = 'The constructor of __proto__ has toString and valueOf.'
    expect(index(text).alike(text)).toEqual([{ id: 's0', score: 1, kind: 'same' }])
  })

  it('compares of a very long text the beginning', () => {
    const text = 'Judges of plans err now and then about outcomes. '.repeat(40_000)
    expect(index(text).alike(`${text} And more.`)[0]?.kind).toBe('same')
    expect(index('x'.repeat(1_000_000)).alike('y'.repeat(1_000_000))).toEqual([])
  })

  it.each([
    ['Arabic', 'نموذج المكافأة أسهل تدريبا من السياسة', 'الطقس جميل اليوم في المدينة'],
    ['Hebrew', 'מודל התגמול קל יותר לאימון מהמדיניות', 'מזג האוויר נאה היום בעיר'],
    ['Chinese', '奖励模型比策略模型更容易训练', '今天城里的天气很好适合散步'],
    ['Thai', 'แบบจำลองรางวัลฝึกง่ายกว่านโยบาย', 'วันนี้อากาศดีเหมาะแก่การเดินเล่น'],
  ])('finds a sentence in %s and tells it from another', (_, text, other) => {
    expect(index(other, text).alike(`${text}.`)).toEqual([{ id: 's1', score: 1, kind: 'same' }])
  })

  it('takes composed and decomposed letters for the same', () => {
    const text = 'Élan décisif près du café.'
    expect(verdictOf(text.normalize('NFD'), text.normalize('NFC'))).toBe('same')
  })

  it('takes any texts, with scores from 0 to 1 in falling order', () => {
    const texts = fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 })
    fc.assert(
      fc.property(texts, fc.string({ unit: 'binary' }), (statements, text) => {
        const scores = index(...statements, text)
          .alike(text)
          .map(({ score }) => score)
        expect(scores).toEqual([...scores].sort((a, b) => b - a))
        for (const score of scores) expect(score > 0 && score <= 1 + 1e-9).toBe(true)
      }),
    )
  })
})

describe('work', () => {
  it('is bounded where thousands say the same', () => {
    const texts = Array.from({ length: 3000 }, () => 'Small judges are quick and cheap to train.')
    const pairs = findSame(texts)
    expect(pairs.length).toBeGreaterThanOrEqual(2999)
    expect(pairs.length).toBeLessThan(12 * 3000)
  })
})

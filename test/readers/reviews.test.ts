import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareProblems } from '../../src/core/problem.ts'
import { largestReviews, readReviews } from '../../src/readers/read-reviews.ts'

const path = 'content/reviews.tsv'
const read = (text: string) => readReviews({ path, text })
const said = (text: string) =>
  read(text).problems.map(
    ({ code, place: { start, end } }) =>
      `${code} ${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)}`,
  )
const edges = (text: string) => read(text).value?.map(({ edge, wording }) => [edge, wording])

const one = 'aaa>bbb\t0123456789ab'
const two = 'ccc>aaa>bbb\tba9876543210'

describe('readReviews', () => {
  it('reads edges and undercuts, with CRLF and without a last line end as well', () => {
    const all = [
      ['aaa>bbb', '0123456789ab'],
      ['ccc>aaa>bbb', 'ba9876543210'],
    ]
    for (const text of [`${one}\n${two}\n`, `${one}\r\n${two}\r\n`, `${one}\n${two}`]) {
      expect(edges(text)).toEqual(all)
      expect(said(text)).toEqual([])
    }
    expect(read('')).toEqual({ value: [], problems: [] })
  })

  it('reads the file of this repository', () => {
    const text = readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
    expect(read(text).problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(read(text).value?.length).toBe(text.split('\n').length - 1)
  })

  it.each([
    ['<<<<<<< HEAD', 'invalid-review 1:1-1:13'],
    ['aaa>bbb 0123456789ab', 'invalid-review 1:1-1:21'],
    [`${one}\t2026-01-31`, 'invalid-review 1:1-1:32'],
    ['aaa\t0123456789ab', 'invalid-review 1:1-1:17'],
    ['aaa>bbb>ccc>ddd\t0123456789ab', 'invalid-review 1:1-1:29'],
    ['Aaa>bbb\t0123456789ab', 'invalid-review 1:1-1:21'],
    ['constructor>bbb\t0123456789ab', 'invalid-review 1:1-1:29'],
    ['__proto__>bbb\t0123456789ab', 'invalid-review 1:1-1:27'],
    ['aaa>bbb\t0123456789AB', 'invalid-review 1:1-1:21'],
    ['aaa>bbb\t0123456789abc', 'invalid-review 1:1-1:22'],
    ['aaa>bbb\t', 'invalid-review 1:1-1:9'],
    ['=HYPERLINK("x")\t0123456789ab', 'invalid-review 1:1-1:29'],
  ])('does not read %j and goes on', (line, problem) => {
    expect(said(`${line}\n${two}\n`)).toEqual([problem])
    expect(edges(`${line}\n${two}\n`)).toEqual([['ccc>aaa>bbb', 'ba9876543210']])
  })

  it('sees characters that cannot be seen', () => {
    expect(said(`aaa>b\u200bbb\t0123456789ab\n`)).toEqual(['invalid-review 1:1-1:22', 'hidden-character 1:6-1:7'])
    expect(said(`\ufeff${one}\n`)).toEqual(['byte-order-mark 1:1-1:2'])
    expect(said(`${one}\r${two}`)).toContain('invalid-character 1:21-1:21')
    expect(said(`aaa>bbb\t\u001b[2J\n`)).toContain('invalid-review 1:1-1:13')
    for (const { message } of read(`aaa>bbb\t\u001b[2J\u202e\n`).problems) {
      expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
  })

  it('says where lines are given twice or out of order, as a merge leaves them', () => {
    expect(said(`${two}\n${one}\n${two}\n`)).toEqual(['untidy-reviews 2:1-2:21', 'untidy-reviews 3:1-3:25'])
    expect(edges(`${two}\n${one}\n${two}\n`)).toHaveLength(3)
  })

  it('stops telling at twenty, reads 20,000 lines, and not what is longer', () => {
    expect(read('x\n'.repeat(1000)).problems).toHaveLength(20)
    expect(read(`${one}\n`.repeat(20_000)).value).toHaveLength(20_000)
    expect(said('x'.repeat(largestReviews + 1))).toEqual(['file-too-large 1:1-1:1'])
  })

  it('reads any text without fault', () => {
    const pieces = fc.constantFrom(one, two, '\t', '\n', '\r\n', '\r', '>', 'aaa', '\0', '\u202e', ' ', '=======', '\ufeff', '\ud800')
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(text, (written) => {
        const { value, problems } = read(written)
        expect(value).toBeDefined()
        expect(problems).toEqual([...problems].sort(compareProblems))
        for (const { place, message } of problems) {
          expect(place.start.line).toBeGreaterThan(0)
          expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u)
        }
      }),
      { numRuns: 2000, seed: 7 },
    )
  })
})

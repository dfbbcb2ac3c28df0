import { describe, expect, it } from 'vitest'
import { citedText, kindWord } from '../../../src/outputs/cite/cited-words.ts'
import { citationStyles, formatReference } from '../../../src/outputs/cite/csl-engine.ts'
import { toCslJson } from '../../../src/outputs/cite/csl-item.ts'
import { hostileWordings, realWordings, unknown } from './wordings.ts'

// Of the variables in the CSL 1.0.2 specification, appendix IV, and of csl-data.json beside them.
const standardVariables = new Set(
  'abstract container-title genre language note publisher title URL version'.split(' '),
)

const all = [...realWordings, ...hostileWordings, unknown()]

function read(text: string): Record<string, unknown> {
  const items = JSON.parse(text) as Record<string, unknown>[]
  expect(items.length).toBe(1)
  return items[0] ?? {}
}

describe('toCslJson', () => {
  it('has the variables and the types of the specification', () => {
    for (const each of all) {
      const { id, type, author, issued, custom, ...variables } = read(toCslJson(each))
      expect(id).toMatch(/^[a-z0-9-]+$/)
      expect(type).toBe('webpage')
      expect(author).toEqual([{ literal: 'Assay contributors' }])
      for (const [name, value] of Object.entries(variables)) {
        expect(standardVariables.has(name), name).toBe(true)
        expect(typeof value).toBe('string')
      }
      if (each.since === undefined) {
        expect([issued, custom]).toEqual([undefined, undefined])
      } else {
        expect(issued).toEqual({ 'date-parts': [[2026, 11, 20]] })
        expect(custom).toEqual({ commit: each.since.commit, archived: each.archived })
      }
    }
  })

  it('says what the wording says', () => {
    for (const each of all) {
      const { title, abstract, URL, version, genre, note } = read(toCslJson(each))
      expect({ title, abstract, URL, version }).toEqual({
        title: citedText(each.title),
        abstract: citedText(each.statement),
        URL: each.url,
        version: each.hash,
      })
      expect(genre).toBe(kindWord(each.kind))
      if (each.archived !== undefined) expect(note).toContain(each.archived)
    }
  })

  it('is taken by the processor of CSL in every style, archived address and all', () => {
    for (const each of [...hostileWordings, ...realWordings.slice(0, 5), unknown()]) {
      for (const style of citationStyles) {
        const { text } = formatReference(read(toCslJson(each)), style)
        expect(text).toContain('Assay contributors. ')
        expect(text).toContain(each.url)
      }
    }
  })
})

describe('citedText', () => {
  it('keeps what joins letters and emoji, and drops what turns or hides text', () => {
    expect(citedText('👩‍💻 می‌خواهم')).toBe('👩‍💻 می‌خواهم')
    expect(citedText('a\u202eb\u202c c\u2028d\r\n\te\0f\ud800g')).toBe('a b c d e f\ufffdg')
  })
})

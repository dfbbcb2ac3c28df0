import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { parseRIS } from 'biblatex-csl-converter'
import fc from 'fast-check'
import reflib from 'reflib'
import { describe, expect, it } from 'vitest'
import type { CitedNode } from '../../../src/outputs/cite/cited-node.ts'
import { citedText, recordOf } from '../../../src/outputs/cite/cited-words.ts'
import { toRis } from '../../../src/outputs/cite/ris.ts'
import { anyText, hostileWordings, realWordings, unknown, wording } from './wordings.ts'

const all = [...realWordings, ...hostileWordings, unknown()]

function saidOf({ title, statement, map, since, url, hash }: CitedNode) {
  return {
    title: citedText(title),
    statement: citedText(statement),
    map: citedText(map),
    date: since?.on.slice(0, 10).replaceAll('-', '/'),
    url,
    version: hash,
  }
}

describe('toRis', () => {
  it('is read by reflib as it was meant', async () => {
    for (const each of all) {
      const found = await reflib.promises.parse('ris', toRis(each))
      expect(found.length).toBe(1)
      const { title, abstract: statement, journal: map, date, urls, edition, ...rest } =
        found[0] as (typeof found)[number]
      expect({ title, statement, map, date, url: urls?.join(), version: edition }).toEqual(saidOf(each))
      expect({ type: rest.type, authors: rest.authors }).toEqual({
        type: 'web',
        authors: ['Assay contributors'],
      })
      expect(rest.notes).toContain(recordOf(each))
    }
  })

  it('is read by citation-js as it was meant', () => {
    for (const each of all) expect(byCitationJs(each)).toEqual(saidOf(each))
  })

  it('is read so whatever a title says', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, statement) => {
        const each = wording({ title, statement })
        expect(byCitationJs(each)).toEqual(saidOf(each))
      }),
    )
  })

  it('is read by biblatex-csl-converter, which takes the year alone and `&amp;` for `&`', () => {
    for (const each of all) {
      const { entries, errors } = parseRIS(toRis(each))
      expect(errors).toEqual([])
      expect(Object.keys(entries).length).toBe(1)
      const { bib_type: type, fields } = Object.values(entries)[0] as {
        bib_type: string
        fields: Record<string, unknown>
      }
      const said = saidOf(each)
      expect(type).toBe('online')
      expect(textOf(fields['title'])).toBe(said.title.replaceAll('&amp;', '&'))
      expect(textOf(fields['abstract'])).toBe(said.statement.replaceAll('&amp;', '&'))
      expect(fields['url']).toBe(said.url)
      expect(textOf(fields['edition'])).toBe(said.version)
      expect(fields['date']).toBe(said.date?.slice(0, 4))
    }
  })

  it('has a line a field and no other, from TY to ER, each ended by CR LF', () => {
    for (const each of [...hostileWordings, unknown()]) {
      const lines = toRis(each).split('\r\n')
      expect(lines.pop()).toBe('')
      expect(lines[0]).toBe('TY  - ELEC')
      expect(lines.at(-1)).toBe('ER  - ')
      const tags = lines.map((line) => /^([A-Z][A-Z0-9]) {2}- [^\p{Cc}\u2028\u2029]*$/u.exec(line)?.[1])
      expect(tags).not.toContain(undefined)
      expect(new Set(tags).size).toBe(tags.length)
    }
  })

  it('leaves out the date where there is none', () => {
    expect(toRis(unknown())).not.toMatch(/^(?:PY|DA|Y\d) /m)
    expect(toRis(unknown())).toContain('The commit of this wording is not known.')
  })
})

function byCitationJs(each: CitedNode): ReturnType<typeof saidOf> {
  const records = plugins.input.data(toRis(each), '@ris/file')
  expect(records.length).toBe(1)
  const { TI, AB, T2, DA, UR, ET } = records[0] ?? {}
  const csl = plugins.input.data(records[0] ?? {}, '@ris/record')
  expect({ type: csl['type'], title: csl['title'], url: csl['URL'] }).toEqual({
    type: 'webpage',
    title: TI,
    url: UR,
  })
  return {
    title: String(TI),
    statement: String(AB),
    map: String(T2),
    date: DA === undefined ? undefined : String(DA),
    url: String(UR),
    version: String(ET),
  }
}

function textOf(rich: unknown): string {
  return (rich as readonly { readonly text: string }[]).map(({ text }) => text).join('')
}

import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import bibtexParse from '@orcid/bibtex-parse-js'
import { parse } from '@retorquere/bibtex-parser'
import { parse as convert, CSLExporter } from 'biblatex-csl-converter'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBibtex } from '../../../src/outputs/cite/bibtex.ts'
import type { CitedNode } from '../../../src/outputs/cite/cited-node.ts'
import { citedText, recordOf } from '../../../src/outputs/cite/cited-words.ts'
import { anyText, hostileWordings, realWordings, unknown, wording } from './wordings.ts'

const all = [...realWordings, ...hostileWordings, unknown()]

/** What is compared, of a wording or of what a parser made of it. */
interface Said {
  readonly title: string
  readonly statement: string
  readonly map: string
  readonly date: string | undefined
  readonly url: string
  readonly version: string
}

function saidOf({ title, statement, map, since, url, hash }: CitedNode): Said {
  return {
    title: plain(citedText(title)),
    statement: plain(citedText(statement)),
    map: plain(citedText(map)),
    date: since?.on.slice(0, 10),
    url,
    version: hash,
  }
}

/** As parsers may change it without changing what it says. */
function plain(text: unknown): string {
  return String(text).normalize('NFC').replaceAll('ˋ', '`').replace(/\s+/g, ' ').trim()
}

describe('toBibtex', () => {
  it('is read by the parser of Better BibTeX as it was meant', () => {
    for (const each of all) {
      const { entries, errors } = parse(toBibtex(each), { sentenceCase: false })
      expect(errors).toEqual([])
      expect(entries.length).toBe(1)
      const { type, key, fields } = entries[0] as (typeof entries)[number]
      expect({ type, key }).toEqual({ type: 'online', key: `assay-${each.id}-${each.hash}` })
      expect(fields.author).toEqual([{ name: 'Assay contributors' }])
      expect({
        title: plain(fields.title),
        statement: plain(fields.abstract),
        map: plain(fields['titleaddon']),
        date: fields.date,
        url: fields.url,
        version: fields['version'],
      }).toEqual(saidOf(each))
      expect(plain(fields.note)).toContain(recordOf(each))
    }
  })

  it('is read by citation-js as it was meant', () => {
    for (const each of all) expect(byCitationJs(each)).toEqual(withoutMap(saidOf(each)))
  })

  it('is read so whatever a title says', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, statement) => {
        const each = wording({ title, statement })
        expect(byCitationJs(each)).toEqual(withoutMap(saidOf(each)))
      }),
    )
  })

  it('is one entry for the parser of ORCID, whose fields have balanced braces', () => {
    for (const each of all) {
      const found = bibtexParse.toJSON(toBibtex(each))
      expect(found.length).toBe(1)
      const { citationKey, entryType, entryTags } = found[0] as (typeof found)[number]
      expect({ citationKey, entryType }).toEqual({
        citationKey: `assay-${each.id}-${each.hash}`,
        entryType: 'online',
      })
      const { url, version, date } = entryTags
      const said = saidOf(each)
      expect({ url, version, date }).toEqual({ url: said.url, version: said.version, date: said.date })
      for (const value of Object.values(entryTags)) expect(depths(value)).toEqual({ least: 0, end: 0 })
    }
  })

  it('is read by biblatex-csl-converter, but for the characters whose commands it does not know', () => {
    for (const each of all) {
      const { entries, errors } = convert(toBibtex(each))
      expect(errors).toEqual([])
      const item = Object.values(new CSLExporter(entries).parse())[0] as Record<string, unknown>
      expect(lossy(withoutTags(item['title']))).toBe(lossy(citedText(each.title)))
      expect(lossy(withoutTags(item['abstract']))).toBe(lossy(citedText(each.statement)))
      expect(item['URL']).toBe(each.url)
      expect(item['version']).toBe(each.hash)
    }
  })

  it('has only what TeX can take: no control characters, and nothing that ends a line early', () => {
    for (const each of all) {
      const text = toBibtex(each)
      expect(text.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Co}]/u)
      for (const line of text.split('\n').slice(1, -2)) {
        expect(line).toMatch(/^ {2}[a-z]+ = \{.*\},$/u)
        if (!/^ {2}(?:url|note)/.test(line)) expect(line).not.toMatch(/(?<!\\)[%#$&_~^<>|`]/)
      }
    }
  })

  it('keeps the capitals of a title, also where it begins with a command', () => {
    expect(toBibtex(wording({ title: 'AI and LaTeX' }))).toContain('  title = {{AI and LaTeX}},\n')
    expect(toBibtex(wording({ title: '{AI}' }))).toContain(
      '  title = {{{}\\textbraceleft{}AI\\textbraceright{}}},\n',
    )
  })

  it('leaves out the date where there is none', () => {
    expect(toBibtex(unknown())).not.toMatch(/ (?:date|year|urldate) = /)
    expect(toBibtex(unknown())).toContain('The commit of this wording is not known.')
  })
})

function withoutMap({ map: _, ...said }: Said): Omit<Said, 'map'> {
  return said
}

function byCitationJs(each: CitedNode): Omit<Said, 'map'> {
  const entries = plugins.input.data(toBibtex(each), '@biblatex/text')
  expect(entries.length).toBe(1)
  const csl = plugins.input.data(entries, '@biblatex/entries+list')[0] ?? {}
  const issued = csl['issued'] as { 'date-parts': number[][] } | undefined
  const day = issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-')
  return {
    title: plain(csl['title']),
    statement: plain(csl['abstract']),
    date: day,
    url: String(csl['URL']),
    version: String(csl['version']),
  }
}

/** How deep braces go below where they began, and where they end. */
function depths(value: string): { least: number; end: number } {
  let [depth, least] = [0, 0]
  for (const character of value) {
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    least = Math.min(least, depth)
  }
  return { least, end: depth }
}

function withoutTags(value: unknown): string {
  return String(value).replace(/<\/?(?:span[^>]*|i|b|sc|sup|sub)>/g, '')
}

function lossy(text: string): string {
  return text.normalize('NFC').replace(/[{}<>|^\s]/g, '')
}

import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { describe, expect, it } from 'vitest'
import { wordingHash } from '../../../src/core/wording.ts'
import { builds } from '../built.ts'
import { citedPages, dayOf, idsWith, readBuilt } from './built-citations.ts'

describe.each(builds)('the files to cite a node by, built for $base', (build) => {
  const pages = citedPages(build)

  it('are there for every node', () => {
    const ids = pages.map(({ id }) => id).sort()
    expect(ids.length).toBeGreaterThan(100)
    for (const form of ['bib', 'ris', 'csl.json']) expect([...idsWith(build, form)].sort()).toEqual(ids)
  })

  it('name the wording by its hash, and pin it', () => {
    for (const { csl, page } of pages) {
      expect(csl['version']).toBe(wordingHash(String(csl['abstract'])))
      expect(csl['URL']).toBe(`${build.site ?? ''}${page.path}#v=${String(csl['version'])}`)
    }
  })

  it('say the same of it in every form', () => {
    for (const { id, csl } of pages) {
      const entries = plugins.input.data(readBuilt(build, `c/${id}.bib`), '@biblatex/text')
      const [bib] = plugins.input.data(entries, '@biblatex/entries+list')
      const records = plugins.input.data(readBuilt(build, `c/${id}.ris`), '@ris/file')
      expect([entries.length, records.length]).toEqual([1, 1])
      const { TI, AB, UR, ET, DA } = records[0] ?? {}
      const { title, abstract, URL: url, version, note, genre } = csl
      const day = dayOf(csl)
      expect([bib?.['title'], bib?.['abstract'], bib?.['URL'], bib?.['version']]).toEqual(
        [title, abstract, url, version],
      )
      expect(dayOf(bib ?? {})).toBe(day)
      expect([TI, AB, UR, ET, DA]).toEqual([title, abstract, url, version, day?.replaceAll('-', '/')])
      for (const each of [bib?.['note'], records[0]?.['N1']]) {
        expect(each).toBe(`${String(genre)}. ${String(note)}`)
      }
    }
  })
})

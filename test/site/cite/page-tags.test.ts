import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { attribute, builds, fileAt, named, textOf, type Build, type Page } from '../built.ts'
import { citedPages, dayOf, type CitedPage } from './built-citations.ts'

function metas(page: Page, prefix: string): Readonly<Record<string, string | undefined>> {
  const found = named(page.document, 'meta').flatMap((meta) => {
    const name = attribute(meta, 'name')
    return name?.startsWith(prefix) ? [[name, attribute(meta, 'content')] as const] : []
  })
  expect(new Set(found.map(([name]) => name)).size).toBe(found.length)
  return Object.fromEntries(found)
}

function coins(page: Page): URLSearchParams {
  const spans = named(page.document, 'span').filter((span) => attribute(span, 'class') === 'Z3988')
  expect(spans.length).toBe(1)
  return new URLSearchParams(spans[0] && attribute(spans[0], 'title'))
}

function linked(page: Page, rel: string): readonly { href: string; type: string | undefined }[] {
  return named(page.document, 'link')
    .filter((link) => attribute(link, 'rel') === rel)
    .map((link) => ({ href: attribute(link, 'href') ?? '', type: attribute(link, 'type') }))
}

function jsonLd(page: Page): Record<string, unknown> {
  const [script, ...rest] = named(page.document, 'script').filter(
    (each) => attribute(each, 'type') === 'application/ld+json',
  )
  expect(rest).toEqual([])
  return JSON.parse(script ? textOf(script) : '') as Record<string, unknown>
}

function addressOf(build: Build, { csl }: CitedPage): unknown {
  return build.site === undefined ? undefined : csl['URL']
}

describe.each(builds)('the page of a node, built for $base,', (build) => {
  // The page of a node that was merged into another leads to that one and has no tags of its own.
  const pages = citedPages(build).filter(({ page }) => !page.html.includes('http-equiv="refresh"'))

  it('is there for nearly every node', () => {
    expect(pages.length).toBeGreaterThan(100)
  })

  it('has the tags of Highwire Press for Google Scholar and Zotero', () => {
    for (const each of pages) {
      expect(metas(each.page, 'citation_')).toEqual({
        citation_title: each.csl['title'],
        citation_author: 'Assay contributors',
        ...absent('citation_publication_date', dayOf(each.csl)?.replaceAll('-', '/')),
        ...absent('citation_public_url', addressOf(build, each)),
      })
    }
  })

  it('has a COinS span that says the same', () => {
    for (const each of pages) {
      const { csl } = each
      expect(Object.fromEntries(coins(each.page))).toEqual({
        ctx_ver: 'Z39.88-2004',
        rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc',
        'rft.type': 'webpage',
        'rft.title': csl['title'],
        'rft.aucorp': 'Assay contributors',
        'rft.source': csl['container-title'],
        'rft.publisher': 'Assay',
        'rft.description': csl['abstract'],
        'rft.language': 'en-GB',
        ...absent('rft.date', dayOf(csl)),
        ...absent('rft.identifier', addressOf(build, each)),
      })
    }
  })

  it('has JSON-LD that says the same', () => {
    for (const each of pages) {
      const { name, text, url, version, datePublished, archivedAt } = jsonLd(each.page)
      const { csl } = each
      const { archived } = (csl['custom'] ?? {}) as { archived?: string }
      expect([name, text, url, version, datePublished, archivedAt]).toEqual([
        csl['title'],
        csl['abstract'],
        addressOf(build, each),
        csl['version'],
        dayOf(csl),
        archived,
      ])
    }
  })

  it('says with cite-as what address is to be cited, where the host is known', () => {
    for (const each of pages) {
      const address = addressOf(build, each)
      const hrefs = linked(each.page, 'cite-as').map(({ href }) => href)
      expect(hrefs).toEqual(address === undefined ? [] : [address])
    }
  })

  it('names the files in other forms, with their types, and they are there', () => {
    for (const { id, page } of pages) {
      const found = linked(page, 'alternate').filter(({ href }) => href.startsWith(`${build.base}c/${id}.`))
      expect(found.map(({ href, type }) => [href.slice(`${build.base}c/${id}.`.length), type])).toEqual([
        ['bib', 'application/x-bibtex'],
        ['ris', 'application/x-research-info-systems'],
        ['csl.json', 'application/vnd.citationstyles.csl+json'],
        ['json', 'application/json'],
        ['md', 'text/markdown'],
      ])
      for (const { href } of found) expect(fileAt(build, href), href).toBeDefined()
    }
  })

  it('is heavier for all that by less than 0.8 kB gzip', () => {
    const ours =
      /<meta name="citation_[^>]*>|<link rel="cite-as"[^>]*>|<link rel="alternate" type="[^"]*" href="[^"]*\/c\/[^"/]*">|<script type="application\/ld\+json">.*?<\/script>|<span class="Z3988".*?<\/span>/gs
    const heavy = pages.flatMap(({ id, page }) => {
      const html = page.html.replace(/<svg.*?<\/svg>/gs, '')
      const bytes = gzipped(html) - gzipped(html.replace(ours, ''))
      return bytes < 800 ? [] : [`${id}: ${String(bytes)} bytes`]
    })
    expect(heavy).toEqual([])
  })
})

function absent(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value }
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length
}

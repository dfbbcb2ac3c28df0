import path from 'node:path'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { attribute, elements, fileAt, named, pagesOf, publishedBuild, textOf, type Element, type Page } from '../built.ts'

const pages = pagesOf(publishedBuild)
const byPath = new Map(pages.map((page) => [page.path, page]))
const base = publishedBuild.base
const routes = pages.filter(({ file }) => /^read\/[^/]+\/index\.html$/.test(file))
const stops = pages.filter(({ file }) => /^read\/[^/]+\/[^/]+\/index\.html$/.test(file))

function linkOf({ document }: Page, rel: string): string | undefined {
  const link = named(document, 'link').find((each) => attribute(each, 'rel') === rel)
  return link && attribute(link, 'href')
}

function textIn(element: Element): string {
  return [...elements(element)].map(textOf).concat(textOf(element)).join(' ').replace(/\s+/g, ' ').trim()
}

function hrefsIn({ document }: Page, name: string): readonly string[] {
  return [...elements(document)]
    .filter((each) => (attribute(each, 'class') ?? '').split(' ').includes(name))
    .flatMap((each) => [...elements(each)])
    .flatMap((each) => (each.tagName === 'a' ? (attribute(each, 'href') ?? '') : []))
}

describe('/read/', () => {
  const page = byPath.get(`${base}read/`) as Page

  it('leads to every route and to the essay', () => {
    const hrefs = named(page.document, 'a').map((link) => attribute(link, 'href'))
    expect(routes.length).toBe(4)
    expect(hrefs).toEqual(expect.arrayContaining([...routes.map((route) => route.path), `${base}essay/`]))
  })
})

describe.each(routes.map((route) => [route.path, route] as const))('%s', (where, route) => {
  const listed = hrefsIn(route, 'stops')

  it('lists each of its stops once, in sections', () => {
    expect(new Set(listed).size).toBe(listed.length)
    expect([...listed].sort()).toEqual(stops.map((stop) => stop.path).filter((each) => each.startsWith(where)).sort())
  })

  it('can be walked from its first stop to its last and back', () => {
    const walked: string[] = []
    for (let at = linkOf(route, 'next'); at !== undefined; at = linkOf(byPath.get(at) as Page, 'next')) walked.push(at)
    expect(walked).toEqual(listed)
    const back: string[] = []
    for (let at = listed.at(-1); at !== undefined && at !== where; at = linkOf(byPath.get(at) as Page, 'prev')) back.unshift(at)
    expect(back).toEqual(listed)
  })

  it('says at each stop where it is, shows its statement and leads on as its head says', () => {
    listed.forEach((each, i) => {
      const stop = byPath.get(each) as Page
      const position = [...elements(stop.document)].find((el) => attribute(el, 'class') === 'position')
      expect(textIn(position as Element)).toBe(`${i + 1} of ${listed.length}`)
      const id = each.split('/').at(-2) ?? ''
      expect(linkOf(stop, 'canonical')).toBe(`https://assay.example${base}c/${id}/`)
      const turn = named(stop.document, 'a').filter((link) => attribute(link, 'rel') === 'next')
      expect(turn.map((link) => attribute(link, 'href'))).toEqual(i + 1 < listed.length ? [listed[i + 1]] : [])
      const statement = JSON.parse(fileText(`c/${id}.json`)).statement as string
      expect(plain(textIn(named(stop.document, 'main')[0] as Element))).toContain(plain(statement))
    })
  })
})

describe('the page of why a node matters', () => {
  const nodes = JSON.parse(fileText('c/index.json')).nodes as readonly { id: string }[]
  const whys = nodes.map(({ id }) => byPath.get(`${base}c/${id}/why/`))

  it('is there for each, and led to from its page', () => {
    expect(whys.filter((page) => page === undefined)).toEqual([])
    const without = nodes.filter(({ id }) => {
      const page = byPath.get(`${base}c/${id}/`) as Page
      return !named(page.document, 'a').some((link) => attribute(link, 'href') === `${base}c/${id}/why/`)
    })
    expect(without).toEqual([])
  })

  it('tells ways of the length and number that the breadcrumb of the node has', () => {
    let crumbs = 0
    for (const { id } of nodes) {
      const page = byPath.get(`${base}c/${id}/`) as Page
      const way = named(page.document, 'nav').find((nav) => attribute(nav, 'class')?.split(' ').includes('way'))
      const why = byPath.get(`${base}c/${id}/why/`) as Page
      const chains = named(why.document, 'ol').filter((ol) => attribute(ol, 'class') === 'chain')
      const first = chains[0]?.childNodes.filter((each) => each.nodeName === 'li').length ?? 0
      const items = way === undefined ? 1 : [...elements(way)].filter((each) => each.tagName === 'li').length
      expect(items, id).toBe(first + 1)
      crumbs += way === undefined ? 0 : 1
    }
    expect(crumbs).toBeGreaterThan(nodes.length - 10)
  })
})

describe('what readings may weigh, gzip', () => {
  it('is 0.5 kB of script on /read/ and on a stop, and 0.7 kB on a page with an outline', () => {
    const common = new Set(scriptsOf(byPath.get(`${base}about/`) as Page))
    const own = (page: Page | undefined) =>
      scriptsOf(page as Page)
        .filter((script) => !common.has(script))
        .reduce((sum, script) => sum + gzipSync(fileText(script.slice(base.length)), { level: 9 }).length, 0)
    expect(own(byPath.get(`${base}read/`))).toBeLessThanOrEqual(500)
    expect(own(stops[0])).toBeLessThanOrEqual(500)
    const outline = own(pages.find(({ file }) => /^maps\/[^/]+\/index\.html$/.test(file)))
    expect(outline).toBeGreaterThan(100)
    expect(outline).toBeLessThanOrEqual(700)
  })
})

function scriptsOf({ document }: Page): readonly string[] {
  return named(document, 'script').flatMap((script) => attribute(script, 'src') ?? [])
}

function fileText(file: string): string {
  return readFileSync(path.join(publishedBuild.out, fileAt(publishedBuild, base + file) ?? file), 'utf8')
}

/** Without quotation marks, which pages set typographically. */
function plain(text: string): string {
  return text.replace(/['"‘’“”]/g, '').replace(/\s+/g, ' ')
}

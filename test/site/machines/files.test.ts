import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { attribute, builds, fileAt, filesOf, named, pagesOf, publishedBuild, rootBuild, type Build } from '../built.ts'

function textOf(build: Build, file: string): string {
  return readFileSync(path.join(build.out, file), 'utf8')
}

/** The file of a build that an address means. */
function fileOf(build: Build, address: string): string | undefined {
  const url = new URL(address, 'https://assay.example')
  return url.origin === 'https://assay.example' ? fileAt(build, url.pathname) : undefined
}

function validatorOf(build: Build, name: string) {
  const ajv = new Ajv2020({ strict: false })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  return ajv.compile(JSON.parse(textOf(build, `schemas/${name}`)))
}

const nodesOf = (build: Build) =>
  JSON.parse(textOf(build, 'c/index.json')).nodes as readonly Record<string, string>[]

describe.each(builds)('files for programs under $base', (build) => {
  it('has an index as its schema says, which leads to the page and the JSON of every node', () => {
    const validate = validatorOf(build, 'index-v1.schema.json')
    expect(validate(JSON.parse(textOf(build, 'c/index.json'))), JSON.stringify(validate.errors)).toBe(true)
    const nodes = nodesOf(build)
    expect(nodes.length).toBeGreaterThan(100)
    const missing = nodes.flatMap(({ url = '', json = '' }) =>
      [url, json].filter((address) => fileOf(build, address) === undefined),
    )
    expect(missing).toEqual([])
  })

  it('has a file of each node as its schema says, whose every form is there', () => {
    const validate = validatorOf(build, 'claim-v1.schema.json')
    for (const { id = '' } of nodesOf(build)) {
      const file = JSON.parse(textOf(build, `c/${id}.json`))
      expect(validate(file), `${id}: ${JSON.stringify(validate.errors)}`).toBe(true)
      expect(fileOf(build, file.$schema)).toBe('schemas/claim-v1.schema.json')
      const missing = Object.values<string>(file.forms).filter(
        (address) => fileOf(build, address) === undefined,
      )
      expect(missing).toEqual([])
    }
  })

  it('has an llms.txt every link of which leads to a file', () => {
    const text = textOf(build, 'llms.txt')
    const addresses = [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    expect(addresses.length).toBeGreaterThan(100)
    expect(addresses.filter((address) => fileOf(build, address) === undefined)).toEqual([])
  })

  it('has Markdown whose links to this site lead to files', () => {
    for (const { id = '' } of nodesOf(build)) {
      const own = [...textOf(build, `c/${id}.md`).matchAll(/\]\(((?:https:\/\/assay\.example)?\/[^)\s]*)\)/g)]
      const missing = own.map((match) => match[1] ?? '').filter((address) => fileOf(build, address) === undefined)
      expect(missing).toEqual([])
    }
  })

  it('has the files that hosts look for', () => {
    expect(filesOf(build)).toEqual(expect.arrayContaining(['.nojekyll', '_headers', 'robots.txt']))
    expect(textOf(build, '_headers')).toContain(`${build.base}c/*\n`)
  })
})

describe('the sitemap', () => {
  const address = (page: { path: string }) => `https://assay.example${page.path}`

  it('has every page for readers and nothing else', () => {
    const { url } = new XMLParser().parse(textOf(publishedBuild, 'sitemap.xml')).urlset
    const listed = (url as readonly { loc: string }[]).map(({ loc }) => loc)
    const gone = nodesOf(publishedBuild).filter(({ withdrawn }) => withdrawn).map(({ id }) => `c/${id}/why/index.html`)
    const meant = pagesOf(publishedBuild)
      .filter(({ file }) => !gone.includes(file))
      .filter(({ file }) => file !== '404.html' && !/^embed\/|^c\/[^/]+\/(?:link|kept)\/|^read\/[^/]+\/[^/]+\//.test(file))
      .filter(({ document }) => !named(document, 'meta').some((meta) => attribute(meta, 'http-equiv') === 'refresh'))
      .map(address)
    expect([...listed].sort()).toEqual([...meant].sort())
    expect(listed).toEqual([...listed].sort())
  })

  it('has no page that robots are told to take for another', () => {
    const { url } = new XMLParser().parse(textOf(publishedBuild, 'sitemap.xml')).urlset
    const listed = new Set((url as readonly { loc: string }[]).map(({ loc }) => loc))
    const canonical = pagesOf(publishedBuild)
      .filter((page) => listed.has(address(page)))
      .map(({ document }) =>
        named(document, 'link').find((link) => attribute(link, 'rel') === 'canonical'),
      )
      .map((link) => link && attribute(link, 'href'))
    expect(new Set(canonical)).toEqual(listed)
  })

  it('is named by robots.txt, and there only where the host is known', () => {
    expect(textOf(publishedBuild, 'robots.txt')).toContain(
      'Sitemap: https://assay.example/assay/sitemap.xml',
    )
    expect(textOf(rootBuild, 'robots.txt')).not.toContain('Sitemap')
    expect(filesOf(rootBuild)).not.toContain('sitemap.xml')
  })
})

describe('the feeds', () => {
  const feedsOf = (build: Build) => filesOf(build).filter((file) => file.startsWith('feeds/'))

  it('are left out where the host is not known', () => {
    expect(feedsOf(rootBuild)).toEqual([])
    expect(textOf(rootBuild, 'machines/index.html')).toContain('ASSAY_SITE')
  })

  it('are there where the history of the content is known', () => {
    const isKnown = 'modified' in JSON.parse(textOf(publishedBuild, 'c/index.json'))
    const forms = ['atom.xml', 'json', 'rss.xml']
    expect(feedsOf(publishedBuild)).toEqual(
      isKnown ? expect.arrayContaining(forms.map((form) => `feeds/all.${form}`)) : [],
    )
  })

  it('can be read, have an item once, the newest first, and lead to pages there are', () => {
    for (const file of feedsOf(publishedBuild)) {
      const text = textOf(publishedBuild, file)
      if (file.endsWith('.xml')) expect(XMLValidator.validate(text), file).toBe(true)
      const { feed, format } = parseFeed(text)
      expect(format, file).toBe(/\.(rss|atom|json)/.exec(file)?.[1])
      const { items } = JSON.parse(textOf(publishedBuild, file.replace(/\.(?:rss\.xml|atom\.xml|json)$/, '.json')))
      const read = 'entries' in feed ? feed.entries : 'items' in feed ? feed.items : []
      expect(read?.length ?? 0, file).toBe(items.length)
      const ids: readonly string[] = items.map(({ id }: { id: string }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const dates: readonly string[] = items.map((item: { date_published: string }) => item.date_published)
      expect(dates).toEqual([...dates].sort().reverse())
      const missing = items.filter(({ url }: { url: string }) => fileOf(publishedBuild, url) === undefined)
      expect(missing).toEqual([])
    }
  })

  it('are linked from the page about them, if there are any', () => {
    const page = textOf(publishedBuild, 'machines/index.html')
    for (const file of feedsOf(publishedBuild)) expect(page).toContain(`"/assay/${file}"`)
  })
})

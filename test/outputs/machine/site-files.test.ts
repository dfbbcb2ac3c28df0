import { readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'
import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { validateXML } from 'xmllint-wasm'
import { describe, expect, it } from 'vitest'
import { toHostHeaders, toRobots } from '../../../src/outputs/machine/host-files.ts'
import { toLlmsText } from '../../../src/outputs/machine/llms-text.ts'
import { toSitemap } from '../../../src/outputs/machine/sitemap.ts'
import { kbOf, node } from '../graph.ts'
import { hostileTitles, machineContent } from './sample.ts'

describe('toSitemap', () => {
  const pages = [
    { address: 'https://assay.example/b/?x=1&y=2' },
    { address: 'https://assay.example/a/', modified: '2026-05-03T10:00:00Z' },
  ]

  it('is what the schema of sitemaps.org asks for', async () => {
    const schema = readFileSync('node_modules/sitemap/schema/sitemap.xsd', 'utf8')
    const { valid, errors } = await validateXML({ xml: await toSitemap(pages), schema })
    expect(errors).toEqual([])
    expect(valid).toBe(true)
  })

  it('has the pages in order, with what is known of them', async () => {
    expect(new XMLParser().parse(await toSitemap(pages)).urlset.url).toEqual([
      { loc: 'https://assay.example/a/', lastmod: '2026-05-03T10:00:00.000Z' },
      { loc: 'https://assay.example/b/?x=1&y=2' },
    ])
  })

  it('refuses to be empty', async () => {
    await expect(toSitemap([])).rejects.toThrow(RangeError)
  })
})

describe('toRobots', () => {
  it('names the sitemap where there is one', () => {
    expect(toRobots('https://assay.example/sitemap.xml')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://assay.example/sitemap.xml\n',
    )
    expect(toRobots(undefined)).toBe('User-agent: *\nAllow: /\n')
  })
})

describe('toHostHeaders', () => {
  const text = toHostHeaders(
    '/assay',
    new Map([['/assay/feeds/all.rss.xml', 'application/rss+xml']]),
  )
  const blocks = text
    .trim()
    .split('\n\n')
    .map((block) => block.split('\n'))

  it('has a path and headers in each block, with a wildcard only at an end', () => {
    for (const [path = '', ...headers] of blocks) {
      expect(path).toMatch(/^\/assay\/[a-z./-]*\*?$/)
      expect(headers.length).toBeGreaterThan(0)
      for (const header of headers) expect(header).toMatch(/^ {2}[A-Z][A-Za-z-]+: \S.*$/)
    }
  })

  it('lets pages of any site read files, and says nothing of frames', () => {
    expect(text).toContain('/assay/c/*\n  Access-Control-Allow-Origin: *\n')
    expect(text).toContain('/assay/feeds/all.rss.xml\n  Content-Type: application/rss+xml; charset=utf-8\n')
    expect(text).not.toMatch(/X-Frame-Options|frame-ancestors|Cross-Origin-/i)
  })
})

describe('toLlmsText', () => {
  const nodes = hostileTitles.map((text, index) =>
    node(`wave-${index + 10}`, 'claim', [], { title: text, statement: text }),
  )
  const kb = kbOf([
    ...nodes,
    node('old', 'claim', [], { withdrawn: { on: '2026-01-02', reason: 'No.', see: [] } }),
  ])
  const file = { title: 'All', address: 'https://assay.example/all.json', about: 'all <of> it' }
  const text = toLlmsText(machineContent(kb), (a, b) => (a.id < b.id ? -1 : 1), [file], [file])
  const tree = unified().use(remarkParse).parse(text) as Root

  it('has the form of llmstxt.org: a title, a quotation, a guide, lists of links', () => {
    expect(tree.children.slice(0, 2).map(({ type }) => type)).toEqual(['heading', 'blockquote'])
    const headings = tree.children.filter((child) => child.type === 'heading')
    expect(headings.map((heading) => `${heading.depth} ${toString(heading)}`)).toEqual([
      '1 Assay',
      '2 Data',
      '2 Elsewhere in the map: Light',
      '2 Optional',
    ])
    const first = tree.children.indexOf(headings[1] as (typeof tree.children)[number])
    for (const child of tree.children.slice(first)) {
      if (child.type === 'heading') continue
      expect(child.type).toBe('list')
      for (const item of child.type === 'list' ? child.children : []) {
        const [paragraph, ...others] = item.children
        expect(others).toEqual([])
        const inline = paragraph?.type === 'paragraph' ? paragraph.children : []
        expect(inline[0]?.type).toBe('link')
        expect(inline.filter(({ type }) => type === 'link')).toHaveLength(1)
        expect(inline[1]?.type === 'text' && inline[1].value).toMatch(/^: /)
      }
    }
  })

  it('leads to the Markdown of every node that counts', () => {
    for (const { id } of nodes) expect(text).toContain(`](https://assay.example/assay/c/${id}.md): claim`)
    expect(text).not.toContain('/c/old.md')
  })
})

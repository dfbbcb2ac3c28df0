import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse, parseFragment } from 'parse5'
import { unfurl } from 'unfurl.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  attribute,
  builds,
  elements,
  filesOf,
  named,
  publishedBuild,
  rootBuild,
  type Document,
} from '../built.ts'

const host = 'https://assay.example'
const id = 'knowing-is-not-caring'
const nodes = filesOf(publishedBuild).flatMap((file) => /^embed\/([^/]+)\//.exec(file)?.[1] ?? [])

function read(file: string): string {
  return readFileSync(path.join(publishedBuild.out, file), 'utf8')
}

/** What consumers of oEmbed 1.0 need of a rich thing, besides what they may use. */
interface Oembed {
  readonly version: string
  readonly type: string
  readonly title: string
  readonly html: string
  readonly width: number
  readonly height: number
  readonly thumbnail_url: string
  readonly [field: string]: unknown
}

describe('oEmbed', () => {
  it('is there for every node where the host is known, and for none where it is not', () => {
    const found = filesOf(publishedBuild).flatMap(
      (file) => /^c\/([^/]+)\/oembed\.json$/.exec(file)?.[1] ?? [],
    )
    expect(found).toEqual(nodes)
    expect(nodes.length).toBeGreaterThan(100)
    expect(filesOf(rootBuild).filter((file) => file.includes('oembed'))).toEqual([])
  })

  it('has of every node a frame that there is, and all that version 1.0 asks for', () => {
    for (const node of nodes) {
      const found = JSON.parse(read(`c/${node}/oembed.json`)) as Oembed
      expect(found).toMatchObject({
        version: '1.0',
        type: 'rich',
        author_name: 'Assay contributors',
        provider_name: 'Assay',
        provider_url: `${host}/assay/`,
        cache_age: 86_400,
        thumbnail_url: `${host}/assay/c/${node}/card.png`,
        thumbnail_width: 1200,
        thumbnail_height: 630,
      })
      const [frame, ...others] = [...elements(parseFragment(found.html) as unknown as Document)]
      expect(others).toEqual([])
      const values = Object.fromEntries(frame?.attrs.map(({ name, value }) => [name, value]) ?? [])
      expect(values).toMatchObject({ width: `${found.width}`, height: `${found.height}` })
      const [address, pin] = values['src']?.split('#') ?? []
      expect(address).toBe(`${host}/assay/embed/${node}/`)
      expect(pin).toMatch(/^v=[0-9a-f]{8}$/)
      expect(read(`embed/${node}/index.html`)).toContain(`href="/assay/c/${node}/#${pin}"`)
    }
  })
})

describe('a program that nobody here wrote', () => {
  let server: Server | undefined
  const origin = () => `http://127.0.0.1:${(server?.address() as AddressInfo).port}`
  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const file = url.replace(/^\/assay\//, '').replace(/\/$/, '/index.html')
      const type = file.endsWith('.json') ? 'application/json' : 'text/html; charset=utf-8'
      response.writeHead(200, { 'Content-Type': type })
      response.end(read(file).replaceAll(host, origin()))
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => server?.close())

  it('finds the card from the link to a node', async () => {
    const { oEmbed } = await unfurl(`${origin()}/assay/c/${id}/`)
    expect(oEmbed).toMatchObject({ type: 'rich', version: '1.0', title: 'Knowing is not caring' })
    const { html } = oEmbed as unknown as Oembed
    expect(html).toMatch(new RegExp(`^<iframe src="${origin()}/assay/embed/${id}/#v=[0-9a-f]{8}" `))
  })

  it('finds the discovery of nodes alone, once', () => {
    const links = (file: string) =>
      named(parse(read(file)), 'link').filter((link) => /oembed/.test(attribute(link, 'type') ?? ''))
    expect(links(`c/${id}/index.html`).map((link) => attribute(link, 'href'))).toEqual([
      `${host}/assay/c/${id}/oembed.json`,
    ])
    expect(links('index.html')).toEqual([])
  })
})

describe('what is embedded', () => {
  it.each(builds)('is at most 6 kB a card under $base', (build) => {
    const heavy = filesOf(build)
      .filter((file) => file.startsWith('embed/'))
      .map((file) => ({ file, bytes: readFileSync(path.join(build.out, file)).length }))
    expect(heavy.length).toBeGreaterThan(100)
    expect(heavy.filter(({ bytes }) => bytes > 6000)).toEqual([])
  })

  it('needs an element of at most 1.5 kB, gzip', () => {
    expect(gzipSync(read('assay-card.js'), { level: 9 }).length).toBeLessThanOrEqual(1500)
  })
})

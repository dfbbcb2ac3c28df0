import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseFragment } from 'parse5'
import { beforeAll, describe, expect, it } from 'vitest'
import { boxWidth, titleLines } from '../../../src/site/map/layout/boxes.ts'
import { textWidth } from '../../../src/site/diagram/text-metrics.ts'
import { drawMap } from '../../../src/site/map/svg/draw-map.ts'
import { toMapData, type DrawnMap } from '../../../src/site/map/to-map-data.ts'
import { attribute, elements, type Document, type Element } from '../built.ts'
import { node } from '../../graph/builder.ts'
import { contentOf } from '../preview/sketch-content.ts'
import { realContent } from './real-content.ts'

const href = (id: string) => `/base/c/${id}/`

function draw(drawn: DrawnMap): string {
  return drawMap(drawn, { name: 'All of it', href })
}

/** The elements of a drawing as a browser would find them in a page. */
function inPage(svg: string): readonly Element[] {
  return [...elements(parseFragment(svg) as unknown as Document)]
}

const text = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : 'tagName' in child ? text(child) : '')).join(' ')

describe('the drawing of the map', () => {
  const content = realContent()
  let drawn: DrawnMap
  let found: readonly Element[]
  beforeAll(async () => {
    drawn = await toMapData(content)
    found = inPage(draw(drawn))
  }, 60_000)
  const withData = (name: string) => found.filter((element) => attribute(element, name) !== undefined)

  it('has each node once, as a link in reading order with its kind, label and title', () => {
    const { nodes } = drawn.data
    const links = withData('data-node')
    expect(links.map((link) => attribute(link, 'data-node'))).toEqual([...nodes.id.keys()].map(String))
    for (const [at, link] of links.entries()) {
      const { kind, title } = content.kb.graph.nodes.get(nodes.id[at] as never)!
      expect(link.tagName).toBe('a')
      expect(attribute(link, 'href')).toBe(href(nodes.id[at] ?? ''))
      expect(attribute(link, 'data-kind')).toBe(kind)
      expect(attribute(link, 'aria-label')?.startsWith(`${title}. `)).toBe(true)
      expect(text(link).replace(/\s+/g, ' ').trim()).toBe(title)
    }
  })

  it('has each edge once, with its relation, and a ring where it is undercut', () => {
    const { graph } = content.kb
    const groups = withData('data-edge')
    expect(groups.map((group) => attribute(group, 'data-edge'))).toEqual(
      [...graph.edges.keys()].map((_, at) => String(at)),
    )
    expect(groups.map((group) => attribute(group, 'data-relation'))).toEqual(
      [...graph.edges.values()].map(({ kind }) => kind),
    )
    const ringed = groups.filter((group) => [...elements(group)].some(({ tagName }) => tagName === 'circle'))
    const undercut = [...graph.edges.keys()].filter((edge) => graph.incoming.has(edge))
    expect(ringed).toHaveLength(undercut.length)
  })

  it('is XML, too, and has neither style nor script', () => {
    const svg = draw(drawn)
    expect(XMLValidator.validate(svg)).toBe(true)
    expect(Object.keys(new XMLParser().parse(svg) as object)).toEqual(['svg'])
    for (const { attrs } of found) {
      expect(attrs.filter(({ name }) => name === 'style' || name.startsWith('on'))).toEqual([])
    }
  })
})

describe('a title', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    ']]></text><a href="javascript:alert(1)">',
    "' style='fill:red' x='",
    '&lt;b&gt; &amp; &#x3c;',
    'שלום עולם, זה ארוך מאוד ועוד',
    'W'.repeat(60),
    '👩‍👩‍👧‍👦'.repeat(12),
    'a\u0000b\u0007c\u202ed',
  ]

  it('that means harm is text, whatever it says', async () => {
    const nodes = hostile.map((title, at) => ({
      ...node(at === 0 ? 'thesis' : `node-${at}`, at === 0 ? {} : { supports: ['thesis'] }),
      title,
    }))
    const svg = draw(await toMapData(contentOf(nodes, '<script>alert(2)</script>')))
    const names = new Set(inPage(svg).map(({ tagName }) => tagName))
    expect([...names].sort()).toEqual(['a', 'defs', 'g', 'path', 'svg', 'text', 'tspan', 'use'])
    expect(inPage(svg).filter(({ tagName }) => tagName === 'a')).toHaveLength(hostile.length)
    for (const element of inPage(svg)) {
      expect(element.attrs.every(({ name }) => name !== 'style' && !name.startsWith('on'))).toBe(true)
    }
    const leads = inPage(svg).flatMap((element) => attribute(element, 'href') ?? [])
    for (const address of leads) expect(address).toMatch(/^(?:#map-mark-\w+|\/base\/c\/[a-z0-9-]+\/)$/)
  })

  it('is broken into lines that fit its box, and cut where it would be too high', () => {
    for (const title of [...hostile, 'A title of ordinary words that takes three lines or so']) {
      for (const kind of [0, 1, 2, 3]) {
        const lines = titleLines(title, kind)
        expect(lines.length).toBeLessThanOrEqual(4)
        for (const line of lines) expect(textWidth(line) * 13.5).toBeLessThanOrEqual(boxWidth)
      }
    }
    expect(titleLines('W'.repeat(200), 0).at(-1)).toMatch(/…$/)
    expect(titleLines('A short one', 0)).toEqual(['A short one'])
  })
})

import { readFileSync } from 'node:fs'
import { parseFeed as parseLoosely } from '@rowanmanning/feed-parser'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { parseFragment } from 'parse5'
import { validateXML } from 'xmllint-wasm'
import { describe, expect, it } from 'vitest'
import type { FeedData } from '../../../src/outputs/feeds/feed.ts'
import { itemHtml } from '../../../src/outputs/feeds/item-html.ts'
import { toJsonFeed } from '../../../src/outputs/feeds/json-feed.ts'
import { toAtom, toRss } from '../../../src/outputs/feeds/xml-feed.ts'
import { node } from '../graph.ts'
import { hostileTitles } from '../machine/sample.ts'
import { added, feedOf, itemsOf } from './sample.ts'

const nodes = hostileTitles.map((text, index) =>
  node(`wave-${index + 10}`, 'claim', [], { title: text, statement: text }),
)
const items = itemsOf(
  nodes,
  Object.fromEntries(nodes.map((each, index) => [each.id, [added(each, 1 + index)]])),
)
const feed = feedOf(items)
const about = 'https://assay.example/assay/machines/'

/** What XML can hold of a text. */
function writable(text: string): string {
  return text.replace(
    /[\p{Cs}\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\p{Noncharacter_Code_Point}]/gu,
    '\ufffd',
  )
}

/** The same on one line. */
function held(text: string): string {
  return writable(text.replace(/\s+/g, ' ').trim())
}

/** The text of HTML, as a browser reads it. */
function textOfHtml(html: string): string {
  const walk = (children: readonly object[]): string =>
    children
      .map((child) =>
        'value' in child ? String(child.value) : 'childNodes' in child ? walk(child.childNodes as object[]) : '',
      )
      .join('')
  return walk(parseFragment(html).childNodes)
}

const titles = feed.items.map(({ title }) => held(title))
const dates = feed.items.map(({ at }) => at.on)
const ids = feed.items.map(({ id }) => id)

/** What two parsers find wrong with the form of an XML document. */
async function faultsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml, normalization: 'c14n' })
  const valid = XMLValidator.validate(xml)
  return [...errors.map(({ message }) => message), ...(valid === true ? [] : [valid.err.msg])]
}

describe('toRss', () => {
  const xml = toRss(feed)

  it('is well-formed whatever titles hold', async () => {
    expect(await faultsOf(xml)).toEqual([])
    expect(await faultsOf(xml.replace('</title>', ''))).not.toEqual([])
  })

  it('gives every value back to a strict reader', () => {
    const { items: read = [], ...channel } = parseRssFeed(xml)
    expect(channel).toMatchObject({
      title: feed.title,
      link: 'https://assay.example/assay/',
      language: 'en-GB',
      atom: { links: [{ href: 'https://assay.example/assay/feeds/all.rss.xml', rel: 'self' }] },
    })
    expect(read.map(({ guid }) => guid?.value)).toEqual(ids)
    expect(read.map(({ guid }) => guid?.isPermaLink)).toEqual(ids.map(() => false))
    expect(read.map(({ link }) => link)).toEqual(feed.items.map(({ url }) => url))
    expect(read.map(({ description }) => description)).toEqual(feed.items.map(itemHtml))
    expect(read.map(({ pubDate }) => new Date(String(pubDate)).toISOString())).toEqual(
      dates.map((on) => new Date(on).toISOString()),
    )
  })

  it('gives titles back as plain text', () => {
    const parser = new XMLParser({ cdataPropName: '', processEntities: false, trimValues: true })
    const read = parser.parse(xml).rss.channel.item.map(({ title }: { title: unknown }) => String(title))
    expect(read).toEqual(titles)
  })

  it('gives names and addresses to a reader of another make', () => {
    const { items: read } = parseLoosely(xml)
    expect(read.map(({ id }) => id)).toEqual(ids)
    expect(read.map(({ url }) => url)).toEqual(feed.items.map(({ url }) => url))
  })
})

describe('toAtom', () => {
  const xml = toAtom(feed)

  it('is well-formed whatever titles hold', async () => {
    expect(await faultsOf(xml)).toEqual([])
    expect(await faultsOf(xml.replace('</title>', ''))).not.toEqual([])
  })

  it('gives every value back to a strict reader', () => {
    const { entries = [], ...head } = parseAtomFeed(xml)
    expect(head).toMatchObject({ id: 'tag:assay.example,2026:feeds/all', title: { value: feed.title } })
    expect(head.authors).toEqual([{ name: 'Assay contributors' }])
    expect(head.updated).toBe(new Date(dates[0] ?? '').toISOString())
    expect(head.links).toContainEqual({ rel: 'self', href: 'https://assay.example/assay/feeds/all.atom.xml' })
    expect(entries.map(({ id }) => id)).toEqual(ids)
    expect(entries.map(({ title }) => textOfHtml(title?.value ?? ''))).toEqual(titles)
    expect(entries.map(({ content }) => content?.value)).toEqual(feed.items.map(itemHtml))
    expect(entries.map(({ updated }) => updated)).toEqual(dates.map((on) => new Date(on).toISOString()))
  })

  it('has HTML of paragraphs alone, whose text is that of the item', () => {
    const { entries = [] } = parseAtomFeed(xml)
    for (const [index, { content }] of entries.entries()) {
      const html = content?.value ?? ''
      expect(html.replace(/<\/?p>/g, '')).not.toMatch(/[<>]/)
      expect(textOfHtml(html)).toBe(
        (feed.items[index]?.paragraphs ?? [])
          .map(({ text }) => writable(text))
          .join(''),
      )
    }
  })

  it('gives its titles to a reader of another make', () => {
    const { items: read } = parseLoosely(xml)
    expect(read.map(({ id }) => id)).toEqual(ids)
    expect(read.map(({ title }) => title)).toEqual(titles)
  })
})

describe('toJsonFeed', () => {
  const text = toJsonFeed(feed, about)

  it('holds to JSON Feed 1.1', () => {
    const read = JSON.parse(text)
    expect(read.version).toBe('https://jsonfeed.org/version/1.1')
    expect(read.title).toBeTypeOf('string')
    expect(read.feed_url).toBe('https://assay.example/assay/feeds/all.json')
    expect(read).not.toHaveProperty('author')
    expect(read.authors).toEqual([{ name: 'Assay contributors', url: 'https://assay.example/assay/' }])
    for (const item of read.items) {
      expect(item.id).toBeTypeOf('string')
      expect(item.content_html ?? item.content_text).toBeTypeOf('string')
      expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      expect(item.tags.every((tag: unknown) => typeof tag === 'string')).toBe(true)
      for (const key of Object.keys(item)) {
        expect(key).toMatch(/^(?:id|url|title|content_html|content_text|date_published|tags|_assay)$/)
      }
    }
  })

  it('gives every title back, but for halves of characters', () => {
    const read = parseJsonFeed(JSON.parse(text)).items ?? []
    expect(read.map(({ id }) => id)).toEqual(ids)
    expect(JSON.parse(text).items.map(({ title }: { title: string }) => title)).toEqual(
      feed.items.map(({ title }) => title.replace(/\s+/g, ' ').trim().toWellFormed()),
    )
  })
})

describe('a feed', () => {
  it('keeps the title of a map whatever it holds, and is one without items', () => {
    for (const title of hostileTitles) {
      const empty: FeedData = feedOf([], 'maps/light', title)
      const [rss, atom] = [toRss(empty), toAtom(empty)]
      expect(XMLValidator.validate(rss)).toBe(true)
      expect(XMLValidator.validate(atom)).toBe(true)
      expect(parseRssFeed(rss).title).toBe(held(title))
      expect(parseAtomFeed(atom).title?.value).toBe(held(title))
      expect(JSON.parse(toJsonFeed(empty, about)).items).toEqual([])
    }
  })

  it('is told by nobody’s clock', () => {
    expect(toAtom(feedOf([]))).toContain('<updated>2026-05-31T10:00:00.000Z</updated>')
    expect(toRss(feedOf([]))).toContain('<lastBuildDate>Sun, 31 May 2026 10:00:00 GMT</lastBuildDate>')
    expect(readFileSync('src/outputs/feeds/xml-feed.ts', 'utf8')).not.toMatch(/new Date\(\)|Date\.now/)
  })
})

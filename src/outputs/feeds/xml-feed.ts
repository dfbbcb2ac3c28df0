import { Feed, type Item } from 'feed'
import { citedAuthor } from '../cite/cited-words.ts'
import { xmlText } from '../interchange/xml-text.ts'
import type { FeedData, FeedItem } from './feed.ts'
import { itemHtml } from './item-html.ts'

/**
 * A feed as RSS 2.0, well-formed whatever its text holds; what XML cannot hold is U+FFFD. Titles of
 * items are plain text, as the profile of the RSS Advisory Board has it; descriptions are HTML.
 */
export function toRss(data: FeedData): string {
  const feed = startFeed(data)
  for (const item of data.items) {
    feed.addItem({ ...common(item), title: parted(plain(item.title)), description: html(item) })
  }
  return finished(feed.rss2())
}

/** A feed as Atom 1.0, well-formed whatever its text holds. Titles and contents are HTML. */
export function toAtom(data: FeedData): string {
  const feed = startFeed(data)
  for (const item of data.items) {
    feed.addItem({ ...common(item), title: xmlText(oneLine(item.title)), content: html(item) })
  }
  return finished(feed.atom1())
}

function startFeed({ id, title, description, home, self, head, items }: FeedData): Feed {
  return new Feed({
    id,
    title: kept(plain(title)),
    description: kept(plain(description)),
    link: home,
    language: 'en-GB',
    updated: new Date((items[0]?.at ?? head).on),
    generator: 'Assay',
    author: { name: citedAuthor },
    copyright: 'CC BY 4.0',
    feedLinks: { rss: self['rss.xml'], atom: self['atom.xml'] },
  })
}

function common({ id, url, at }: FeedItem): Pick<Item, 'id' | 'link' | 'date' | 'published'> {
  const date = new Date(at.on)
  return { id, link: url, date, published: date }
}

function html(item: FeedItem): string {
  return parted(itemHtml(item))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A text on one line as it is, but for what XML cannot hold. */
function plain(text: string): string {
  return xmlText(oneLine(text)).replace(/&#(\d+);/g, (_, code: string) =>
    String.fromCharCode(Number(code)),
  )
}

/** The writer takes `&amp;` in a text for an ampersand that was escaped before. */
function kept(text: string): string {
  return text.replaceAll('&', '&amp;')
}

/** A noncharacter, which no text has here any more. */
const mark = '\ufdd0'

/** The writer parts the first `]]>` of a CDATA section alone; so there is none until it is done. */
function parted(text: string): string {
  return text.replaceAll(']]>', `]]${mark}>`)
}

function finished(xml: string): string {
  return `${xml.replaceAll(mark, ']]><![CDATA[')}\n`
}

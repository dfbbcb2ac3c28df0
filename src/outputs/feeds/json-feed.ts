import { citedAuthor } from '../cite/cited-words.ts'
import type { FeedData, FeedItem } from './feed.ts'
import { itemHtml, itemText } from './item-html.ts'

/**
 * A feed as JSON Feed 1.1, with a line end. Each item also says in `_assay` what happened to which
 * node in which commit; `about` is the page that describes it.
 */
export function toJsonFeed(data: FeedData, about: string): string {
  const { title, description, home, self, items } = data
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: title.toWellFormed(),
    home_page_url: home,
    feed_url: self.json,
    description: description.toWellFormed(),
    authors: [{ name: citedAuthor, url: home }],
    language: 'en-GB',
    _assay: { about },
    items: items.map(jsonItem),
  }
  return `${JSON.stringify(feed, null, 2)}\n`
}

function jsonItem(item: FeedItem): object {
  const { id, url, title, at, type, node, map, kind } = item
  return {
    id,
    url,
    title: title.replace(/\s+/g, ' ').trim().toWellFormed(),
    content_html: itemHtml(item),
    content_text: itemText(item),
    date_published: at.on,
    tags: [type, kind],
    _assay: { type, node, map, commit: at.commit },
  }
}

import { chooseFeed, feedKinds, type FeedKind } from '../../outputs/feeds/choose-feeds.ts'
import { eventItems } from '../../outputs/feeds/event-items.ts'
import type { FeedForm, FeedItem } from '../../outputs/feeds/feed.ts'
import { toJsonFeed } from '../../outputs/feeds/json-feed.ts'
import { toAtom, toRss } from '../../outputs/feeds/xml-feed.ts'
import type { ContentHistory } from '../../analysis/history/history.ts'
import { siteContent } from '../content.ts'
import { absolute, isPublished, mapUrl, nodeUrl, pinnedUrl, url } from '../urls.ts'
import { siteHistory } from './history.ts'

/** The media type of each form. */
export const feedTypes: Readonly<Record<FeedForm, string>> = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  json: 'application/feed+json',
}

/** The feeds of this site; none where its host or its history is not known. */
export function siteFeeds(): readonly FeedKind[] {
  if (!isPublished || siteHistory().head === undefined) return []
  return feedKinds(siteContent().written.maps.values())
}

/** Why this site has no feeds, as a sentence; undefined where it has them. */
export function whyNoFeeds(): string | undefined {
  if (!isPublished) {
    return 'This copy of the site was built without its address (ASSAY_SITE), and feeds need addresses that work anywhere.'
  }
  if (siteHistory().head !== undefined) return undefined
  return 'This copy of the site was built without the history of the repository, from which feeds are made.'
}

/** The path of a feed, base path included. */
export function feedUrl(name: string, form: FeedForm): string {
  return url(`/feeds/${name}.${form}`)
}

/** A feed of this site as text. */
export function feedText(kind: FeedKind, form: FeedForm): string {
  const history = siteHistory()
  const { head } = history
  if (head === undefined) throw new TypeError('Expected the site to have a history')
  const feed = chooseFeed(kind, siteItems(history), head, {
    host: new URL(absolute('/')).hostname,
    home: absolute(kind.map === undefined ? url('/') : mapUrl(kind.map.id)),
    self: (name, each) => absolute(feedUrl(name, each)),
  })
  if (form === 'json') return toJsonFeed(feed, absolute(url('/machines/')))
  return form === 'rss.xml' ? toRss(feed) : toAtom(feed)
}

const known = new WeakMap<ContentHistory, readonly FeedItem[]>()

function siteItems(history: ContentHistory): readonly FeedItem[] {
  const found =
    known.get(history) ??
    eventItems({
      graph: siteContent().written.graph,
      histories: history.nodes,
      host: new URL(absolute('/')).hostname,
      page: (id) => absolute(nodeUrl(id)),
      pinned: (id, hash) => absolute(pinnedUrl(id, hash)),
    })
  known.set(history, found)
  return found
}

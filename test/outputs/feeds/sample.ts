import type { Moment, NodeEvent, NodeHistory } from '../../../src/analysis/history/history.ts'
import type { ArgumentNode } from '../../../src/core/document.ts'
import type { NodeId } from '../../../src/core/id.ts'
import { wordingHash } from '../../../src/core/wording.ts'
import { chooseFeed, feedKinds } from '../../../src/outputs/feeds/choose-feeds.ts'
import { eventItems } from '../../../src/outputs/feeds/event-items.ts'
import type { FeedData, FeedItem } from '../../../src/outputs/feeds/feed.ts'
import { kbOf } from '../graph.ts'

const site = 'https://assay.example/assay'

/** The commit of a day of May 2026. */
export function commitOf(day: number): Moment {
  const digits = String(day).padStart(2, '0')
  return { commit: digits.repeat(20), on: `2026-05-${digits}T10:00:00Z` }
}

/** The event by which a node came. */
export function added({ kind, title, statement }: ArgumentNode, day: number): NodeEvent {
  return { type: 'added', at: commitOf(day), kind, title, hash: wordingHash(statement), statement }
}

/** All items of nodes that each have the events named for them; the newest first. */
export function itemsOf(
  nodes: readonly ArgumentNode[],
  events: Readonly<Record<string, readonly NodeEvent[]>>,
): readonly FeedItem[] {
  const { graph } = kbOf(nodes)
  const histories = nodes.map(({ id, statement }): [NodeId, NodeHistory] => [
    id,
    { id, events: events[id] ?? [], wordings: [{ hash: wordingHash(statement), statement }] },
  ])
  return eventItems({
    graph,
    histories: new Map(histories),
    host: 'assay.example',
    page: (id) => `${site}/c/${id}/`,
    pinned: (id, hash) => `${site}/c/${id}/#v=${hash}`,
  })
}

/** The feed of all changes, or another, with some items. */
export function feedOf(items: readonly FeedItem[], name = 'all', title?: string): FeedData {
  const kind = feedKinds(kbOf([]).maps.values()).find((each) => each.name === name)
  if (kind === undefined) throw new Error(`There is no feed ${name}.`)
  return chooseFeed({ ...kind, title: title ?? kind.title }, items, commitOf(31), {
    host: 'assay.example',
    home: `${site}/`,
    self: (each, form) => `${site}/feeds/${each}.${form}`,
  })
}

import type { Moment, NodeEvent } from '../../analysis/history/history.ts'
import type { NodeKind } from '../../core/document.ts'
import type { MapId, NodeId } from '../../core/id.ts'

/** A thing that happened to a node, as an item of a feed. All text is as it is, without mark-up. */
export interface FeedItem {
  /** The same for ever and unlike any other's. */
  readonly id: string
  /** An absolute address. */
  readonly url: string
  readonly title: string
  /** What happened, the statement first. */
  readonly paragraphs: readonly FeedParagraph[]
  readonly at: Moment
  readonly type: NodeEvent['type']
  readonly node: NodeId
  readonly map: MapId
  readonly kind: NodeKind
}

/** A paragraph: its words, and the nodes it ends with. */
export interface FeedParagraph {
  readonly text: string
  readonly links?: readonly { readonly text: string; readonly url: string }[]
}

/** A feed: what it is of and its items, the newest first. */
export interface FeedData {
  readonly id: string
  readonly title: string
  readonly description: string
  /** The page that it is about, absolute. */
  readonly home: string
  /** Where the feed itself is in each form, absolute. */
  readonly self: Readonly<Record<FeedForm, string>>
  /** The newest commit it could know of, for a feed without items. */
  readonly head: Moment
  readonly items: readonly FeedItem[]
}

/** The ends of the names of feeds. */
export const feedForms = ['rss.xml', 'atom.xml', 'json'] as const
export type FeedForm = (typeof feedForms)[number]

import type { ArgumentNode } from '../../core/document.ts'
import { wordingNow } from '../model/history.ts'
import { markedTitle } from '../model/withdrawn.ts'
import { absolute, cardUrl, url } from '../urls.ts'
import { frameHeight, frameWidth } from './frame-height.ts'
import { frameOf } from './snippets.ts'

/** A day, in seconds. */
const day = 86_400

/**
 * A node as oEmbed 1.0 has it: of type `rich`, its card in a frame, the present wording pinned.
 * Addresses are absolute if the site's host is known.
 */
export function toOembed(node: ArgumentNode) {
  return {
    version: '1.0',
    type: 'rich',
    title: markedTitle(node),
    author_name: 'Assay contributors',
    provider_name: 'Assay',
    provider_url: absolute(url('/')),
    cache_age: day,
    thumbnail_url: absolute(cardUrl(node.id)),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    html: frameOf(node, wordingNow(node.id).hash),
    width: frameWidth,
    height: frameHeight(node),
  } as const
}

import { visible } from '../../core/catalogue/entry.ts'
import type { ArgumentNode } from '../../core/document.ts'
import { pinOf } from '../../core/wording.ts'
import { toMarkdownText } from '../../outputs/markdown-text.ts'
import { absolute, embedUrl, pinnedUrl, url } from '../urls.ts'
import { kindWords } from '../words.ts'
import { frameHeight, frameWidth } from './frame-height.ts'

/** Texts to be pasted elsewhere, each of which leads to one wording of one node. */
export interface Snippets {
  /** A link in Markdown. */
  readonly markdown: string
  /** A link in HTML. */
  readonly html: string
  /** A frame with the node's card, in HTML: for pages that load no script of ours. */
  readonly embed: string
  /** The link that a script of this site turns into the card, in HTML. */
  readonly component: string
}

/** What the frame of a card may do: tell its height, and open a link in a window of its own. */
const sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox'

/**
 * The texts for a node with one wording pinned, `hash` being that of `wordingHash`. Titles are
 * shown as they are, whatever they hold. Addresses are absolute where the site's host is known, and
 * paths where it is not.
 */
export function snippetsOf(
  node: Pick<ArgumentNode, 'id' | 'kind' | 'title' | 'statement' | 'withdrawn'>,
  hash: string,
): Snippets {
  const address = absolute(pinnedUrl(node.id, hash))
  const link = element('a', { href: address }, node.title)
  const module = element('script', { type: 'module', src: absolute(url('/assay-card.js')) })
  return {
    markdown: `[${toMarkdownText(node.title)}](${address})`,
    html: link,
    embed: frameOf(node, hash),
    component: `${module}\n<assay-card>${link}</assay-card>`,
  }
}

/** The frame with a node's card, in HTML; nothing in it is asked of the page that it is put on. */
export function frameOf(
  node: Pick<ArgumentNode, 'id' | 'kind' | 'title' | 'statement' | 'withdrawn'>,
  hash: string,
): string {
  return element('iframe', {
    src: `${absolute(embedUrl(node.id))}#${pinOf(hash)}`,
    title: `${kindWords[node.kind]}: ${node.title}`,
    width: String(frameWidth),
    height: String(frameHeight(node)),
    loading: 'lazy',
    sandbox,
    referrerpolicy: 'no-referrer',
    style: 'border:0;max-width:100%',
  })
}

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<${name}${written.join('')}>${escaped(text)}</${name}>`
}

/**
 * A stranger's text in an attribute or an element, even where that is put into a script as JSON. It
 * moves nothing around it; joiners stay, which words and emoji need.
 */
function escaped(text: string): string {
  return text
    .replace(/[^\u200c\u200d]+/gu, visible)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

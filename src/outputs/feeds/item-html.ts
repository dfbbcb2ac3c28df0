import { xmlText } from '../interchange/xml-text.ts'
import type { FeedItem } from './feed.ts'

/**
 * What an item says as HTML: paragraphs and lists of links, nothing else. The text of strangers is
 * escaped; what XML cannot hold is U+FFFD, so that every form of a feed says the same.
 */
export function itemHtml({ paragraphs }: FeedItem): string {
  return paragraphs
    .map(({ text, links = [] }) => {
      const entries = links.map(
        (link) => `<li><a href="${xmlText(link.url)}">${xmlText(link.text)}</a></li>`,
      )
      return `<p>${xmlText(text)}</p>${entries.length === 0 ? '' : `<ul>${entries.join('')}</ul>`}`
    })
    .join('')
}

/** The same as plain text, a paragraph a line. */
export function itemText({ paragraphs }: FeedItem): string {
  return paragraphs
    .flatMap(({ text, links = [] }) => [text, ...links.map((link) => `– ${link.text}: ${link.url}`)])
    .map((line) => line.toWellFormed())
    .join('\n')
}

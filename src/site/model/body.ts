import type { Document } from '../../core/document.ts'
import { toHtml } from '../../outputs/html.ts'
import { typographicBody } from '../../outputs/typography.ts'
import { parseBody } from '../../readers/markdown.ts'
import { contentUrl } from '../urls.ts'

/** The body of a document as safe HTML, its links leading to pages of the site. */
export function bodyHtml(document: Document): string {
  return toHtml(typographicBody(parseBody(document)), { resolve: contentUrl, from: document.place.file })
}

/** The part of a body before its first heading, as safe HTML. */
export function introHtml(document: Document): string {
  const body = typographicBody(parseBody(document))
  const end = body.children.findIndex((child) => child.type === 'heading')
  const children = end < 0 ? body.children : body.children.slice(0, end)
  return toHtml({ type: 'root', children }, { resolve: contentUrl, from: document.place.file })
}

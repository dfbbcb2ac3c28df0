import type { Document } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import { toHtml, type HtmlOptions } from '../../outputs/html.ts'
import { typographicBody } from '../../outputs/typography.ts'
import { parseBody } from '../../readers/markdown.ts'
import { siteContent } from '../content.ts'
import { contentUrl } from '../urls.ts'

/** The body of a document as safe HTML, its links leading to pages of the site. */
export function bodyHtml(document: Document): string {
  return toHtml(typographicBody(parseBody(document)), optionsOf(document))
}

/** The part of a body before its first heading, as safe HTML. */
export function introHtml(document: Document): string {
  const body = typographicBody(parseBody(document))
  const end = body.children.findIndex((child) => child.type === 'heading')
  const children = end < 0 ? body.children : body.children.slice(0, end)
  return toHtml({ type: 'root', children }, optionsOf(document))
}

function optionsOf({ place }: Document): HtmlOptions {
  return { resolve: contentUrl, aside: asideOf, from: place.file }
}

/** What is said after a link to a content file: of a withdrawn node, that it is one. */
function asideOf(path: string): string | undefined {
  const id = /([^/]+)\.md$/.exec(path)?.[1]
  const node = siteContent().kb.graph.nodes.get(id as NodeId)
  return node?.place.file === path && node.withdrawn !== undefined ? 'withdrawn' : undefined
}

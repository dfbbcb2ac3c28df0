import type { Nodes } from 'mdast'
import type { Document, Source } from '../core/document.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import { comparePlaces, type Place } from '../core/place.ts'
import { parseBody } from '../readers/markdown.ts'
import { allDocuments, placeOf } from './rule.ts'

/** An address of the web that the content names. */
export interface OutsideLink {
  /** As a browser would open it. */
  readonly url: string
  /** Its host in lower case, without `www.`; of a DOI `doi.org`. */
  readonly host: string
  readonly place: Place
}

/**
 * All addresses of `http` and `https` that pages lead to, in reading order: DOIs and addresses of
 * sources, and links in bodies. An address stands once for every place it is written at.
 */
export function outsideLinks(kb: KnowledgeBase): readonly OutsideLink[] {
  return [...allDocuments(kb)]
    .flatMap((document) => [
      ...(document.type === 'source' ? addressesOf(document) : []),
      ...linksInBody(document),
    ])
    .sort((a, b) => comparePlaces(a.place, b.place))
}

function addressesOf(source: Source): OutsideLink[] {
  const doi = source.doi === undefined ? undefined : `https://doi.org/${source.doi}`
  return [
    ...asOutside(doi, placeOf(source, 'DOI')),
    ...asOutside(source.url, placeOf(source, 'URL')),
  ]
}

// Entities can write any letter, so a body that has one may have an address without saying so.
const mayHaveAddress = /http|www\.|&/i

function linksInBody(document: Document): OutsideLink[] {
  if (!mayHaveAddress.test(document.body.markdown)) return []
  return [...linksIn(parseBody(document), document.place)]
}

function* linksIn(node: Nodes, around: Place): Generator<OutsideLink> {
  const { position } = node
  const place =
    position === undefined
      ? around
      : { file: around.file, start: pointOf(position.start), end: pointOf(position.end) }
  if (node.type === 'link' || node.type === 'definition') yield* asOutside(node.url, place)
  if ('children' in node) for (const child of node.children) yield* linksIn(child, place)
}

function pointOf({ line, column }: Place['start']): Place['start'] {
  return { line, column }
}

function asOutside(address: string | undefined, place: Place): OutsideLink[] {
  const url = address === undefined ? null : URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol) || url.host === '') return []
  return [{ url: url.href, host: url.host.replace(/^www\./, ''), place }]
}

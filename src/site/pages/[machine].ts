import type { APIRoute } from 'astro'
import { feedForms } from '../../outputs/feeds/feed.ts'
import { toHostHeaders } from '../../outputs/machine/host-files.ts'
import { feedTypes, feedUrl, siteFeeds } from '../model/feeds.ts'
import { url } from '../urls.ts'

interface Props {
  readonly text: () => string
}

const files: Readonly<Record<'.nojekyll' | '_headers', Props>> = {
  '.nojekyll': { text: () => '' },
  _headers: { text: () => toHostHeaders(url(''), feedFiles()) },
}

/** The files that a host reads, whose names Astro would pass over; nobody asks for them. */
export function getStaticPaths() {
  return Object.entries(files).map(([machine, props]) => ({ params: { machine }, props }))
}

/** One of them. */
export const GET: APIRoute<Props> = ({ props: { text } }) =>
  new Response(text(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

function feedFiles(): ReadonlyMap<string, string> {
  return new Map(
    siteFeeds().flatMap(({ name }) =>
      feedForms.map((form) => [feedUrl(name, form), feedTypes[form]] as const),
    ),
  )
}

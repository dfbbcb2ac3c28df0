import type { APIContext } from 'astro'
import { siteAddress } from '../../../core/site-address.ts'
import type { MapId } from '../../../core/id.ts'
import { toAif } from '../../../outputs/interchange/aif.ts'
import { toArgdown } from '../../../outputs/interchange/argdown.ts'
import { toGraphCsv } from '../../../outputs/interchange/csv.ts'
import { toDot } from '../../../outputs/interchange/dot.ts'
import { toGraphml } from '../../../outputs/interchange/graphml.ts'
import { toDiscourseGraph } from '../../../outputs/interchange/json-ld.ts'
import { chooseShare, type Exported, type Share } from '../../../outputs/interchange/share.ts'
import { siteContent } from '../../content.ts'

interface Form {
  readonly type: string
  readonly write: (share: Share, published: string) => Exported
}

/** A map for other tools, by the end of the file's name. */
const forms: ReadonlyMap<string, Form> = new Map([
  ['argdown', { type: 'text/plain', write: toArgdown }],
  ['aif.json', { type: 'application/json', write: toAif }],
  ['graphml', { type: 'application/xml', write: toGraphml }],
  ['dot', { type: 'text/vnd.graphviz', write: toDot }],
  ['nodes.csv', { type: 'text/csv', write: (share: Share) => toGraphCsv(share, 'nodes') }],
  ['edges.csv', { type: 'text/csv', write: (share: Share) => toGraphCsv(share, 'edges') }],
  ['jsonld', { type: 'application/ld+json', write: toDiscourseGraph }],
])

/** One file for each map and form. */
export function getStaticPaths() {
  return [...siteContent().kb.maps.keys()].flatMap((map) =>
    [...forms.keys()].map((form) => ({ params: { map, form } })),
  )
}

/** A whole map in the form that the file's name says. */
export function GET({ params, site }: APIContext): Response {
  const { written: kb } = siteContent()
  const map = kb.maps.get(params['map'] as MapId)
  const form = forms.get(params['form'] ?? '')
  if (map === undefined || form === undefined) return new Response(null, { status: 404 })
  const published = siteAddress({ site: site?.href, base: import.meta.env.BASE_URL })
  return new Response(form.write(chooseShare(kb, map), published).text, {
    headers: { 'Content-Type': `${form.type}; charset=utf-8` },
  })
}

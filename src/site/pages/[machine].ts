import type { APIRoute } from 'astro'
import { feedForms } from '../../outputs/feeds/feed.ts'
import { toHostHeaders, toRobots } from '../../outputs/machine/host-files.ts'
import { toLlmsText } from '../../outputs/machine/llms-text.ts'
import { toSitemap } from '../../outputs/machine/sitemap.ts'
import { feedTypes, feedUrl, siteFeeds } from '../model/feeds.ts'
import { machineContent } from '../model/machine.ts'
import { dataFiles, optionalFiles } from '../model/machine-files.ts'
import { readingOrder } from '../model/order.ts'
import { sitemapPages } from '../model/sitemap-pages.ts'
import { absolute, isPublished, url } from '../urls.ts'

type File = '.nojekyll' | '_headers' | 'llms.txt' | 'robots.txt' | 'sitemap.xml'

interface Props {
  readonly type: string
  readonly text: () => string | Promise<string>
}

const plain = 'text/plain; charset=utf-8'
const files: Readonly<Record<File, Props>> = {
  '.nojekyll': { type: plain, text: () => '' },
  _headers: { type: plain, text: () => toHostHeaders(url(''), feedFiles()) },
  'llms.txt': { type: 'text/markdown; charset=utf-8', text: llmsText },
  'robots.txt': {
    type: plain,
    text: () => toRobots(isPublished ? absolute(url('/sitemap.xml')) : undefined),
  },
  'sitemap.xml': {
    type: 'application/xml; charset=utf-8',
    text: async () => toSitemap(await sitemapPages()),
  },
}

/** The files at the root that programs look for; a sitemap only where the host is known. */
export function getStaticPaths() {
  return Object.entries(files)
    .filter(([machine]) => isPublished || machine !== 'sitemap.xml')
    .map(([machine, props]) => ({ params: { machine }, props }))
}

/** One of them. */
export const GET: APIRoute<Props> = async ({ props: { type, text } }) =>
  new Response(await text(), { headers: { 'Content-Type': type } })

function llmsText(): string {
  const content = machineContent()
  return toLlmsText(content, readingOrder(content.kb), dataFiles(), optionalFiles())
}

function feedFiles(): ReadonlyMap<string, string> {
  return new Map(
    siteFeeds().flatMap(({ name }) =>
      feedForms.map((form) => [feedUrl(name, form), feedTypes[form]] as const),
    ),
  )
}

import type { NodeId } from '../../core/id.ts'
import { problemCodes } from '../../core/problem-catalogue.ts'
import type { SitemapPage } from '../../outputs/machine/sitemap.ts'
import { siteContent } from '../content.ts'
import {
  absolute,
  experimentUrl,
  historyUrl,
  mapUrl,
  nodeUrl,
  problemUrl,
  sourceUrl,
  url,
  whyUrl,
} from '../urls.ts'
import { nodesCiting } from './citing.ts'
import { experimentsOf } from './experiments.ts'
import { newestOf } from './modified.ts'
import { routesOf, routeUrl } from './routes.ts'
import { mergedInto } from './withdrawn.ts'

/**
 * Every page that is meant for readers, with the newest commit that changed a node on it. Left out
 * are frames, the pages of a node's links, those that lead on to the node they were merged into, why
 * withdrawn nodes mattered, and the stops of readings, which say again what the page of their
 * statement says.
 */
export async function sitemapPages(): Promise<readonly SitemapPage[]> {
  const content = siteContent()
  const { graph, maps, sources } = content.kb
  const nodes = [...graph.nodes.values()]
  const live = nodes.filter(({ withdrawn }) => withdrawn === undefined)
  const all = nodes.map(({ id }) => id)
  const ofKind = (kind: string) => nodes.filter((node) => node.kind === kind).map(({ id }) => id)
  const page = (path: string, shows: readonly NodeId[] = []): SitemapPage => ({
    address: absolute(path),
    modified: newestOf(shows)?.on,
  })
  return [
    page(url('/'), all),
    ...['/essay/', '/health/', '/map/', '/search/', '/sources/'].map((path) => page(url(path), all)),
    page(url('/questions/'), ofKind('question')),
    ...['/about/', '/experiments/', '/machines/', '/new/', '/problems/', '/stance/'].map((path) =>
      page(url(path)),
    ),
    ...[...maps.keys()].map((map) =>
      page(
        mapUrl(map),
        nodes.filter((node) => node.map === map).map(({ id }) => id),
      ),
    ),
    ...all.filter((id) => mergedInto(id) === undefined).map((id) => page(nodeUrl(id), [id])),
    ...all.map((id) => page(historyUrl(id), [id])),
    ...live.map(({ id }) => page(whyUrl(id), [id])),
    page(url('/read/'), all),
    ...routesOf(content).map((route) =>
      page(
        routeUrl(route),
        route.stops.map(({ node }) => node.id),
      ),
    ),
    ...[...sources.keys()].map((id) =>
      page(
        sourceUrl(id),
        nodesCiting(content, id).map((node) => node.id),
      ),
    ),
    ...(await experimentsOf(content)).map(({ id }) => page(experimentUrl(id))),
    ...problemCodes.map((code) => page(problemUrl(code))),
  ]
}

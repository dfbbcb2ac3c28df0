import { caseAgainst, type Against } from '../../analysis/routes/case-against.ts'
import { caseFor } from '../../analysis/routes/case-for.ts'
import { essayRoute } from '../../analysis/routes/essay-route.ts'
import type { Join, Route } from '../../analysis/routes/route.ts'
import { wayTo } from '../../analysis/routes/way-to.ts'
import type { ArgumentMap, ArgumentNode } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import { siteContent, type SiteContent } from '../content.ts'
import { url } from '../urls.ts'
import { cruxesOf, type ShownCrux } from './strengths.ts'
import { strengthIn } from './ways.ts'

/** A route through a map as its pages show it. */
export interface ShownRoute {
  /** The map's id and the kind of route: the same however many maps there are. */
  readonly id: string
  readonly map: ArgumentMap
  readonly kind: 'essay' | 'case-for' | 'case-against' | 'crux'
  readonly title: string
  /** A sentence on what it goes through and in which order. */
  readonly about: string
  readonly sections: readonly ShownSection[]
  /** The stops of all sections. */
  readonly stops: readonly ShownStop[]
  readonly minutes: number
  /** Of the way to a crux: the crux. */
  readonly crux?: ShownCrux
}

export interface ShownSection {
  readonly heading: string
  readonly stops: readonly ShownStop[]
}

export interface ShownStop {
  readonly node: ArgumentNode
  /** Its place on the route, from 1. */
  readonly number: number
  readonly section: string
  readonly join?: Join
}

type Draft = Pick<ShownRoute, 'kind' | 'title' | 'about' | 'crux'> & { readonly route: Route }

const wordsAMinute = 230

let held: { readonly content: SiteContent; readonly routes: readonly ShownRoute[] } | undefined

/** The routes of all maps; what a map has nothing for, such as an outline or a crux, it has no route for. */
export function routesOf(content: SiteContent): readonly ShownRoute[] {
  if (held?.content === content) return held.routes
  const maps = [...content.kb.maps.values()]
  const several = maps.length > 1
  const routes = maps.flatMap((map) =>
    draftsOf(content, map)
      .filter(({ route }) => route.some(({ stops }) => stops.length > 0))
      .map((draft) => shown(content, map, draft, several)),
  )
  held = { content, routes }
  return routes
}

/** The address of a route. */
export function routeUrl({ id }: Pick<ShownRoute, 'id'>): string {
  return url(`/read/${id}/`)
}

/** The address of a stop: by its statement, so that it stays when others come before it. */
export function stopUrl(route: Pick<ShownRoute, 'id'>, { node }: ShownStop): string {
  return `${routeUrl(route)}${node.id}/`
}

/** The name under which a browser keeps where its reader is on a route. */
export function placeKey(id: string): string {
  return `assay-read:${url('/')}${id}`
}

/** A route and one of its stops. */
export interface PlaceOnRoute {
  readonly route: ShownRoute
  readonly stop: ShownStop
}

/** Every stop of every route. */
export function allStops(): readonly PlaceOnRoute[] {
  return routesOf(siteContent()).flatMap((route) => route.stops.map((stop) => ({ route, stop })))
}

function draftsOf(content: SiteContent, map: ArgumentMap): readonly Draft[] {
  const { graph } = content.kb
  const thesis = graph.nodes.get(map.thesis as NodeId)
  return [
    ...essayDraft(content, map),
    ...(thesis === undefined || thesis.withdrawn ? [] : draftsAbout(content, map, thesis.id)),
  ]
}

function essayDraft({ kb }: SiteContent, map: ArgumentMap): readonly Draft[] {
  const outline = kb.outlines.get(map.id)
  if (outline === undefined) return []
  return [
    {
      kind: 'essay',
      title: 'In the essay’s order',
      about:
        'Every statement that carries the essay, in the order in which the essay comes to it, each once.',
      route: essayRoute(kb.graph, outline),
    },
  ]
}

function draftsAbout(content: SiteContent, map: ArgumentMap, thesis: NodeId): readonly Draft[] {
  const { graph } = content.kb
  const strengthOf = strengthIn(content)
  const crux = cruxesOf(content, thesis, 1)[0]
  const judged = { labels: content.labels, strengthOf }
  const against = caseAgainst(graph, thesis, map.rival as NodeId | undefined, judged)
  const hasRival = against.some(({ name }) => name === 'rival')
  const titleOf = (id: NodeId) => graph.nodes.get(id)?.title ?? id
  const support = caseFor(graph, thesis, strengthOf)
  return [
    ...(support.length < 2
      ? []
      : [
          {
            kind: 'case-for' as const,
            title: 'The case for the thesis',
            about: 'The thesis and all that supports it: the strongest reason first, each followed at once by what it rests on.',
            route: named(support, (id) => (id === thesis ? 'The thesis' : titleOf(id))),
          },
        ]),
    ...(against.length < 2
      ? []
      : [
          {
            kind: 'case-against' as const,
            title: 'The case against it',
            about: `The objections that stand, the strongest first, each with the answers it has${hasRival ? '; then the rival and what supports it' : ''}.`,
            route: named(against, (name) => againstWords[name]),
          },
        ]),
    ...(crux === undefined
      ? []
      : [
          {
            kind: 'crux' as const,
            title: 'Straight to the crux',
            about: `The shortest way from the thesis down to the statement on which its strength turns most: “${crux.other.title}”.`,
            route: [{ name: 'From the thesis to the crux', stops: wayTo(graph, thesis, crux.other.id) }],
            crux,
          },
        ]),
  ]
}

const againstWords: Readonly<Record<Against, string>> = {
  thesis: 'The thesis',
  statement: 'Against the thesis itself',
  reasons: 'Against what it rests on',
  steps: 'Against the steps between',
  rival: 'The rival',
}

function named<Name extends string>(route: Route<Name>, word: (name: Name) => string): Route {
  return route.map(({ name, stops }) => ({ name: word(name), stops }))
}

function shown(
  { kb }: SiteContent,
  map: ArgumentMap,
  { route, title, ...draft }: Draft,
  several: boolean,
): ShownRoute {
  let number = 0
  const sections = route.map(({ name, stops }) => ({
    heading: name,
    stops: stops.map(({ node, ...join }): ShownStop => {
      number += 1
      return { node: kb.graph.nodes.get(node) as ArgumentNode, number, section: name, ...join }
    }),
  }))
  const stops = sections.flatMap((section) => section.stops)
  return {
    ...draft,
    id: `${map.id}-${draft.kind}`,
    map,
    title: several ? `${title}: ${map.title}` : title,
    sections,
    stops,
    minutes: minutesOf(stops),
  }
}

function minutesOf(stops: readonly ShownStop[]): number {
  const words = stops.map(({ node }) => node.words + node.statement.split(' ').length)
  return Math.max(1, Math.round(words.reduce((sum, count) => sum + count, 0) / wordsAMinute))
}

import type { Moment, NodeEvent, NodeHistory } from '../../analysis/history/history.ts'
import { attacksOn } from '../../analysis/labels/explain-label.ts'
import { successorsOf } from '../../analysis/successors.ts'
import type { ArgumentNode, NodeKind } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import { byText } from '../../graph/by-text.ts'
import { labelPhrases, nodeOfKind } from '../analysis-words.ts'
import type { FeedItem, FeedParagraph } from './feed.ts'

/** What items are made from; addresses are absolute. */
export interface EventSource {
  readonly graph: ArgumentGraph
  readonly histories: ReadonlyMap<NodeId, NodeHistory>
  /** The host of the site, which names items: `example.org`. */
  readonly host: string
  readonly page: (id: string) => string
  readonly pinned: (id: string, hash: string) => string
}

interface Named {
  readonly title: string
  readonly statement: string
  readonly kind: NodeKind
}

type Place = EventSource & { readonly node: ArgumentNode; readonly then: Named }

/**
 * Everything that happened to the nodes, the newest first; of one moment in order of id. Each is
 * told with the title and the statement the node had at the time.
 */
export function eventItems(source: EventSource): readonly FeedItem[] {
  return [...source.histories.values()]
    .flatMap((history) => {
      const node = source.graph.nodes.get(history.id)
      return node === undefined ? [] : itemsOf(history, node, source)
    })
    .sort((a, b) => byText(b.at.on, a.at.on) || byText(a.node, b.node) || byText(a.id, b.id))
}

function itemsOf(
  { events }: NodeHistory,
  node: ArgumentNode,
  source: EventSource,
): readonly FeedItem[] {
  let then = events.reduce(after, node as Named)
  return events.toReversed().map((event) => {
    const place = { ...source, node, then }
    then = before(event, then)
    return itemOf(event, place)
  })
}

/** What the node was called after an event; so files that are not committed yet change nothing. */
function after(known: Named, event: NodeEvent): Named {
  const { title, statement, kind } = { ...known, ...event }
  return { title, statement, kind }
}

/** What the node was called before an event. */
function before(event: NodeEvent, then: Named): Named {
  if (event.type === 'retitled') return { ...then, title: event.was }
  if (event.type === 'reworded') return { ...then, statement: event.was.statement }
  return event.type === 'kind-changed' ? { ...then, kind: event.was } : then
}

function itemOf(event: NodeEvent, place: Place): FeedItem {
  const { node, then, host } = place
  const { at, type } = event
  return {
    id: `tag:${host},${at.on.slice(0, 10)}:c/${node.id}/${type}/${at.commit}`,
    url: 'hash' in event ? place.pinned(node.id, event.hash) : place.page(node.id),
    title: `${leadOf(event, place)}: ${then.title}`,
    paragraphs: [...words(event, place)],
    at,
    type,
    node: node.id,
    map: node.map,
    kind: then.kind,
  }
}

function leadOf(event: NodeEvent, { graph }: Place): string {
  if (event.type === 'label-changed') return `Now “${labelPhrases[event.label]}”`
  if (event.type !== 'withdrawn' || event.into === undefined) return leads[event.type]
  return `Merged into “${graph.nodes.get(event.into)?.title ?? event.into}”`
}

const leads: Readonly<Record<Exclude<NodeEvent['type'], 'label-changed'>, string>> = {
  added: 'Added',
  reworded: 'Reworded',
  retitled: 'Retitled',
  'kind-changed': 'Of another kind',
  withdrawn: 'Withdrawn',
  restored: 'Restored',
}

function* words(event: NodeEvent, place: Place): Generator<FeedParagraph> {
  const { then } = place
  yield { text: then.statement }
  switch (event.type) {
    case 'added':
      return yield { text: `New in the map: ${nodeOfKind[then.kind]}.` }
    case 'reworded':
      return yield { text: `Before: ${event.was.statement}` }
    case 'retitled':
      return yield { text: `It was called: ${event.was}` }
    case 'kind-changed':
      return yield { text: `It was ${nodeOfKind[event.was]} and is now ${nodeOfKind[event.kind]}.` }
    case 'label-changed': {
      yield { text: `Label: ${labelPhrases[event.was]}; now: ${labelPhrases[event.label]}.` }
      return yield* objections(event.at, place)
    }
    case 'withdrawn': {
      const what = event.into === undefined ? 'withdrawn' : 'merged'
      yield { text: `Why it was ${what}: ${event.reason}` }
      return yield* successors(place)
    }
    case 'restored':
      return yield { text: 'It is no longer withdrawn, and counts again.' }
  }
}

/** The objections to a node, and the answers to them, that came or changed in the same commit. */
function* objections({ commit }: Moment, place: Place): Generator<FeedParagraph> {
  const { graph, histories, node } = place
  const attacks = attacksOn(graph, node.id)
  const answers = attacks.flatMap(({ id, from }) => [
    ...attacksOn(graph, id),
    ...attacksOn(graph, from),
  ])
  const moved = (edges: readonly Edge[]) =>
    [...new Set(edges.map(({ from }) => from))]
      .filter((id) =>
        histories.get(id)?.events.some(({ type, at }) => at.commit === commit && bearing.has(type)),
      )
      .flatMap((id) => linkTo(id, place))
  const rows = [
    { text: 'Objections to it that came or changed in the same commit:', links: moved(attacks) },
    { text: 'Answers to its objections that came or changed with it:', links: moved(answers) },
  ]
  yield* rows.filter(({ links }) => links.length > 0)
}

/** Events of an objection by which it can change the label of what it objects to. */
const bearing: ReadonlySet<NodeEvent['type']> = new Set([
  'added',
  'label-changed',
  'withdrawn',
  'restored',
])

function* successors(place: Place): Generator<FeedParagraph> {
  const { merged, see } = successorsOf(place.graph.nodes, place.node.id)
  if (merged !== undefined) yield { text: 'It was merged into:', links: linkTo(merged, place) }
  const links = see.flatMap((id) => linkTo(id, place))
  if (links.length > 0) yield { text: 'See instead:', links }
}

function linkTo(id: NodeId, { graph, page }: Place) {
  const node = graph.nodes.get(id)
  return node === undefined ? [] : [{ text: node.title, url: page(id) }]
}

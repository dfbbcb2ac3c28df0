import type { ArgumentNode } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { SiteContent } from '../content.ts'
import { stepEnds } from './relations.ts'
import type { ShownRoute, ShownStop } from './routes.ts'
import { actWords } from './ways-words.ts'

/** Words, or the name of a statement, with its stop where it is one of those before. */
export type Piece = string | { readonly node: ArgumentNode; readonly stop?: number }

/** How a stop hangs on another statement, as a sentence in pieces; none for the first. */
export function joinSentence(
  content: SiteContent,
  route: ShownRoute,
  stop: ShownStop,
): readonly Piece[] {
  const { join, node } = stop
  if (join === undefined) {
    return stop.number === 1 ? [] : ['Here the reading turns to another matter.']
  }
  const name = (id: NodeId): Piece => nameOf(content, route, stop, id)
  const { edge, other, isUp } = join
  if (edge.kind === 'undercuts') {
    const { from, to } = stepEnds(content, edge.to)
    const by = isUp ? 'This' : name(other)
    return capital([by, ` ${actWords.undercuts} `, name(from.id), ' to ', name(to.id), '.'])
  }
  const start = isUp ? 'This' : name(other)
  const end = isUp ? name(other) : node.kind === 'question' ? 'this question' : 'this'
  return capital([start, ` ${actWords[edge.kind]} `, end, '.'])
}

function nameOf(content: SiteContent, route: ShownRoute, stop: ShownStop, id: NodeId): Piece {
  if (id === stop.node.id) return 'this'
  const at = route.stops.findIndex(({ node }) => node.id === id) + 1
  if (at !== 0 && at === stop.number - 1) return 'the statement before'
  const node = content.kb.graph.nodes.get(id) as ArgumentNode
  return at > 0 && at < stop.number ? { node, stop: at } : { node }
}

function capital([first, ...rest]: readonly Piece[]): readonly Piece[] {
  return [typeof first === 'string' ? first.charAt(0).toUpperCase() + first.slice(1) : (first as Piece), ...rest]
}

import type { Comparison, DrawnEdge, DrawnNode } from '../analysis/compare/comparison.ts'
import type { EdgeId, NodeId } from '../core/id.ts'
import { toMermaid, type DrawableEdge, type DrawableNode } from './mermaid.ts'

/** The nodes that changed and what is around them as Mermaid; undefined where nothing is drawn. */
export function drawComparison({ drawing, titles }: Comparison): string | undefined {
  if (drawing.nodes.length === 0) return undefined
  const nodes = drawing.nodes.map((node) => drawable(node, titles[node.id] ?? node.id))
  const outgoing = Map.groupBy(drawing.edges.map(drawableEdge), ({ from }) => from)
  return toMermaid(
    { nodes: new Map(nodes.map((node) => [node.id, node])), outgoing },
    {
      nodes: new Set(nodes.map(({ id }) => id)),
      title: 'What changed and what is around it',
      description: 'Nodes that are new, changed, withdrawn or removed are marked by that word.',
    },
  )
}

function drawable({ id, kind, caveat, mark }: DrawnNode, title: string): DrawableNode {
  const word = mark === undefined ? '' : `${mark.toUpperCase()}: `
  return { id: id as NodeId, kind, caveat, title: `${word}${title}` }
}

function drawableEdge({ id, kind, linked }: DrawnEdge): DrawableEdge {
  const at = id.indexOf('>')
  const [from, to] = [id.slice(0, at) as NodeId, id.slice(at + 1)]
  const edge = { id: id as EdgeId, from }
  if (kind === 'undercuts') return { ...edge, kind, to: to as EdgeId }
  if (kind !== 'supports') return { ...edge, kind, to: to as NodeId }
  return { ...edge, kind, to: to as NodeId, ...(linked === undefined ? {} : { linked }) }
}

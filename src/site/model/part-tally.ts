import type { Label } from '../../analysis/labels/labelling.ts'
import type { ArgumentNode } from '../../core/document.ts'
import type { EdgeId, NodeId } from '../../core/id.ts'
import type { SiteContent } from '../content.ts'
import { grouped } from './grouped.ts'

const inPart = grouped<SiteContent, ArgumentNode>(({ kb }) =>
  [...kb.graph.nodes.values()]
    .filter((node) => !node.withdrawn)
    .map((node) => ({ keys: [`${node.map}/${kb.parts.get(node.id) ?? ''}`], value: node })),
)

/** The live nodes of a part of a map, in order of id. */
export function partNodes(content: SiteContent, map: string, part: string): readonly ArgumentNode[] {
  return inPart(content, `${map}/${part}`)
}

/**
 * Against how much of a part objections stand, in words: "Objections stand against 1 of 14
 * statements and 3 of 12 steps." A step counts to the part it starts from.
 */
export function partTally(content: SiteContent, map: string, part: string): string {
  const nodes = partNodes(content, map, part)
  const statements = nodes.filter((node) => node.kind !== 'question')
  const steps = nodes.flatMap(({ id }) =>
    (content.kb.graph.outgoing.get(id) ?? []).filter(({ kind }) => kind === 'supports'),
  )
  const count = (items: readonly { readonly id: NodeId | EdgeId }[], label: Label) =>
    items.filter(({ id }) => content.labels.get(id) === label).length
  const contested = count([...statements, ...steps], 'undecided')
  const against = [
    `${count(statements, 'out') || 'none'} of ${statements.length} statements`,
    ...(steps.length > 0
      ? [`${count(steps, 'out') || 'none'} of ${steps.length} steps`]
      : []),
  ]
  const more = contested > 0 ? `; ${contested} are contested` : ''
  return `Objections stand against ${against.join(' and ')}${more}.`
}

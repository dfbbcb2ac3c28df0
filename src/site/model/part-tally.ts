import type { ArgumentNode } from '../../core/document.ts'
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

/** How many statements of a part have no open objection, in words. */
export function partTally(content: SiteContent, map: string, part: string): string {
  const judged = partNodes(content, map, part).filter((node) => node.kind !== 'question')
  const standing = judged.filter((node) => content.labels.get(node.id) === 'in')
  return `${standing.length} of ${judged.length} statements have no open objection`
}

import type { ArgumentNode } from '../../core/document.ts'
import type { SiteContent } from '../content.ts'
import { grouped } from './grouped.ts'

const citing = grouped<SiteContent, ArgumentNode>((content) =>
  [...content.kb.graph.nodes.values()].map((node) => ({
    keys: node.sources.map(({ id }) => id),
    value: node,
  })),
)

/** The nodes that cite a source, in order of id. */
export function nodesCiting(content: SiteContent, source: string): readonly ArgumentNode[] {
  return citing(content, source)
}

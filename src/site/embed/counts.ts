import type { ArgumentNode } from '../../core/document.ts'
import type { RelationKind } from '../../core/relation.ts'
import type { SiteContent } from '../content.ts'

/**
 * How many nodes object to a node and how many support it, to be read after its label; of a
 * question, which has no label, how many answer it.
 */
export function countsOf({ kb }: SiteContent, node: Pick<ArgumentNode, 'id' | 'kind'>): string {
  const incoming = kb.graph.incoming.get(node.id) ?? []
  const count = (kind: RelationKind) => incoming.filter((edge) => edge.kind === kind).length
  if (node.kind === 'question') return counted(count('answers'), 'answer')
  return ` · ${counted(count('rebuts'), 'objection')} · ${counted(count('supports'), 'support')}`
}

function counted(count: number, word: string): string {
  return `${count === 0 ? 'no' : String(count)}\u00a0${word}${count === 1 ? '' : 's'}`
}

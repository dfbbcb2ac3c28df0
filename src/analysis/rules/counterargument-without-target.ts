import { problem } from '../../core/problem.ts'
import { activeNodes, placeOf, type Rule } from '../rule.ts'

const doubting: ReadonlySet<string> = new Set(['rebuts', 'undercuts', 'refines'])

/** A counterargument that neither rebuts nor undercuts nor refines anything. */
export const counterargumentWithoutTarget: Rule = function* (kb) {
  for (const node of activeNodes(kb, 'counterargument')) {
    if (node.relations.some(({ kind }) => doubting.has(kind))) continue
    yield problem('counterargument-without-target', placeOf(node, 'statement'), { id: node.id })
  }
}

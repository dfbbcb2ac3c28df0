import type { EdgeId, NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'
import { attacksOn, standingOf, type Labels } from '../labels/explain-label.ts'
import type { Label } from '../labels/labelling.ts'
import { carried, type StrengthOf } from './route.ts'

/** What attacks are judged by; the labels are those of the graph that they are looked for in. */
export interface Judged {
  readonly labels: Labels
  readonly strengthOf: StrengthOf
}

/** The attacks on nodes or steps that are of one standing, what carries most first. */
export function attacksStanding(
  graph: ArgumentGraph,
  targets: readonly (NodeId | EdgeId)[],
  standing: Label,
  { labels, strengthOf }: Judged,
): readonly Edge[] {
  return targets
    .flatMap((target) => attacksOn(graph, target))
    .filter((edge) => standingOf(labels, edge) === standing)
    .sort((a, b) => carried(b, strengthOf) - carried(a, strengthOf))
}

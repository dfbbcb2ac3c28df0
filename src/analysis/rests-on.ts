import type { ArgumentNode, ExperimentRef } from '../core/document.ts'
import { measuresOf, type Measure, type PublishedResult } from '../core/experiment-result.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'

/** A node that rests on an experiment whose result can be read. */
export interface Rests {
  readonly node: ArgumentNode
  readonly ref: ExperimentRef
  readonly result: PublishedResult
  /** Measures of the preset that the node names; undefined where it was not published. */
  readonly measures: Readonly<Record<string, Measure>> | undefined
}

/** Every node that names an experiment with a result; others are told by other rules. */
export function* experimentsOf(kb: KnowledgeBase): Generator<Rests> {
  for (const node of kb.graph.nodes.values()) {
    const ref = node.experiment
    const result = ref && kb.results.get(`content/results/${ref.id}.json`)
    if (ref === undefined || result === undefined) continue
    yield { node, ref, result, measures: measuresOf(result, ref.preset) }
  }
}

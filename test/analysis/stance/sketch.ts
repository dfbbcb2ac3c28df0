import fc from 'fast-check'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { toViewData } from '../../../src/analysis/stance/to-view-data.ts'
import {
  fromViewData,
  indexViewData,
  type ViewData,
  type ViewIndex,
} from '../../../src/analysis/stance/view-data.ts'
import {
  emptyView,
  withCredence,
  withMuted,
  withOff,
  withTopic,
  type View,
} from '../../../src/analysis/stance/view.ts'
import { joinSketch, type NodeSketch } from '../../graph/builder.ts'

/** A small map as a page gets it. */
export interface Sketched {
  readonly data: ViewData
  readonly graph: CompactGraph
  readonly index: ViewIndex
}

/** Joins sketches, and sends the map through JSON as to a page. */
export function sketchMap(sketches: Readonly<Record<string, NodeSketch>>): Sketched {
  const { graph, maps } = joinSketch(sketches)
  const data = JSON.parse(JSON.stringify(toViewData(graph, maps))) as ViewData
  return { data, graph: fromViewData(data), index: indexViewData(data) }
}

/** Any view of a map. */
export function anyView(nodes: readonly string[], edges: readonly string[]): fc.Arbitrary<View> {
  const few = { maxLength: 3 }
  const credence = fc.tuple(fc.constantFrom(...nodes), fc.integer({ min: 0, max: 100 }))
  return fc
    .record({
      topic: fc.option(fc.constantFrom(...nodes), { nil: undefined }),
      credences: fc.array(credence),
      off: fc.array(fc.constantFrom(...nodes), few),
      muted: edges.length > 0 ? fc.array(fc.constantFrom(...edges), few) : fc.constant([]),
    })
    .map(({ topic, credences, off, muted }) => {
      let view = withTopic(emptyView, topic)
      for (const [id, percent] of credences) view = withCredence(view, id, percent / 100)
      for (const id of off) view = withOff(view, id, true)
      for (const edge of muted) view = withMuted(view, edge, true)
      return view
    })
}

import type { ArgumentMap, ArgumentNode, Document, Outline, Source } from '../core/document.ts'
import type { PublishedResult } from '../core/experiment-result.ts'
import type { MapId, NodeId, SourceId } from '../core/id.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import { compareProblems, type Problem } from '../core/problem.ts'
import type { Review } from '../core/review.ts'
import { buildGraph } from './build-graph.ts'
import { byText } from './by-text.ts'
import { findDuplicateIds } from './duplicates.ts'
import { knownIds } from './known-ids.ts'
import { findParts } from './parts.ts'

/** What reading all files gives. */
export interface ReadContent {
  /** Every file, whether or not it can be read. */
  readonly paths: Iterable<string>
  readonly documents: readonly Document[]
  readonly results: ReadonlyMap<string, PublishedResult>
  readonly reviews?: readonly Review[]
  readonly problems: readonly Problem[]
}

/**
 * Joins documents into one knowledge base. The order of documents and paths does not matter: of
 * two nodes with one id the one whose path comes first is kept, and the other is reported.
 */
export function join(read: ReadContent): KnowledgeBase {
  const paths = [...read.paths].sort(byText)
  const nodes = new Map<NodeId, ArgumentNode>()
  const maps = new Map<MapId, ArgumentMap>()
  const outlines = new Map<MapId, Outline>()
  const sources = new Map<SourceId, Source>()
  const documents = [...read.documents].sort((a, b) => byText(a.place.file, b.place.file))
  for (const document of documents) {
    if (document.type === 'node') keepFirst(nodes, document.id, document)
    else if (document.type === 'map') keepFirst(maps, document.id, document)
    else if (document.type === 'outline') keepFirst(outlines, document.map, document)
    else keepFirst(sources, document.id, document)
  }
  const built = buildGraph(sorted(nodes), knownIds(paths).nodes)
  return {
    graph: built.graph,
    maps: sorted(maps),
    outlines: sorted(outlines),
    sources: sorted(sources),
    parts: findParts(built.graph),
    results: sorted(read.results),
    reviews: read.reviews ?? [],
    paths: new Set(paths),
    problems: [...read.problems, ...findDuplicateIds(paths), ...built.problems].sort(
      compareProblems,
    ),
  }
}

function keepFirst<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  if (!map.has(key)) map.set(key, value)
}

function sorted<Key extends string, Value>(map: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  return new Map([...map].sort(([a], [b]) => byText(a, b)))
}

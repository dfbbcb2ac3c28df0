import type { ArgumentNode, Document, NodeKind } from '../../src/core/document.ts'
import type { MapId, NodeId } from '../../src/core/id.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'
import type { Place } from '../../src/core/place.ts'
import type { Relation } from '../../src/core/relation.ts'
import { join } from '../../src/graph/join.ts'

/** What a test says of a node; steps are written `from>to`, linked supports `target&name`. */
export interface NodeSketch {
  readonly kind?: NodeKind
  readonly map?: string
  readonly part?: string
  readonly statement?: string
  readonly supports?: readonly string[]
  readonly rebuts?: readonly string[]
  readonly undercuts?: readonly string[]
  readonly refines?: readonly string[]
  readonly answers?: readonly string[]
  readonly withdrawn?: boolean
}

/** A node without a file; its relations stand on lines 2, 3, … in the order of their kinds. */
export function node(id: string, sketch: NodeSketch = {}): ArgumentNode {
  const map = sketch.map ?? 'map'
  const file = `content/${map}/${id}.md`
  let line = 1
  const at = (): Place => {
    line++
    return { file, start: { line, column: 1 }, end: { line, column: 9 } }
  }
  const relations: Relation[] = []
  for (const target of sketch.supports ?? []) {
    const [to = '', linked] = target.split('&')
    const link = linked === undefined ? {} : { linked }
    relations.push({ kind: 'supports', to, ...link, weight: 1, place: at() })
  }
  for (const kind of ['rebuts', 'refines', 'answers'] as const) {
    for (const to of sketch[kind] ?? []) relations.push({ kind, to, weight: 1, place: at() })
  }
  for (const step of sketch.undercuts ?? []) {
    const [from = '', to = ''] = step.split('>')
    relations.push({ kind: 'undercuts', to: { from, to }, weight: 1, place: at() })
  }
  return {
    type: 'node',
    kind: sketch.kind ?? 'claim',
    id: id as NodeId,
    map: map as MapId,
    title: id,
    statement: sketch.statement ?? `${id} holds.`,
    caveat: false,
    ...(sketch.part === undefined ? {} : { part: sketch.part }),
    relations,
    sources: [],
    ...(sketch.withdrawn === true
      ? { withdrawn: { on: '2026-01-31', reason: 'It was wrong.', see: [] } }
      : {}),
    place: { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    places: {},
    body: { markdown: '', line: 9 },
    mentions: [],
    figures: [],
    words: 0,
    givesNumbers: false,
  }
}

/** Joins nodes that are given as sketches by their ids. */
export function joinSketch(sketches: Readonly<Record<string, NodeSketch>>): KnowledgeBase {
  return joinDocuments(Object.entries(sketches).map(([id, sketch]) => node(id, sketch)))
}

/** Joins documents whose files have no problems of their own. */
export function joinDocuments(documents: readonly Document[]): KnowledgeBase {
  const paths = documents.map(({ place }) => place.file)
  return join({ paths, documents, results: new Map(), reviews: [], problems: [] })
}

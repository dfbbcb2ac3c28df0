import type { ArgumentMap, ArgumentNode, Source, Withdrawal } from '../../core/document.ts'
import type { MapId, NodeId, SourceId } from '../../core/id.ts'
import { fileStart, type Place } from '../../core/place.ts'
import type { Relation } from '../../core/relation.ts'
import {
  mapPath,
  nodePath,
  sourcePath,
  type ContentIndex,
  type IndexedMap,
  type IndexedNode,
  type IndexedRelation,
  type IndexedWithdrawal,
} from './content-index.ts'

/** A node as the rules need it when they judge another: without body, at the start of its file. */
export function lightNode(node: IndexedNode, relations: readonly IndexedRelation[]): ArgumentNode {
  const place = fileStart(nodePath(node))
  const gone = node.withdrawn && lightWithdrawal(node.withdrawn, place)
  return {
    ...written(node.title, nodePath(node)),
    type: 'node',
    id: node.id as NodeId,
    map: node.map as MapId,
    kind: node.kind,
    statement: node.statement,
    caveat: false,
    relations: relations.map(([kind, to, linked]) => {
      const said = linked === undefined ? {} : { linked }
      return { kind, to, weight: 1, place, ...said } as Relation
    }),
    sources: node.sources.map((id) => ({ id, place })),
    ...(gone === undefined ? {} : { withdrawn: gone }),
  }
}

function lightWithdrawal(withdrawn: IndexedWithdrawal, place: Place): Withdrawal {
  const { on, reason, see, mergedInto } = withdrawn
  const into = mergedInto === undefined ? {} : { mergedInto: { id: mergedInto, place } }
  return { on, reason, see: see.map((id) => ({ id, place })), ...into }
}

/** A map with its parts and nothing to read. */
export function lightMap(map: IndexedMap): ArgumentMap {
  const path = mapPath(map.id)
  const { id, title, thesis, rival, parts } = map
  return {
    ...written(title, path),
    type: 'map',
    id: id as MapId,
    question: '',
    thesis,
    ...(rival === undefined ? {} : { rival }),
    parts: parts.map((part) => {
      return { ...part, label: '', head: thesis, summary: '', place: fileStart(path) }
    }),
  }
}

/** A source with how far it was read. */
export function lightSource({ id, title, how }: ContentIndex['sources'][number]): Source {
  return {
    ...written(title, sourcePath(id)),
    type: 'source',
    id: id as SourceId,
    csl: { type: 'document', title, author: [], issued: { 'date-parts': [] } },
    checked: { how, where: '' },
  }
}

function written(title: string, path: string) {
  const body = { markdown: '', line: 1 }
  const place = fileStart(path)
  const said = { mentions: [], figures: [], words: 0, givesNumbers: false }
  return { title, place, places: {}, body, ...said }
}

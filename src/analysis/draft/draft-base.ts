import type { NodeId } from '../../core/id.ts'
import { nearest } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { join } from '../../graph/join.ts'
import { knownIds, type KnownIds } from '../../graph/known-ids.ts'
import { indexStatements, type StatementIndex } from '../near-duplicates.ts'
import {
  mapPath,
  nodePath,
  sourcePath,
  type ContentIndex,
  type IndexedNode,
  type IndexedRelation,
} from './content-index.ts'
import { lightMap, lightNode, lightSource } from './light-documents.ts'
import { waysToHeads, type Ways } from './ways-to-heads.ts'

/** A step as it is written, and the ids of its ends. */
export interface WrittenStep {
  readonly text: string
  readonly ends: readonly [from: string, to: string]
}

/** A content made ready to judge drafts by: everything is looked up, nothing is walked through. */
export interface DraftBase {
  readonly index: ContentIndex
  /** The whole content without bodies. */
  readonly kb: KnowledgeBase
  readonly nodes: ReadonlyMap<string, IndexedNode>
  readonly sources: ReadonlyMap<string, ContentIndex['sources'][number]>
  readonly known: KnownIds
  /** Nodes and sources by their id in lower case. */
  readonly paths: ReadonlyMap<string, readonly string[]>
  /** The last path that has a file name. */
  readonly byName: ReadonlyMap<string, string>
  /** Nodes by what they are written to bear on: an id, or `from>to`. */
  readonly bearing: ReadonlyMap<string, readonly IndexedNode[]>
  readonly steps: readonly WrittenStep[]
  readonly statements: StatementIndex
  /** How nodes lead to the heads of maps; what leads through `without` does not count. */
  waysWithout(without: string): Ways
  /** The nearest of known texts, remembered. */
  nearestIn(what: 'nodes' | 'sources' | 'paths', written: string): string | undefined
  /** The step nearest to a text like `from > to`; steps that start at `without` do not count. */
  nearestStep(text: string, without: string): WrittenStep | undefined
}

/** Makes a content ready; takes time linear in its nodes and relations. */
export function openDraftBase(index: ContentIndex): DraftBase {
  const nodes = new Map(index.nodes.map((node) => [node.id, node]))
  const paths = pathsOf(index)
  const kb = join({
    paths,
    documents: [
      ...index.nodes.map((node) => lightNode(node, node.relations)),
      ...index.maps.map(lightMap),
      ...index.sources.map(lightSource),
    ],
    results: new Map(),
    reviews: [],
    problems: [],
  })
  const known = knownIds(kb.paths)
  const steps = stepsOf(index, nodes)
  const texts = { nodes: known.nodes, sources: known.sources, paths: kb.paths }
  const nearestText = remember((key: string) => {
    const [what, ...written] = key.split(' ')
    return nearest(written.join(' '), texts[what as keyof typeof texts])
  })
  return {
    index,
    kb,
    nodes,
    sources: new Map(index.sources.map((source) => [source.id, source])),
    known,
    paths: grouped(paths, (path) => fileName(path).replace(/\.[a-z]+$/i, '').toLowerCase()),
    byName: new Map([...kb.paths].map((path) => [fileName(path), path])),
    bearing: bearingOf(index),
    steps,
    statements: indexStatements(index.nodes.filter(({ withdrawn }) => withdrawn === undefined)),
    waysWithout: remember((without: string) =>
      waysToHeads(kb, nodes.has(without) ? (without as NodeId) : undefined),
    ),
    nearestIn: (what, written) => nearestText(`${what} ${written}`),
    nearestStep: remember2((text: string, without: string) => nearestStep(steps, text, without)),
  }
}

/** The last segment of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** What a relation is written to bear on: the ids of its ends. */
export function endsOf([, to]: IndexedRelation): readonly string[] {
  return typeof to === 'string' ? [to] : [to.from, to.to]
}

function pathsOf({ nodes, maps, sources, others }: ContentIndex): readonly string[] {
  return [
    ...nodes.map(nodePath),
    ...maps.map(({ id }) => mapPath(id)),
    ...sources.map(({ id }) => sourcePath(id)),
    ...others,
  ]
}

function grouped<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const there = groups.get(key)
    if (there === undefined) groups.set(key, [item])
    else there.push(item)
  }
  return groups
}

function bearingOf({ nodes }: ContentIndex): DraftBase['bearing'] {
  const pairs = nodes.flatMap((node) =>
    node.relations.map(([, to]) => {
      return { node, to: typeof to === 'string' ? to : `${to.from}>${to.to}` }
    }),
  )
  const groups = grouped(pairs, ({ to }) => to)
  return new Map([...groups].map(([to, there]) => [to, there.map(({ node }) => node)]))
}

function stepsOf({ nodes }: ContentIndex, known: ReadonlyMap<string, unknown>): WrittenStep[] {
  return nodes.flatMap(({ id, relations }) =>
    relations.flatMap(([kind, to]): WrittenStep[] => {
      if ((kind !== 'supports' && kind !== 'rebuts') || typeof to !== 'string') return []
      return known.has(to) ? [{ text: `${id} > ${to}`, ends: [id, to] }] : []
    }),
  )
}

function nearestStep(
  steps: readonly WrittenStep[],
  text: string,
  without: string,
): WrittenStep | undefined {
  const others = steps.filter(({ ends }) => ends[0] !== without)
  const found = nearest(
    text,
    others.map((step) => step.text),
  )
  return others.find((step) => step.text === found)
}

const mostRemembered = 200

// Between two keystrokes nearly everything that is asked is asked again.
function remember<Result>(find: (key: string) => Result): (key: string) => Result {
  const found = new Map<string, Result>()
  return (key) => {
    if (found.has(key)) return found.get(key) as Result
    if (found.size >= mostRemembered) found.clear()
    const result = find(key)
    found.set(key, result)
    return result
  }
}

function remember2<Result>(
  find: (first: string, second: string) => Result,
): (first: string, second: string) => Result {
  const found = remember((key) => {
    const [first = '', second = ''] = key.split('\0')
    return find(first, second)
  })
  return (first, second) => found(`${first}\0${second}`)
}

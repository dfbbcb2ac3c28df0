import { openStatementSearch, type StatementSearch } from '../../src/analysis/find-statements.ts'
import { indexStatements, type Alike } from '../../src/analysis/near-duplicates.ts'
import { visible } from '../../src/core/catalogue/entry.ts'
import type { SourceFile } from '../../src/core/document.ts'
import { isId, nearest, type NodeId, type SourceId } from '../../src/core/id.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'
import { openReadCache } from '../../src/disk/read-cache.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { quote, UsageError } from '../lib/command.ts'

/** What is in a folder of content already. */
export interface Known {
  readonly folder: string
  readonly files: readonly SourceFile[]
  readonly kb: KnowledgeBase
  /** Names that no new file may have: of every file, also of those that cannot be read. */
  readonly taken: ReadonlySet<string>
}

/** Reads a folder of content. */
export function readKnown(folder: string): Known {
  const files = readContent(folder)
  const cache = openReadCache()
  const kb = assemble(files, cache.read)
  cache.save()
  const names = files.map(({ path }) => /([^/]*)\.[^.]*$/.exec(path)?.[1] ?? path)
  return { folder, files, kb, taken: new Set([...names, ...kb.maps.keys()]) }
}

/** Nodes that say what a statement says, deny it or are near it, best first. */
export function findAlike({ kb }: Known, statement: string): readonly Alike[] {
  return indexStatements([...kb.graph.nodes.values()]).alike(statement, 5)
}

const likeness = { same: 'the same', opposite: 'the opposite', related: 'near it' }

/** One line a node that is like a statement. */
export function alikeLine({ kb }: Known, { id, kind }: Alike): string {
  const statement = kb.graph.nodes.get(id as NodeId)?.statement ?? ''
  return `${likeness[kind]}: ${visible(id)}  ${visible(statement)}`
}

/** Search of the nodes that can be argued with. */
export function searchNodes({ kb }: Known): StatementSearch {
  return openStatementSearch([...kb.graph.nodes.values()].filter((node) => !node.withdrawn))
}

/** Search of the sources by title and author. */
export function searchSources({ kb }: Known): StatementSearch {
  const entries = [...kb.sources.values()].map(({ id, title, csl }) => ({
    id,
    title,
    statement: csl.author.map(({ family, literal }) => family ?? literal ?? '').join(' '),
    kind: '',
  }))
  return openStatementSearch(entries)
}

/** @throws UsageError when there is no such node, or it was withdrawn. */
export function expectNode(known: Known, id: string): void {
  const { nodes } = known.kb.graph
  const node = nodes.get(id as NodeId)
  if (node === undefined) {
    const hint = such(id, nodes.keys(), known)
    throw new UsageError(`Unexpected ${quote(id)}, expected the id of a node${hint}.`)
  }
  if (node.withdrawn !== undefined) {
    throw new UsageError(`Unexpected ${quote(id)}, which was withdrawn, expected a node that stands.`)
  }
}

/** @throws UsageError when there is no such source. */
export function expectSource({ kb }: Known, id: string): void {
  if (kb.sources.has(id as SourceId)) return
  const near = nearest(id, kb.sources.keys())
  const hint = near === undefined ? '' : `, such as ${quote(near)}`
  throw new UsageError(`Unexpected ${quote(id)}, expected the id of a source${hint}.`)
}

// The nearest by letters, else the best by words.
function such(id: string, ids: Iterable<string>, known: Known): string {
  const near = nearest(id, ids) ?? searchNodes(known).find(id, 1)[0]
  return near === undefined ? '' : `, such as ${quote(near)}`
}

/** Why a new file cannot have this id; undefined where it can. */
export function faultOfId({ kb, taken }: Known, id: string): string | undefined {
  if (!isId(id)) {
    return `Unexpected ${quote(id)}, expected an id in lower-case kebab of 3 to 64 characters.`
  }
  if (!taken.has(id)) return undefined
  const isWithdrawn = kb.graph.nodes.get(id as NodeId)?.withdrawn !== undefined
  const why = isWithdrawn ? 'was withdrawn and is never used again' : 'is there already'
  return `Unexpected id ${quote(id)}, which ${why}, expected a new one.`
}

/** A published id that a new one could be mistaken for. */
export function likeId({ kb }: Known, id: string): string | undefined {
  const near = nearest(id, kb.graph.nodes.keys())
  return near !== undefined && Math.abs(near.length - id.length) < 3 ? near : undefined
}

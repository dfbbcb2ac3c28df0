import type { ArgumentNode, SourceFile } from '../../core/document.ts'
import type { PublishedResult } from '../../core/experiment-result.ts'
import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Problem } from '../../core/problem.ts'
import { join } from '../../graph/join.ts'
import { edgeIdOf } from '../../graph/steps.ts'
import { classifyPath } from '../../readers/path.ts'
import { readDocument } from '../../readers/read-document.ts'
import { check } from '../check.ts'
import { mapPath, nodePath, sourcePath, type IndexedNode } from './content-index.ts'
import { endsOf, type DraftBase } from './draft-base.ts'
import { lightMap, lightNode, lightSource } from './light-documents.ts'
import { nearestPath, touchedNodes } from './touched-nodes.ts'

/** What is to be said of a draft. */
export interface CheckedDraft {
  /** The node, where its front matter can be read. */
  readonly node?: ArgumentNode
  /** What `check` would say of its file, were it in the content. */
  readonly problems: readonly Problem[]
}

type Results = ReadonlyMap<string, PublishedResult>

/**
 * Judges a draft by the rules of `check`, on the few nodes that it touches and not on all: takes
 * about as long for 10,000 nodes as for 100. A draft at the path of a node takes its place. Results
 * of experiments that the draft names (`resultsOf`) are to be given by their path. A draft was never
 * reviewed, so reviews are left aside.
 */
export function checkDraft(base: DraftBase, file: SourceFile, results: Results): CheckedDraft {
  const { value, problems } = readDocument(file)
  const node = value?.type === 'node' ? value : undefined
  const small = smallContent(base, file.path, node)
  const paths = [...small.kept.map(nodePath), ...small.paths, file.path]
  const kb = join({
    paths: new Set(paths),
    documents: [
      ...small.documents,
      ...base.index.maps.filter(({ id }) => mapPath(id) !== file.path).map(lightMap),
      ...(value === undefined ? [] : [value]),
    ],
    results,
    reviews: [],
    problems,
  })
  return { ...(node === undefined ? {} : { node }), problems: problemsOf(kb, file.path) }
}

/** The ids of published results that a node is compared with. */
export function resultsOf({ figures, experiment }: ArgumentNode): readonly string[] {
  const ids = figures.flatMap(({ path }) => {
    const file = classifyPath(path).value
    return file?.type === 'result' ? [file.id] : []
  })
  return [...new Set(experiment === undefined ? ids : [...ids, experiment.id])]
}

function problemsOf(kb: KnowledgeBase, path: string): readonly Problem[] {
  return check(kb).filter(({ place }) => place.file === path)
}

function smallContent(base: DraftBase, path: string, draft: ArgumentNode | undefined) {
  const { index } = base
  const place = classifyPath(path).value
  const id = place?.type === 'node' ? place.id : undefined
  const ids = draft === undefined ? new Set<string>() : touchedNodes(base, draft)
  const twins = twinsOf(base, path)
  const hasIndex = place?.type !== 'node' || base.known.maps.has(place.map)
  const kept = index.nodes.filter(
    (node) =>
      nodePath(node) !== path &&
      (ids.has(node.id) ||
        twins.includes(nodePath(node)) ||
        (!hasIndex && place?.type === 'node' && node.map === place.map)),
  )
  const sources = sourcesOf(base, draft).filter((source) => sourcePath(source.id) !== path)
  const included = new Set<string>([...kept.map((node) => node.id), ...(id === undefined ? [] : [id])])
  return {
    kept,
    paths: [
      ...index.maps.map((map) => mapPath(map.id)),
      ...sources.map((source) => sourcePath(source.id)),
      ...twins,
      ...index.others,
      ...mentionedPaths(base, draft),
    ],
    documents: [
      ...kept.map((node) => lightNode(node, relationsWithin(base, node, included))),
      ...sources.map(lightSource),
    ],
  }
}

// Files with the same id, written in whichever case.
function twinsOf(base: DraftBase, path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '')
  return (base.paths.get(name.toLowerCase()) ?? []).filter((other) => other !== path)
}

// A relation to what is left out is left out; one that leads nowhere in the whole still does.
function relationsWithin(base: DraftBase, node: IndexedNode, included: ReadonlySet<string>) {
  const light = base.kb.graph.nodes.get(node.id as NodeId)
  return node.relations.filter((relation, i) => {
    if (endsOf(relation).every((end) => included.has(end))) return true
    const written = light?.relations[i]
    return written !== undefined && !base.kb.graph.edges.has(edgeIdOf(node.id as NodeId, written))
  })
}

function sourcesOf(base: DraftBase, draft: ArgumentNode | undefined) {
  return (draft?.sources ?? []).flatMap(({ id }) => {
    const near = base.known.sources.has(id) ? id : base.nearestIn('sources', id)
    const source = near === undefined ? undefined : base.sources.get(near)
    return source === undefined ? [] : [source]
  })
}

function mentionedPaths(base: DraftBase, draft: ArgumentNode | undefined): readonly string[] {
  const links = draft === undefined ? [] : [...draft.mentions, ...draft.figures]
  return links.flatMap(({ path }) => nearestPath(base, path) ?? [])
}

import type { ArgumentNode, Document, SourceFile } from '../../core/document.ts'
import type { EdgeId, NodeId } from '../../core/id.ts'
import type { Checked } from '../../core/problem.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { byText } from '../../graph/by-text.ts'
import { classifyPath } from '../../readers/path.ts'
import { labelGrounded, type Label } from '../labels/labelling.ts'
import type { PastFile } from './past-commit.ts'

/** The nodes of a content while commits change it. */
export interface PastState {
  /** Those that there are, as they were when they could be read last. */
  readonly nodes: ReadonlyMap<NodeId, ArgumentNode>
  /** The grounded labels of all of them, and of steps. */
  readonly labels: ReadonlyMap<NodeId | EdgeId, Label>
  /** Takes the files that a commit changed; gives their nodes, and whether labels were computed. */
  apply(changed: readonly PastFile[]): {
    readonly touched: ReadonlySet<NodeId>
    readonly relabelled: boolean
  }
}

/** A content without files. */
export function openPastState(read: (file: SourceFile) => Checked<Document>): PastState {
  const files = new Map<NodeId, Map<string, ArgumentNode>>()
  const nodes = new Map<NodeId, ArgumentNode>()
  let labels: ReadonlyMap<NodeId | EdgeId, Label> = new Map()
  return {
    nodes,
    get labels() {
      return labels
    },
    apply(changed) {
      const touched = new Set<NodeId>()
      for (const file of changed) {
        const id = take(file, files, read)
        if (id !== undefined) touched.add(id)
      }
      let relabelled = false
      for (const id of touched) {
        const now = firstOf(files.get(id))
        relabelled ||= bearing(nodes.get(id)) !== bearing(now)
        if (now === undefined) nodes.delete(id)
        else nodes.set(id, now)
      }
      if (relabelled) labels = labelsOf(nodes)
      return { touched, relabelled }
    },
  }
}

/** Takes one file; gives the id that its name has. */
function take(
  { path, text }: PastFile,
  files: Map<NodeId, Map<string, ArgumentNode>>,
  read: (file: SourceFile) => Checked<Document>,
): NodeId | undefined {
  const file = classifyPath(path).value
  if (file?.type !== 'node') return undefined
  const same = files.get(file.id) ?? new Map<string, ArgumentNode>()
  files.set(file.id, same)
  const document = text === undefined ? undefined : read({ path, text }).value
  if (text === undefined) same.delete(path)
  else if (document?.type === 'node') same.set(path, document)
  return file.id
}

/** Of several files with one id the first by path counts, as where the content is joined. */
function firstOf(same: ReadonlyMap<string, ArgumentNode> | undefined): ArgumentNode | undefined {
  const [path] = [...(same?.keys() ?? [])].sort(byText)
  return path === undefined ? undefined : same?.get(path)
}

/** All of a node that a label can hang on. */
function bearing(node: ArgumentNode | undefined): string | undefined {
  if (node === undefined) return undefined
  const relations = node.relations.map(({ kind, to }) => [kind, to])
  return JSON.stringify([node.kind, node.withdrawn !== undefined, relations])
}

function labelsOf(nodes: ReadonlyMap<NodeId, ArgumentNode>): ReadonlyMap<NodeId | EdgeId, Label> {
  const sorted = new Map([...nodes].sort(([a], [b]) => byText(a, b)))
  return labelGrounded(buildGraph(sorted, new Set<string>(sorted.keys())).graph)
}

import { undercuts, type CompactGraph } from '../compact.ts'

/**
 * What a page is sent of the map, as JSON: columns, so that it is small. Nodes and edges are
 * numbered as in a compact graph.
 */
export interface ViewData {
  readonly version: 1
  /** Ids. */
  readonly nodes: readonly string[]
  readonly titles: readonly string[]
  readonly statements: readonly string[]
  /** A letter a node: `c` claim, `e` evidence, `o` objection. */
  readonly kinds: string
  readonly base: readonly number[]
  readonly kind: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly weight: readonly number[]
  /** Empty where no premises are linked. */
  readonly group: readonly number[]
  /** Nodes that a link of old may name, and the ids of those that took their places. */
  readonly withdrawn: readonly Withdrawn[]
  /** Open questions, which have no strength but may be named by a link. */
  readonly questions: readonly Question[]
  /** Ids of theses and rivals, in order of maps. */
  readonly topics: readonly string[]
}

/** A node that left the argument. */
export interface Withdrawn {
  readonly id: string
  readonly title: string
  /** Ids of the nodes that take its place. */
  readonly see: readonly string[]
}

/** A node that asks and is not argued about. */
export interface Question {
  readonly id: string
  readonly title: string
}

/** Finds what is in a map by name; what it does not find has no number. */
export interface ViewIndex {
  nodeNumber(id: string): number | undefined
  edgeNumber(name: string): number | undefined
  withdrawnOf(id: string): Withdrawn | undefined
  questionOf(id: string): Question | undefined
  /** The title of a node, also of a withdrawn one; the id of any other. */
  titleOf(id: string): string
}

/** The graph in a page's data. */
export function fromViewData(data: ViewData): CompactGraph {
  const { nodes, base, kind, from, to, weight, group } = data
  const groups = new Int32Array(kind.length).fill(-1)
  groups.set(group)
  return {
    nodes,
    base: Float64Array.from(base),
    kind: Uint8Array.from(kind),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    weight: Float64Array.from(weight),
    group: groups,
  }
}

/** The columns by which edges have names; those of a page's data and of a compact graph. */
export interface EdgeColumns {
  readonly nodes: readonly string[]
  readonly kind: ArrayLike<number>
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
}

/** The id of an edge: `from>to`, of an undercut `node>from>to`. */
export function edgeName(columns: EdgeColumns, edge: number): string {
  const { nodes, kind, from, to } = columns
  const end = to[edge] as number
  const name = kind[edge] === undercuts ? edgeName(columns, end) : nodes[end]
  return `${nodes[from[edge] as number]}>${name}`
}

/** Looks at all names once, so that each is found in constant time. */
export function indexViewData(data: ViewData): ViewIndex {
  const nodes = new Map(data.nodes.map((id, node) => [id, node]))
  const edges = new Map(data.kind.map((_, edge) => [edgeName(data, edge), edge]))
  const withdrawn = new Map(data.withdrawn.map((node) => [node.id, node]))
  const questions = new Map(data.questions.map((node) => [node.id, node]))
  return {
    nodeNumber: (id) => nodes.get(id),
    edgeNumber: (name) => edges.get(name),
    withdrawnOf: (id) => withdrawn.get(id),
    questionOf: (id) => questions.get(id),
    titleOf: (id) => data.titles[nodes.get(id) ?? -1] ?? withdrawn.get(id)?.title ?? id,
  }
}

import type { ArgumentMap, ArgumentNode } from '../../core/document.ts'
import type { EdgeId, MapId, NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Edge } from '../../core/relation.ts'

/** An edge at whose end another can stand. */
export type StepEdge = (Edge & { readonly kind: 'supports' }) | (Edge & { readonly kind: 'rebuts' })
export type UndercutEdge = Extract<Edge, { kind: 'undercuts' }>

/** What of the content goes into another format, and what its choice alone leaves out. */
export interface Share {
  readonly title: string
  readonly question: string
  /** In order of id, none of them withdrawn. */
  readonly nodes: readonly ArgumentNode[]
  /** In order of id; all ends are among the nodes and edges. */
  readonly edges: readonly Edge[]
  /** Supports and rebuttals by their id. */
  readonly steps: ReadonlyMap<EdgeId, StepEdge>
  /** The steps that an undercut doubts. */
  readonly undercut: ReadonlySet<EdgeId>
  /** The part of its map in which each node stands. */
  readonly parts: ReadonlyMap<NodeId, string>
  /** Sentences on what is in the content and not here. */
  readonly losses: readonly string[]
}

/** Content in another format, and sentences on what that format does not carry of it. */
export interface Exported {
  readonly text: string
  readonly losses: readonly string[]
}

const leftOut = 'left out.'

/** The nodes of one map, or of all, and the relations between them. */
export function chooseShare(kb: KnowledgeBase, map?: ArgumentMap): Share {
  const { graph, maps, parts } = kb
  const among = [...graph.nodes.values()].filter((node) => isIn(node, map?.id))
  const nodes = among.filter(({ withdrawn }) => withdrawn === undefined)
  const ids: ReadonlySet<string> = new Set(nodes.map(({ id }) => id))
  const touching = [...graph.edges.values()].filter(
    ({ from, to }) => ids.has(from) || ids.has(to) || to.split('>').some((end) => ids.has(end)),
  )
  const whole = touching.filter(
    ({ from, to }) => ids.has(from) && to.split('>').every((end) => ids.has(end)),
  )
  const known = [...maps.values()]
  return {
    title: map?.title ?? known.map(({ title }) => title).join(', '),
    question: map?.question ?? known.map(({ question }) => question).join(' '),
    nodes,
    edges: whole,
    steps: new Map(whole.filter(isStep).map((edge) => [edge.id, edge])),
    undercut: new Set(whole.filter(isUndercut).map(({ to }) => to)),
    parts,
    losses: [
      ...told(among.length - nodes.length, '1 withdrawn node is', '# withdrawn nodes are', leftOut),
      ...told(
        touching.length - whole.length,
        '1 relation to another map is',
        '# relations to other maps are',
        leftOut,
      ),
    ],
  }
}

/** Whether an edge can be undercut. */
export function isStep(edge: Edge): edge is StepEdge {
  return edge.kind === 'supports' || edge.kind === 'rebuts'
}

/** Whether an edge ends at a step. */
export function isUndercut(edge: Edge): edge is UndercutEdge {
  return edge.kind === 'undercuts'
}

/** A sentence on things that are counted, `#` in the words of many, if there are any. */
export function told(count: number, one: string, many: string, rest: string): readonly string[] {
  return count === 0 ? [] : [`${count === 1 ? one : many.replace('#', String(count))} ${rest}`]
}

function isIn(node: ArgumentNode, map: MapId | undefined): boolean {
  return map === undefined || node.map === map
}

const owned = {
  body: ({ body }: ArgumentNode) => body.markdown.trim() !== '',
  sources: ({ sources }: ArgumentNode) => sources.length > 0,
  places: ({ sources }: ArgumentNode) => sources.some(({ at, quote }) => (at ?? quote) !== undefined),
  experiment: ({ experiment }: ArgumentNode) => experiment !== undefined,
  credence: ({ credence }: ArgumentNode) => credence !== undefined,
} as const

const ownedWords: Readonly<Record<keyof typeof owned, readonly [one: string, many: string]>> = {
  body: ['The body of 1 node is', 'The bodies of # nodes are'],
  sources: ['The sources of 1 node are', 'The sources of # nodes are'],
  places: [
    'The places in sources and quotations of 1 node are',
    'The places in sources and quotations of # nodes are',
  ],
  experiment: ['The experiment of 1 node is', 'The experiments of # nodes are'],
  credence: ['The credence of 1 node is', 'The credences of # nodes are'],
}

/** Sentences on what nodes have that a format does not carry. */
export function lostOfNodes(
  nodes: readonly ArgumentNode[],
  names: readonly (keyof typeof owned)[],
): readonly string[] {
  return names.flatMap((name) => {
    const [one, many] = ownedWords[name]
    return told(nodes.filter(owned[name]).length, one, many, leftOut)
  })
}

/** What no format carries: it belongs to the map or to the sources and not to a node. */
export const lostOfMap =
  'The map’s own text, its parts, outline and the details of sources are left out; the JSON export has them.'

import { mergersOf, successorsOf } from '../../analysis/successors.ts'
import type { ArgumentNode, Withdrawal } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { Relation } from '../../core/relation.ts'
import { typographic } from '../../outputs/typography.ts'
import { siteContent, type SiteContent } from '../content.ts'
import { url } from '../urls.ts'
import { dayWords } from '../words.ts'
import { grouped } from './grouped.ts'

/** A node that left the argument. */
export type WithdrawnNode = ArgumentNode & { readonly withdrawn: Withdrawal }

/** Whether a node left the argument. */
export function isWithdrawn(node: ArgumentNode): node is WithdrawnNode {
  return node.withdrawn !== undefined
}

/** The page that keeps a merged node as it was. */
export function keptUrl(id: string): string {
  return url(`/c/${id}/kept/`)
}

/** The node to which the address of a merged node leads; undefined of every other. */
export function mergedInto(id: NodeId): ArgumentNode | undefined {
  const { nodes } = siteContent().kb.graph
  const { merged } = successorsOf(nodes, id)
  return merged === undefined ? undefined : nodes.get(merged)
}

const merging = grouped<SiteContent, ArgumentNode>(({ kb }) =>
  [...mergersOf(kb.graph.nodes)].flatMap(([id, nodes]) =>
    nodes.map((node) => ({ keys: [id], value: node })),
  ),
)

/** The nodes that were merged into a node, as `mergersOf` has them. */
export function mergedHere(id: NodeId): readonly WithdrawnNode[] {
  return merging(siteContent(), id).filter(isWithdrawn)
}

/** The title of a node where nothing else says that it was withdrawn or merged. */
export function markedTitle(node: ArgumentNode): string {
  if (!isWithdrawn(node)) return node.title
  return `${mergedInto(node.id) === undefined ? 'Withdrawn' : 'Merged'}: ${node.title}`
}

/** What is said of a withdrawn node where there is room for a sentence or two. */
export function withdrawnWords({ statement, withdrawn }: WithdrawnNode): string {
  return `Withdrawn on ${dayWords(withdrawn.on)}: ${withdrawn.reason} It said: ${statement}`
}

/** A relation as a file has it, with the nodes that it is about. */
export interface KeptLink {
  readonly kind: Relation['kind']
  readonly weight: number
  /** The node at the other end; of an undercut that the page's node made, where the step starts. */
  readonly other: ArgumentNode
  /** Of an undercut: the ends of the step. */
  readonly step?: { readonly from: ArgumentNode; readonly to: ArgumentNode }
  readonly because?: string
}

/** The relations of a withdrawn node, none of which is an edge of the graph any more. */
export interface KeptLinks {
  /** What it bore on, in the order of its file. */
  readonly outgoing: readonly KeptLink[]
  /** What bore on it or on a step that begins or ends at it, in order of id. */
  readonly incoming: readonly KeptLink[]
}

interface Written {
  readonly from: ArgumentNode
  readonly relation: Relation
}

const bearing = grouped<SiteContent, Written>(({ kb }) =>
  [...kb.graph.nodes.values()].flatMap((from) =>
    from.relations.map((relation) => ({ keys: endsOf(relation), value: { from, relation } })),
  ),
)

/** What a node bears on and what bears on it as the files say; what names no node is left out. */
export function keptLinks(node: ArgumentNode): KeptLinks {
  const content = siteContent()
  return {
    outgoing: node.relations.flatMap((relation) => keptLink(content, relation) ?? []),
    incoming: bearing(content, node.id)
      .filter(({ from }) => from.id !== node.id)
      .flatMap(({ from, relation }) => keptLink(content, relation, from) ?? []),
  }
}

function keptLink(
  { kb }: SiteContent,
  relation: Relation,
  writer?: ArgumentNode,
): KeptLink | undefined {
  const [first, second] = endsOf(relation).map((id) => kb.graph.nodes.get(id as NodeId))
  if (first === undefined || (relation.kind === 'undercuts' && second === undefined)) return undefined
  const { kind, weight, because } = relation
  return {
    kind,
    weight,
    other: writer ?? first,
    ...(second === undefined ? {} : { step: { from: first, to: second } }),
    ...(because === undefined ? {} : { because: typographic(because) }),
  }
}

function endsOf({ to }: Relation): readonly string[] {
  return typeof to === 'string' ? [to] : [to.from, to.to]
}

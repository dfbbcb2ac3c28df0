import type { ArgumentNode } from '../core/document.ts'
import { edgeId, undercutId, type EdgeId, type NodeId } from '../core/id.ts'
import type { ArgumentGraph } from '../core/knowledge-base.ts'
import { compareProblems, problem, type Problem } from '../core/problem.ts'
import type { Edge, Relation } from '../core/relation.ts'
import { byText } from './by-text.ts'
import { nearestAmong } from './known-ids.ts'
import { replacementOf } from './merges.ts'
import { findLonelyPremises } from './premises.ts'
import { stepFinder, type StepFinder } from './steps.ts'

/** A graph and what was wrong with the relations it is made from. */
export interface BuiltGraph {
  readonly graph: ArgumentGraph
  readonly problems: readonly Problem[]
}

type Nodes = ReadonlyMap<NodeId, ArgumentNode>

interface Build {
  readonly nodes: Nodes
  readonly known: ReadonlySet<string>
  readonly steps: StepFinder
  readonly nearest: (written: string) => string | undefined
  readonly edges: Map<EdgeId, Edge>
  readonly problems: Problem[]
}

/**
 * Joins nodes by their relations. `known` are all ids for which there is a file: a relation to one
 * that is not among `nodes` is left out without a problem. Withdrawn nodes stay in `nodes`; edges
 * from or to them, and undercuts of such edges, are not in `edges`. Where relations of two kinds
 * run from one node to another the first one is the edge.
 */
export function buildGraph(nodes: Nodes, known: ReadonlySet<string>): BuiltGraph {
  const build: Build = {
    nodes,
    known,
    steps: stepFinder(nodes),
    nearest: nearestAmong(known),
    edges: new Map(),
    problems: [],
  }
  for (const node of nodes.values()) addRelations(node, build)
  const graph = index(nodes, build.edges)
  const complete = [...known].every((id) => nodes.has(id as NodeId))
  const lonely = complete ? findLonelyPremises(graph) : []
  return { graph, problems: [...build.problems, ...lonely].sort(compareProblems) }
}

function addRelations(node: ArgumentNode, build: Build): void {
  const seen = new Map<string, Relation>()
  for (const relation of node.relations) {
    const { kind } = relation
    const target = kind === 'undercuts' ? `${relation.to.from}>${relation.to.to}` : relation.to
    const first = seen.get(`${kind} ${target}`)
    if (first !== undefined) {
      const message = `The first \`${kind}\` of the same target`
      build.problems.push(
        problem('duplicate-relation', relation.place, { kind, target }, [
          { message, place: first.place },
        ]),
      )
      continue
    }
    seen.set(`${kind} ${target}`, relation)
    const wrong = findWrong(node, relation, build)
    if (wrong === undefined) addEdge(node, relation, build)
    else if (wrong !== 'unread') build.problems.push(wrong)
  }
}

function findWrong(
  node: ArgumentNode,
  relation: Relation,
  build: Build,
): Problem | 'unread' | undefined {
  return relation.kind === 'undercuts'
    ? findWrongUndercut(node, relation, build)
    : findWrongTarget(node, relation, build)
}

type Undercut = Relation & { readonly kind: 'undercuts' }

function findWrongTarget(
  node: ArgumentNode,
  relation: Exclude<Relation, Undercut>,
  build: Build,
): Problem | 'unread' | undefined {
  const { kind, place } = relation
  if (relation.to === node.id) return problem('self-relation', place, { id: node.id, kind })
  const target = build.nodes.get(relation.to as NodeId)
  if (target === undefined) {
    if (build.known.has(relation.to)) return 'unread'
    const details = { target: relation.to, nearest: build.nearest(relation.to) }
    return problem('unknown-target', place, details)
  }
  if (!fits(node, relation, target)) {
    const details = { kind, from: node.kind, target: target.id, targetKind: target.kind }
    return problem('wrong-target', place, details)
  }
  return findWithdrawn(node, [target], relation, build)
}

function fits(node: ArgumentNode, { kind }: Relation, target: ArgumentNode): boolean {
  if (kind === 'answers') return target.kind === 'question' && node.kind !== 'question'
  if (kind === 'refines') return true
  return target.kind !== 'question' && node.kind !== 'question'
}

function findWrongUndercut(
  node: ArgumentNode,
  { kind, to: step, place }: Undercut,
  build: Build,
): Problem | 'unread' | undefined {
  if (step.from === node.id) return problem('self-relation', place, { id: node.id, kind })
  if (node.kind === 'question') {
    const target = `${step.from}>${step.to}`
    return problem('wrong-target', place, { kind, from: node.kind, target, targetKind: 'step' })
  }
  const from = build.nodes.get(step.from as NodeId)
  const to = build.nodes.get(step.to as NodeId)
  if (isUnread(step.from, build) || (from === undefined && isUnread(step.to, build)))
    return 'unread'
  const found = from && build.steps.kindOf(from.id, step.to)
  if (found === 'supports' || found === 'rebuts') {
    if (to === undefined) return 'unread'
    return findWithdrawn(node, [from as ArgumentNode, to], { place }, build)
  }
  if (isUnread(step.to, build)) return 'unread'
  const exist = from !== undefined && to !== undefined
  const why = found !== undefined ? 'not-a-step' : exist ? 'no-relation' : 'no-node'
  const nearest = build.steps.nearest(step.from, step.to)
  return problem('unknown-step', place, { from: step.from, to: step.to, why, nearest })
}

function isUnread(id: string, { nodes, known }: Build): boolean {
  return known.has(id) && !nodes.has(id as NodeId)
}

function findWithdrawn(
  node: ArgumentNode,
  targets: readonly ArgumentNode[],
  { place }: Pick<Relation, 'place'>,
  { nodes }: Build,
): Problem | 'unread' | undefined {
  const gone = targets.find(({ withdrawn }) => withdrawn !== undefined)
  if (node.withdrawn !== undefined) return gone === undefined ? undefined : 'unread'
  if (gone?.withdrawn === undefined) return undefined
  const details = { target: gone.id, nearest: replacementOf(nodes, gone) }
  const { reason } = gone.withdrawn
  return problem('withdrawn-target', place, details, [
    { message: `Withdrawn: ${reason}`, place: gone.places['withdrawn'] ?? gone.place },
  ])
}

function addEdge(node: ArgumentNode, relation: Relation, { edges }: Build): void {
  if (node.withdrawn !== undefined) return
  const { weight, place, because } = relation
  const reason = because === undefined ? {} : { because }
  const base = { from: node.id, weight, place, ...reason }
  if (relation.kind === 'undercuts') {
    const to = edgeId(relation.to.from as NodeId, relation.to.to as NodeId)
    const id = undercutId(node.id, to)
    edges.set(id, { ...base, id, kind: 'undercuts', to })
    return
  }
  const to = relation.to as NodeId
  const id = edgeId(node.id, to)
  if (edges.has(id)) return
  if (relation.kind === 'supports') {
    const linked = relation.linked === undefined ? {} : { linked: relation.linked }
    edges.set(id, { ...base, id, kind: 'supports', to, ...linked })
  } else {
    edges.set(id, { ...base, id, kind: relation.kind, to })
  }
}

function index(nodes: Nodes, unsorted: ReadonlyMap<EdgeId, Edge>): ArgumentGraph {
  const edges = new Map([...unsorted].sort(([a], [b]) => byText(a, b)))
  const outgoing = new Map<NodeId, Edge[]>()
  const incoming = new Map<NodeId | EdgeId, Edge[]>()
  for (const id of nodes.keys()) {
    outgoing.set(id, [])
    incoming.set(id, [])
  }
  for (const edge of edges.values()) {
    // An undercut of a step whose relation lost to another kind has nothing to doubt.
    if (edge.kind === 'undercuts' && !isStep(edges.get(edge.to))) {
      edges.delete(edge.id)
      continue
    }
    outgoing.get(edge.from)?.push(edge)
    const there = incoming.get(edge.to)
    if (there === undefined) incoming.set(edge.to, [edge])
    else there.push(edge)
  }
  return { nodes, edges, outgoing, incoming }
}

function isStep(edge: Edge | undefined): boolean {
  return edge?.kind === 'supports' || edge?.kind === 'rebuts'
}

import type { ArgumentNode, NodeKind } from '../core/document.ts'
import type { EdgeId, NodeId } from '../core/id.ts'
import { escapeLabel } from '../core/mermaid-label.ts'
import type { Edge } from '../core/relation.ts'

/** What a drawing needs to know of a graph; an `ArgumentGraph` is one. */
export interface DrawableGraph {
  readonly nodes: ReadonlyMap<NodeId, DrawableNode>
  readonly outgoing: ReadonlyMap<NodeId, readonly DrawableEdge[]>
}

export type DrawableNode = Pick<ArgumentNode, 'id' | 'kind' | 'title' | 'caveat' | 'withdrawn'>
export type DrawableEdge = Needed<Edge>

type Needed<Each> = Each extends Edge ? Omit<Each, 'because' | 'weight' | 'place'> : never

/** What of a graph is drawn, and how it is called. */
export interface MermaidOptions {
  /** The nodes to draw; edges are drawn where both of their ends are. */
  readonly nodes: ReadonlySet<NodeId>
  /** The node the drawing is about. */
  readonly focus?: NodeId
  readonly title: string
  readonly description: string
  /** Where premises start: at the bottom, or on the left where there are many. Default `BT`. */
  readonly direction?: 'BT' | 'LR'
  /** The address a node leads to. */
  readonly href?: (id: NodeId) => string
}

type StepEdge = Exclude<DrawableEdge, { kind: 'undercuts' }>
type Undercut = Extract<DrawableEdge, { kind: 'undercuts' }>

const shapes: Readonly<Record<NodeKind, readonly [open: string, close: string]>> = {
  claim: ['["', '"]'],
  evidence: ['(["', '"])'],
  counterargument: ['{{"', '"}}'],
  question: ['[/"', '"\\]'],
}

/** Heads of edges; a label stands on all but a support, which the arrow alone says. */
const arrows: Readonly<Record<Edge['kind'], string>> = {
  supports: '-->',
  rebuts: '-->|rebuts|',
  undercuts: '-.->|undercuts|',
  refines: '-.->|refines|',
  answers: '-.->|answers|',
}

/**
 * Part of a graph as a Mermaid flowchart, from premises at the bottom to what they bear on. Kinds
 * differ in shape and class. Mermaid cannot point at an edge: a step that is undercut, and premises
 * that are linked, go through a junction. Titles are escaped; equal graphs give equal text.
 */
export function toMermaid(graph: DrawableGraph, options: MermaidOptions): string {
  const nodes = [...options.nodes].sort().flatMap((id) => graph.nodes.get(id) ?? [])
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]))
  const edges = nodes
    .flatMap(({ id }) => graph.outgoing.get(id) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const steps = edges.filter(
    (edge): edge is StepEdge =>
      edge.kind !== 'undercuts' &&
      edge.from !== edge.to &&
      names.has(edge.from) &&
      names.has(edge.to),
  )
  const drawn = new Set<EdgeId>(steps.map(({ id }) => id))
  const undercuts = edges.filter(
    (edge): edge is Undercut =>
      edge.kind === 'undercuts' && names.has(edge.from) && drawn.has(edge.to),
  )
  const lines = new Lines()
  for (const node of nodes) lines.node(names.get(node.id) ?? '', node, options)
  drawSteps(lines, names, steps, undercuts)
  return [
    `flowchart ${options.direction ?? 'BT'}`,
    `  accTitle: ${escapeLabel(options.title)}`,
    `  accDescr: ${escapeLabel(options.description)}`,
    ...lines.written(),
    '',
  ].join('\n')
}

function drawSteps(
  lines: Lines,
  names: ReadonlyMap<NodeId, string>,
  steps: readonly StepEdge[],
  undercuts: readonly Undercut[],
): void {
  const undercut = new Set(undercuts.map(({ to }) => to))
  const groups = linkedGroups(steps)
  const doubted = new Map<EdgeId, string>()
  const joined = new Map<string, string>()
  for (const step of steps) {
    const { kind } = step
    let from = names.get(step.from) ?? ''
    const to = names.get(step.to) ?? ''
    if (undercut.has(step.id)) {
      const junction = lines.junction()
      doubted.set(step.id, junction)
      lines.edge(kind, from, '---', junction)
      from = junction
    }
    const group = groupOf(step)
    if (group === undefined || (groups.get(group) ?? 0) < 2) {
      lines.edge(kind, from, arrows[kind], to)
      continue
    }
    const known = joined.get(group)
    const junction = known ?? lines.junction()
    joined.set(group, junction)
    lines.edge(kind, from, '---', junction)
    if (known === undefined) lines.edge(kind, junction, arrows[kind], to)
  }
  for (const { kind, from, to } of undercuts) {
    lines.edge(kind, names.get(from) ?? '', arrows[kind], doubted.get(to) ?? '')
  }
}

function groupOf(step: StepEdge): string | undefined {
  if (step.kind !== 'supports' || step.linked === undefined) return undefined
  return JSON.stringify([step.to, step.linked])
}

function linkedGroups(steps: readonly StepEdge[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const step of steps) {
    const group = groupOf(step)
    if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  }
  return sizes
}

/** The lines of a flowchart as they come: nodes, then edges, then links and classes. */
class Lines {
  readonly #nodes: string[] = []
  readonly #edges: string[] = []
  readonly #links: string[] = []
  readonly #classes = new Map<string, string[]>()
  #junctions = 0

  node(name: string, node: DrawableNode, { focus, href }: MermaidOptions): void {
    const [open, close] = shapes[node.kind]
    this.#nodes.push(`  ${name}${open}${escapeLabel(node.title) || '?'}${close}`)
    if (href !== undefined) this.#links.push(`  click ${name} href "${address(href(node.id))}"`)
    this.#class(name, node.kind)
    if (node.caveat) this.#class(name, 'caveat')
    if (node.withdrawn !== undefined) this.#class(name, 'withdrawn')
    if (node.id === focus) this.#class(name, 'focus')
  }

  junction(): string {
    const name = `j${this.#junctions}`
    this.#junctions += 1
    this.#nodes.push(`  ${name}((" "))`)
    this.#class(name, 'junction')
    return name
  }

  edge(kind: Edge['kind'], from: string, arrow: string, to: string): void {
    const name = `e${this.#edges.length}`
    this.#edges.push(`  ${from} ${name}@${arrow} ${to}`)
    this.#class(name, kind)
  }

  written(): readonly string[] {
    const classes = [...this.#classes].sort(([a], [b]) => (a < b ? -1 : 1))
    return [
      ...this.#nodes,
      ...this.#edges,
      ...this.#links,
      ...classes.map(([name, members]) => `  class ${members.join(',')} ${name}`),
    ]
  }

  #class(member: string, name: string): void {
    const members = this.#classes.get(name)
    if (members === undefined) this.#classes.set(name, [member])
    else members.push(member)
  }
}

/** An address that ends neither the string nor the line it stands in, nor holds an entity. */
function address(href: string): string {
  return href.replace(/[\s"'<>\\;`{}|^\p{Cc}]/gu, encodeURIComponent)
}

import { boxOf, offsetOf, type Box } from './dom.ts'
import { showEntities } from './entities.ts'
import type { Placed, Point } from './route-edges.ts'

/** What Mermaid's drawing does not say of a node or an edge. */
export interface Origin {
  readonly label: string
  readonly classes: readonly string[]
}

export interface NodeOrigin extends Origin {
  /** Mermaid's name of its shape. */
  readonly shape: string
}

export interface EdgeOrigin extends Origin {
  /** Ids of the elements of its nodes. */
  readonly from: string
  readonly to: string
}

export interface Origins {
  /** Nodes by the id of their element. */
  readonly nodes: ReadonlyMap<string, NodeOrigin>
  /** Edges by their Mermaid id. */
  readonly edges: ReadonlyMap<string, EdgeOrigin>
}

export type Shape =
  | { readonly kind: 'rect'; readonly box: Box; readonly rx: number }
  | { readonly kind: 'circle'; readonly r: number }
  | { readonly kind: 'polygon'; readonly points: readonly Point[] }

/** A label as wrapped, with the text it was wrapped from. */
export interface Label {
  readonly lines: readonly string[]
  readonly whole: string
}

export interface DrawnNode {
  readonly classes: readonly string[]
  readonly placed: Placed
  readonly shape: Shape
  readonly label: Label
  readonly tooltip: string
  readonly href: string | undefined
}

export interface DrawnEdge {
  readonly classes: readonly string[]
  readonly from: Placed
  readonly to: Placed
  /** Points of the layout between the two nodes. */
  readonly via: readonly Point[]
  readonly arrow: boolean
  readonly dotted: boolean
  readonly label: (Label & { readonly at: Point; readonly box: Box }) | undefined
}

export interface Drawing {
  readonly title: string
  readonly description: string
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
}

const ROUNDING = 5

// Classes that Mermaid adds itself.
const OWN_CLASSES = new Set(['default', 'clickable'])

function classesOf(origin: Origin | undefined): readonly string[] {
  return [...new Set(origin?.classes)].filter((name) => !OWN_CLASSES.has(name))
}

function labelOf(element: Element, origin: Origin | undefined): Label {
  const lines = [...element.querySelectorAll('.text-outer-tspan')]
    .map((line) => showEntities(line.textContent))
    .filter((line) => line !== '')
  return { lines, whole: showEntities(origin?.label ?? '') }
}

function readShape(node: Element, origin: NodeOrigin | undefined): Shape {
  const shape = node.firstElementChild
  // Mermaid draws a stadium as a path of a hundred points.
  const stadium = origin?.shape === 'stadium'
  if (shape && (shape.localName === 'rect' || stadium)) {
    const box = boxOf(shape)
    return { kind: 'rect', box, rx: stadium ? box.height / 2 : ROUNDING }
  }
  if (shape?.localName === 'circle') return { kind: 'circle', r: boxOf(shape).width / 2 }
  if (shape?.localName === 'polygon') {
    const { x, y } = offsetOf(shape)
    const points = (shape.getAttribute('points') ?? '').trim().split(/\s+/).map((point) => {
      const [px = 0, py = 0] = point.split(',').map(Number)
      return { x: px + x, y: py + y }
    })
    return { kind: 'polygon', points }
  }
  throw new RangeError(`Expected a node of a known shape, got \`${shape?.outerHTML ?? ''}\``)
}

/** Length of the straight parts of the sides where `across` is least and greatest. */
function flatSide(along: readonly number[], across: readonly number[]): number {
  const halves = [Math.min(...across), Math.max(...across)].map((side) => {
    const onSide = along.filter((_, index) => Math.abs((across[index] ?? 0) - side) < 0.1)
    return Math.min(-Math.min(...onSide), Math.max(...onSide))
  })
  return Math.max(0, 2 * Math.min(...halves))
}

function flatOf(shape: Shape): Placed['flat'] {
  if (shape.kind === 'circle') return { width: 0, height: 0 }
  if (shape.kind === 'rect') {
    const { width, height } = shape.box
    return { width: width - 2 * shape.rx, height: height - 2 * shape.rx }
  }
  const xs = shape.points.map(({ x }) => x)
  const ys = shape.points.map(({ y }) => y)
  return { width: flatSide(xs, ys), height: flatSide(ys, xs) }
}

// Relative addresses and those of the web; a script's or a data address is no link.
function safeHref(address: string): string | undefined {
  return /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(address) && address !== ''
    ? address
    : undefined
}

function readNode(node: Element, origins: Origins): DrawnNode {
  const origin = origins.nodes.get(node.id)
  const link = node.closest('a')
  const shape = readShape(node, origin)
  const { width, height } = boxOf(node.firstElementChild ?? node)
  return {
    classes: classesOf(origin),
    placed: {
      ...offsetOf(link ?? node),
      width,
      height,
      round: shape.kind === 'circle',
      flat: flatOf(shape),
    },
    shape,
    label: labelOf(node, origin),
    tooltip: showEntities(node.getAttribute('title') ?? ''),
    href: safeHref(showEntities(link?.getAttribute('href') ?? '')),
  }
}

// Mermaid shifts a label with the edge it draws; on the layout's own point it has its room.
function readEdgeLabel(
  label: Element,
  origin: Origin | undefined,
  via: readonly Point[],
): DrawnEdge['label'] {
  const { lines, whole } = labelOf(label, origin)
  if (lines.length === 0) return undefined
  const shown = offsetOf(label)
  const distance = ({ x, y }: Point): number => Math.hypot(x - shown.x, y - shown.y)
  const at = via.toSorted((a, b) => distance(a) - distance(b))[0] ?? shown
  return { lines, whole, at, box: boxOf(label) }
}

function readEdge(
  edge: Element,
  label: Element | undefined,
  placed: ReadonlyMap<string, Placed>,
  origins: Origins,
): DrawnEdge {
  const id = edge.getAttribute('data-id') ?? ''
  const origin = origins.edges.get(id)
  const [from, to] = [placed.get(origin?.from ?? ''), placed.get(origin?.to ?? '')]
  if (!from || !to || from === to) {
    throw new RangeError(`Expected edge \`${id}\` to join two nodes`)
  }
  const points: readonly Point[] = JSON.parse(atob(edge.getAttribute('data-points') ?? ''))
  const via = points.slice(1, -1)
  return {
    classes: classesOf(origin),
    from,
    to,
    via,
    arrow: edge.hasAttribute('marker-end'),
    dotted: edge.classList.contains('edge-pattern-dotted'),
    label: label && readEdgeLabel(label, origin, via),
  }
}

/**
 * Reads what matters out of a flowchart as Mermaid has drawn it.
 *
 * @throws RangeError for a subgraph, an edge from a node to itself, or a node of a shape other
 * than a rectangle, a stadium, a circle or a polygon.
 */
export function readDrawing(svg: Element, origins: Origins): Drawing {
  if (svg.querySelector('.cluster')) throw new RangeError('Expected a diagram without subgraphs')
  const elements = [...svg.querySelectorAll('g.node')]
  const nodes = elements.map((node) => readNode(node, origins))
  const placed = new Map(nodes.map((node, index) => [elements[index]?.id ?? '', node.placed]))
  const labels = new Map(
    [...svg.querySelectorAll('g.edgeLabels > g.edgeLabel')].map((label) => [
      label.querySelector('[data-id]')?.getAttribute('data-id'),
      label,
    ]),
  )
  const about = (name: string): string =>
    showEntities(svg.querySelector(`:scope > ${name}`)?.textContent ?? '')
  return {
    title: about('title'),
    description: about('desc'),
    nodes,
    edges: [...svg.querySelectorAll('path[data-edge]')].map((edge) =>
      readEdge(edge, labels.get(edge.getAttribute('data-id')), placed, origins),
    ),
  }
}

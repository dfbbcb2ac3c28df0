import type { JSDOM } from 'jsdom'
import type { Mermaid, MermaidConfig } from 'mermaid'
import { cleanSvg } from './clean-svg.ts'
import { createMeasuringDom, withGlobals } from './dom.ts'
import { hideEntities } from './entities.ts'
import { readDrawing, type EdgeOrigin, type NodeOrigin } from './read-drawing.ts'

export interface DiagramOptions {
  /** Id of the `<svg>` and prefix of all ids in it: a letter, then letters, digits and hyphens. */
  readonly id: string
}

interface Vertex {
  readonly domId: string
  readonly text?: string
  readonly type?: string
  readonly classes: readonly string[]
}

interface FlowEdge {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly text: string
  readonly classes: readonly string[]
}

interface FlowDb {
  getVertices(): ReadonlyMap<string, Vertex>
  getEdges(): readonly FlowEdge[]
  getDirection(): string
}

const CONFIG: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  maxTextSize: 500_000,
  maxEdges: 2_000,
  htmlLabels: false,
  look: 'classic',
  layout: 'dagre',
  flowchart: {
    wrappingWidth: 180,
    minNodeWidth: 60,
    padding: 12,
    nodeSpacing: 28,
    rankSpacing: 42,
  },
}

/** A document keeps about 1 MB of every drawing made in it, so it is given up now and then. */
const DRAWINGS_PER_DOM = 25

let held: { readonly dom: JSDOM; drawings: number } | undefined
let loaded: Promise<Mermaid> | undefined
let last: Promise<unknown> = Promise.resolve()

function documentToDrawIn(): JSDOM {
  if (held !== undefined && held.drawings < DRAWINGS_PER_DOM) {
    held.drawings += 1
    return held.dom
  }
  held = { dom: createMeasuringDom(), drawings: 1 }
  return held.dom
}

async function loadMermaid(): Promise<Mermaid> {
  const mermaid = (await import('mermaid')).default
  mermaid.initialize(CONFIG)
  return mermaid
}

async function draw(text: string, id: string): Promise<string> {
  const dom = documentToDrawIn()
  return await withGlobals(dom, async () => {
    loaded ??= loadMermaid()
    const mermaid = await loaded
    const hidden = hideEntities(text)
    // Mermaid puts the classes of nodes into the drawing, those of edges not.
    const db = (await mermaid.mermaidAPI.getDiagramFromText(hidden)).db as unknown as FlowDb
    const nodes = new Map<string, NodeOrigin>(
      [...db.getVertices().values()].map(({ domId, text: label = '', type = '', classes }) => [
        `${id}-${domId}`,
        { label, shape: type, classes },
      ]),
    )
    const elementId = (node: string): string => `${id}-${db.getVertices().get(node)?.domId ?? ''}`
    const edges = new Map<string, EdgeOrigin>(
      db.getEdges().map(({ id: edge, start, end, text: label, classes }) => [
        edge,
        { label, classes, from: elementId(start), to: elementId(end) },
      ]),
    )
    const holder = dom.window.document.createElement('div')
    holder.innerHTML = (await mermaid.render(id, hidden)).svg
    const svg = holder.firstElementChild
    if (!svg) throw new TypeError('Expected Mermaid to draw an `<svg>`')
    const horizontal = /^(LR|RL)$/.test(db.getDirection())
    return cleanSvg(readDrawing(svg, { nodes, edges }), { id, horizontal })
  })
}

/**
 * Draws a Mermaid flowchart as SVG that a page can hold as it is: no `<style>`, no `style`, no
 * script, coloured by the classes of `diagram.css`. The same text and id give the same bytes.
 *
 * In the text, `:::claim` or `class n0 claim,…` gives a node its classes; an edge needs an id to
 * get one: `n0 e0@-->|supports| n1`, then `class e0 supports`. Labels, tooltips and `accTitle` are
 * written with `escapeLabel`. Subgraphs and edges from a node to
 * itself are not supported.
 *
 * @throws Error when Mermaid cannot read the text; RangeError for a bad id or unsupported shape.
 */
export async function renderMermaid(text: string, options: DiagramOptions): Promise<string> {
  if (!/^[a-z][a-z0-9-]*$/i.test(options.id)) {
    throw new RangeError(
      `Expected \`id\` to be a letter, then letters, digits or hyphens, got \`${options.id}\``,
    )
  }
  const drawn = last.then(() => draw(text, options.id))
  last = drawn.catch(() => undefined)
  return await drawn
}

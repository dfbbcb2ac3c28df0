import { boxOfPoints, EDGE_FONT_SIZE, NODE_FONT_SIZE, numbersIn, type Box } from './dom.ts'
import type { DrawnEdge, DrawnNode, Drawing, Label, Shape } from './read-drawing.ts'
import { routeEdges } from './route-edges.ts'
import { svgElement, svgText } from './svg-text.ts'
import { BASELINE, LINE_HEIGHT } from './text-metrics.ts'

export interface CleanOptions {
  /** Id of the `<svg>` and prefix of every other id. */
  readonly id: string
  /** Whether ranks stand side by side (`LR`, `RL`). */
  readonly horizontal: boolean
}

const MARGIN = 4

// A space where a line ends between words, so that the text can be read out and copied. It has no
// width because it would push the centred line aside.
const SPACE = svgElement('tspan', { 'font-size': 0 }, ' ')

function labelText({ lines, whole }: Label, size: number): string {
  if (lines.length === 0) return ''
  const top = (-lines.length * LINE_HEIGHT * size) / 2
  const text = whole.replace(/ +/g, ' ').trim()
  let end = 0
  const spans = lines.map((line, index) => {
    end += line.length
    const space = text[end] === ' ' && index < lines.length - 1
    if (space) end += 1
    const y = top + (index * LINE_HEIGHT + BASELINE) * size
    return svgElement('tspan', { x: 0, y }, svgText(line)) + (space ? SPACE : '')
  })
  return svgElement('text', { 'font-size': size, 'text-anchor': 'middle' }, ...spans)
}

function shapeText(shape: Shape): string {
  if (shape.kind === 'circle') return svgElement('circle', { r: shape.r })
  if (shape.kind === 'rect') return svgElement('rect', { ...shape.box, rx: shape.rx })
  const points = shape.points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
  return svgElement('polygon', { points: points.join(' ') })
}

function translate({ x, y }: { readonly x: number; readonly y: number }): string {
  return `translate(${x.toFixed(1)} ${y.toFixed(1)})`
}

function nodeText({ classes, placed, shape, label, tooltip, href }: DrawnNode): string {
  const group = svgElement(
    'g',
    { class: ['node', ...classes].join(' '), transform: translate(placed) },
    tooltip === '' ? '' : svgElement('title', {}, svgText(tooltip)),
    shapeText(shape),
    labelText(label, NODE_FONT_SIZE),
  )
  return href === undefined ? group : svgElement('a', { href }, group)
}

function markerId(id: string, { classes }: DrawnEdge): string {
  return [id, 'arrow', ...classes].join('-')
}

function edgeText(edge: DrawnEdge, path: string, id: string): string {
  return svgElement('path', {
    class: ['edge', ...edge.classes, ...(edge.dotted ? ['dotted'] : [])].join(' '),
    d: path,
    'marker-end': edge.arrow ? `url(#${markerId(id, edge)})` : undefined,
  })
}

function edgeLabelText({ classes, label }: DrawnEdge): string {
  if (!label) return ''
  const { width, height } = label.box
  return svgElement(
    'g',
    { class: ['edge-label', ...classes].join(' '), transform: translate(label.at) },
    svgElement('rect', { x: -width / 2, y: -height / 2, width, height, fill: 'none' }),
    labelText(label, EDGE_FONT_SIZE),
  )
}

function markerText(id: string, classes: readonly string[]): string {
  return svgElement(
    'marker',
    {
      id,
      class: ['arrow', ...classes].join(' '),
      viewBox: '0 0 10 10',
      refX: 5,
      refY: 5,
      markerUnits: 'userSpaceOnUse',
      markerWidth: 8,
      markerHeight: 8,
      orient: 'auto',
    },
    svgElement('path', { d: 'M0 0 10 5 0 10z' }),
  )
}

/** One arrowhead for each set of classes in use: an arrowhead cannot take its edge's colour. */
function markersText(edges: readonly DrawnEdge[], id: string): string {
  const arrows = edges.filter(({ arrow }) => arrow)
  const markers = new Map(arrows.map((edge) => [markerId(id, edge), edge.classes]))
  return [...markers].map(([name, classes]) => markerText(name, classes)).join('')
}

function frameOf({ nodes, edges }: Drawing, paths: readonly string[]): Box {
  const corners = ({ x, y }: { x: number; y: number }, { width, height }: Box): readonly number[] =>
    [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
  const { x, y, width, height } = boxOfPoints([
    ...nodes.flatMap(({ placed }) => corners(placed, placed)),
    ...edges.flatMap(({ label }) => (label ? corners(label.at, label.box) : [])),
    ...paths.flatMap(numbersIn),
  ])
  const [left, top] = [Math.floor(x - MARGIN), Math.floor(y - MARGIN)]
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width + MARGIN) - left,
    height: Math.ceil(y + height + MARGIN) - top,
  }
}

/**
 * Writes a drawing as a page needs it: shapes, labels, edges, links, title and description, and
 * nothing else: no styles, scripts, animations, HTML or unused markers. Colours are left to the
 * page, by class. The natural size stands in `width` and `height`.
 */
export function cleanSvg(drawing: Drawing, { id, horizontal }: CleanOptions): string {
  const { nodes, edges, title, description } = drawing
  const wires = edges.map((edge) => ({ ...edge, label: edge.label?.at }))
  const paths = routeEdges(nodes.map(({ placed }) => placed), wires, horizontal)
  const { x, y, width, height } = frameOf(drawing, paths)
  const markers = markersText(edges, id)
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id,
      class: 'diagram',
      viewBox: `${x} ${y} ${width} ${height}`,
      width,
      height,
      // What is in an image is hidden from screen readers, so one with links is none.
      role: nodes.some(({ href }) => href !== undefined) ? 'group' : 'img',
      'aria-labelledby': title === '' ? undefined : `${id}-title`,
      'aria-describedby': description === '' ? undefined : `${id}-desc`,
    },
    title === '' ? '' : svgElement('title', { id: `${id}-title` }, svgText(title)),
    description === '' ? '' : svgElement('desc', { id: `${id}-desc` }, svgText(description)),
    markers === '' ? '' : svgElement('defs', {}, markers),
    svgElement(
      'g',
      { class: 'edges', fill: 'none', stroke: 'currentColor' },
      ...edges.map((edge, index) => edgeText(edge, paths[index] ?? '', id)),
    ),
    svgElement('g', { class: 'nodes' }, ...nodes.map(nodeText)),
    // Apart from their arrows they say nothing; what names the drawing says where the words are.
    svgElement('g', { class: 'edge-labels', 'aria-hidden': 'true' }, ...edges.map(edgeLabelText)),
  )
}

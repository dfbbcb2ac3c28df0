import { svgElement, svgText } from '../../diagram/svg-text.ts'
import { boxWidth, fontSize, lineHeight, titleLines } from '../layout/boxes.ts'
import { farLines, headingLine, headingLines, labelLine } from '../layout/headings.ts'
import type { Band, Layout, Point } from '../layout/layout.ts'
import {
  kindNames,
  labelNames,
  relationNames,
  strengthStep,
  strengthSteps,
  type MapData,
} from '../map-data.ts'
import type { DrawnMap } from '../to-map-data.ts'
import { kindWords, labelWords } from '../../words.ts'
import { barPath, headPath, markPath, shapePath } from './shapes.ts'

/** How a drawing is called, and where its nodes lead. */
export interface MapDrawing {
  readonly name: string
  readonly href: (id: string) => string
}

/**
 * The whole map as SVG for a page: parts, edges, and nodes as links in reading order. Looks are left
 * to style sheets, which know everything by class and data. Titles are text and never mark-up.
 */
export function drawMap({ data, layout }: DrawnMap, { name, href }: MapDrawing): string {
  const { width, height } = data
  return svgElement(
    'svg',
    {
      id: 'map-drawing',
      class: 'map-drawing',
      'data-map-svg': '',
      role: 'group',
      'aria-label': name,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    svgElement(
      'defs',
      {},
      ...labelNames.map((label) => svgElement('path', { id: `map-mark-${label}`, d: markPath(label) })),
    ),
    svgElement(
      'g',
      { 'data-map-world': '' },
      ...layout.bands.map((band) => drawBand(data, band)),
      svgElement('g', { class: 'map-edges' }, ...drawEdges(data, layout)),
      ...data.nodes.id.map((id, node) => drawNode(data, node, href(id))),
      svgElement('g', { class: 'map-far', 'aria-hidden': 'true' }, ...drawFar(data, layout)),
      svgElement('g', { class: 'map-aside', 'aria-hidden': 'true' }, ...drawAside(data, layout)),
    ),
  )
}

function drawBand({ parts, nodes, width }: MapData, { part, top }: Band): string {
  const found = parts[part]
  const rule = top === 0 ? '' : svgElement('path', { class: 'map-rule', d: `M0 ${top}H${width}` })
  if (found === undefined) return rule
  const start = top + 20
  const isAbove = nodes.part.some((each, node) => each === part && nodes.depth[node] === 0)
  const lines = isAbove ? [found.title] : headingLines(found.title)
  return svgElement(
    'g',
    { class: 'map-part', 'data-part': String(part) },
    rule,
    svgElement('text', { class: 'map-part-label', x: 2, y: start + 10 }, svgText(found.label)),
    svgElement(
      'text',
      { class: 'map-part-name' },
      ...drawLines(lines, 2, start + labelLine + 12, headingLine),
    ),
  )
}

/** Letters beside the drawing, and how far from it: all of this map in a window is a tenth as large. */
const asideSize = 130
const asideGap = 60

/** Of each part its name again, as large as there is room, for when titles are too small to be read. */
function drawFar({ parts, width }: MapData, { bands }: Layout): readonly string[] {
  return bands.flatMap(({ part, top, bottom }) => {
    const title = parts[part]?.title
    if (title === undefined) return []
    const { lines, size } = farLines(title, width, bottom - top)
    const first = (top + bottom) / 2 + size * (0.36 - (lines.length - 1) / 2)
    return [svgElement('text', { 'font-size': size }, ...drawLines(lines, width / 2, first, size))]
  })
}

/** The same beside the drawing, for windows that are wider than it. */
function drawAside({ parts, width }: MapData, { bands }: Layout): readonly string[] {
  return bands.flatMap(({ part, top, bottom }) => {
    const title = parts[part]?.title
    if (title === undefined) return []
    const size = Math.floor(Math.min(asideSize, 0.9 * (bottom - top)))
    const y = Math.round((top + bottom) / 2 + size * 0.36)
    return [svgElement('text', { 'font-size': size, x: width + asideGap, y }, svgText(title))]
  })
}

function drawEdges({ edges }: MapData, { lines, meets }: Layout): readonly string[] {
  return lines.map(({ path, tip, heading }, edge) => {
    const kind = edges.kind[edge] ?? 0
    const meet = meets[edge]
    return svgElement(
      'g',
      {
        class: 'map-edge',
        'data-edge': String(edge),
        'data-relation': relationNames[kind],
        'data-label': labelNames[edges.label[edge] ?? -1],
      },
      svgElement('path', { class: 'map-line', d: path }),
      svgElement('path', { class: 'map-head', d: headPath(kind, tip, heading) }),
      meet ? svgElement('circle', { class: 'map-ring', cx: meet.x, cy: meet.y, r: 4.5 }) : '',
    )
  })
}

function drawNode({ nodes }: MapData, node: number, href: string): string {
  const kind = nodes.kind[node] ?? 0
  const label = labelNames[nodes.label[node] ?? -1]
  const middle = { x: nodes.x[node] ?? 0, y: nodes.y[node] ?? 0 }
  const [width, height] = [nodes.width[node] ?? boxWidth, nodes.height[node] ?? 0]
  const box = { kind, width, height, part: 0, depth: 0 }
  const corner = { x: middle.x + width / 2 - 12, y: middle.y - height / 2 }
  return svgElement(
    'a',
    {
      class: 'map-node',
      href,
      'aria-label': nameOf(nodes, node),
      'data-node': String(node),
      'data-kind': kindNames[kind],
      'data-label': label,
      'data-strength': strengthStep(nodes.strength[node] ?? -1)?.toString(),
    },
    svgElement('path', { class: 'map-shape', d: shapePath(box, middle) }),
    svgElement('path', { class: 'map-bar', pathLength: strengthSteps, d: barPath(box, middle) }),
    ...drawTitle(nodes.title[node] ?? '', kind, middle, height),
    ...labelNames.map((name) =>
      svgElement('use', { class: `map-mark map-mark-${name}`, href: `#map-mark-${name}`, ...corner }),
    ),
  )
}

/** What is read aloud for a node: the words that go with its shape and mark, too. */
function nameOf({ title, kind, label }: MapData['nodes'], node: number): string {
  const words = kindWords[kindNames[kind[node] ?? 0] ?? 'claim']
  const standing = labelNames[label[node] ?? -1]
  return `${title[node] ?? ''}. ${words}${standing === undefined ? '' : `, ${labelWords[standing].toLowerCase()}`}`
}

function drawTitle(title: string, kind: number, { x, y }: Point, height: number): readonly string[] {
  const lines = titleLines(title, kind)
  const first = y - (lines.length * lineHeight) / 2 + 0.78 * fontSize + (lineHeight - fontSize) / 2
  if (height === 0) return []
  return [svgElement('text', { class: 'map-title' }, ...drawLines(lines, x, first, lineHeight))]
}

/** Lines of a text one below the other; a space between them keeps their words apart. */
function drawLines(
  lines: readonly string[],
  x: number,
  first: number,
  apart: number,
): readonly string[] {
  return lines.map((line, at) => {
    const end = at < lines.length - 1 ? ' ' : ''
    return svgElement('tspan', { x, y: first + at * apart }, svgText(line + end))
  })
}

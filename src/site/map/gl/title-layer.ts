import type { MapData } from '../map-data.ts'
import { chooseLabels, type Box, type Candidate } from './choose-labels.ts'
import { drawBox, drawPart, drawRing, drawTitle, placePart } from './draw-titles.ts'
import type { Look } from './look.ts'
import { standings } from './marks.ts'
import { spansOfParts, type PartSpan } from './part-spans.ts'
import { openTitles, type SetTitle, type Titles } from './titles.ts'
import { boxesFrom, onStage, sizeOf, windowOf, type View } from './view.ts'

/** Titles, boxes and rings on a canvas above the marks. */
export interface TitleLayer {
  readonly canvas: HTMLCanvasElement
  /** Chooses what has a title in a view, and draws that. */
  choose(view: View, look: Look): void
  /** Brings what is drawn to another view: moved along, or drawn anew where that has zoomed. */
  follow(view: View, look: Look): void
  /** Forgets how wide titles are, as other fonts are there. */
  forget(): void
}

/** So far beyond the stage the canvas reaches, for what a pan brings in. */
export const beyond = 64
/** Below this zoom parts have their titles on the map, as in the drawing in SVG. */
const partsBelow = 0.4
const mostRings = 400
/** So many nodes are tried for a title; setting one takes a while. */
const mostTried = 1500
/** Where marks are smaller, lines of text are higher than their rows. */
const roomyFrom = 3

/**
 * Titles are text on a canvas, which shapes Arabic and Indic ones as it should; what is drawn once
 * is moved along with a pan and costs nothing then.
 *
 * @param order Nodes by importance.
 */
export function openTitleLayer(data: MapData, order: Int32Array): TitleLayer {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  let parts: readonly PartSpan[] = []
  let titles: { readonly sans: string; readonly of: Titles } | undefined
  let chosen: readonly number[] = []
  let drawn: View | undefined

  const titlesIn = (sans: string): Titles => {
    if (titles?.sans !== sans) titles = { sans, of: openTitles(data, context, sans) }
    return titles.of
  }
  const draw = (view: View, look: Look) => {
    clear(canvas, context, view)
    const { inBox } = titlesIn(look.palette.sans)
    if (view.camera.zoom < boxesFrom) drawBeside(view, look)
    else for (const node of chosen) drawBox(context, data, node, view, look, inBox(node))
    canvas.style.transform = ''
    drawn = view
  }
  const drawBeside = (view: View, look: Look) => {
    const { besideMark } = titlesIn(look.palette.sans)
    const at = (node: number) => placeOf(data, node, view)
    for (const node of ringedIn(look)) {
      const isMarked = node === look.scene.focus || node === look.scene.current
      drawRing(context, at(node), isMarked, look.palette)
    }
    for (const node of chosen) {
      const title = besideMark(node)
      drawTitle(context, boxBeside(at(node), title, view), title, look.palette)
    }
    for (const part of parts) drawPart(context, part, view, look.palette)
  }
  return {
    canvas,
    choose(view, look) {
      const { left, right, top, bottom } = windowOf(view, beyond)
      const shown = order.filter((node) => {
        const [x, y] = [data.nodes.x[node] as number, data.nodes.y[node] as number]
        return look.nodes[node] !== 0 && x >= left && x <= right && y >= top && y <= bottom
      })
      const set = titlesIn(look.palette.sans)
      const isPlain = look.scene.focus === undefined && look.scene.found === undefined
      parts = isPlain && view.camera.zoom < partsBelow ? spansOfParts(data, look.nodes) : []
      const taken = parts.flatMap((part) => placePart(context, part, view, look.palette) ?? [])
      if (view.camera.zoom >= boxesFrom) chosen = [...byStanding(shown, look.nodes, boxed)].reverse()
      else chosen = chooseBeside(data, shown, view, look, set, taken)
      draw(view, look)
    },
    follow(view, look) {
      if (drawn === undefined || drawn.camera.zoom !== view.camera.zoom) return draw(view, look)
      const across = (drawn.camera.x - view.camera.x) * view.camera.zoom
      const down = (drawn.camera.y - view.camera.y) * view.camera.zoom
      canvas.style.transform = `translate(${across}px, ${down}px)`
    },
    forget() {
      titles = undefined
    },
  }
}

function clear(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  { width, height, ratio }: View,
): void {
  const across = Math.round((width + 2 * beyond) * ratio)
  const down = Math.round((height + 2 * beyond) * ratio)
  if (canvas.width !== across || canvas.height !== down) {
    Object.assign(canvas, { width: across, height: down })
    Object.assign(canvas.style, { width: `${across / ratio}px`, height: `${down / ratio}px` })
  } else {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, across, down)
  }
  context.setTransform(ratio, 0, 0, ratio, beyond * ratio, beyond * ratio)
}

/** Where the mark of a node is on the stage. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly radius: number
}

function placeOf(data: MapData, node: number, view: View): Place {
  const [x, y] = onStage(view, data.nodes.x[node] as number, data.nodes.y[node] as number)
  return { x, y, radius: view.radius * sizeOf(data, node) }
}

/** The current first, then what is near or found, then the rest; what is faint has no title but in its box. */
const titled = [standings.current, standings.near, standings.shown]
const boxed = [...titled, standings.faint]

function* byStanding(
  nodes: Int32Array,
  standing: Uint8Array,
  order: readonly number[],
): Generator<number> {
  for (const stand of order) {
    for (const node of nodes) if (standing[node] === stand) yield node
  }
}

function ringedIn({ nodes, scene: { focus, current, found } }: Look): readonly number[] {
  const few = [...(found ?? [])].slice(0, mostRings)
  const ringed = [...few, focus, current].filter((node) => node !== undefined)
  return ringed.filter((node) => nodes[node] !== standings.hidden)
}

/** The box of a title beside its mark: on the right, or where the stage ends there on the left. */
function boxBeside({ x, y, radius }: Place, title: SetTitle, { width }: View): Box {
  const across = title.width + 8
  const half = (title.lines.length * title.size * 1.2) / 2
  const isOnLeft = x <= width && x + radius + 3 + across > width
  const left = isOnLeft ? x - radius - 3 - across : x + radius + 3
  return { left, right: left + across, top: y - half, bottom: y + half }
}

function chooseBeside(
  data: MapData,
  shown: Int32Array,
  view: View,
  look: Look,
  titles: Titles,
  taken: readonly Box[],
): readonly number[] {
  const marks = { all: [] as number[], strong: [] as number[] }
  for (const node of shown) {
    const { x, y } = placeOf(data, node, view)
    marks.all.push(x, y)
    if ((look.nodes[node] as number) >= standings.near) marks.strong.push(x, y)
  }
  const candidates = (function* (): Generator<Candidate> {
    for (const node of [...byStanding(shown, look.nodes, titled)].slice(0, mostTried)) {
      const wanted = look.nodes[node] !== standings.shown || data.nodes.depth[node] === 0
      if (!wanted && view.radius < roomyFrom) continue
      yield { node, wanted, ...boxBeside(placeOf(data, node, view), titles.besideMark(node), view) }
    }
  })()
  return chooseLabels(candidates, marks, taken).map(({ node }) => node)
}

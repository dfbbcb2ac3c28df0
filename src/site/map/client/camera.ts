import type { Camera } from '../drawing.ts'
import type { MapData } from '../map-data.ts'

/** Width and height of what is looked through, in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

const leastZoom = 0.02
const mostZoom = 4
/** Titles can be read from here on, and read with ease. */
export const legible = 0.7
const easy = 0.85
/** CSS pixels left free around what is fitted. */
const margin = 28

/**
 * The camera kept where the picture is, at a zoom that makes sense. With a window it goes no further
 * away than a little more than shows everything there.
 */
export function held({ x, y, zoom }: Camera, whole: Size, window?: Size): Camera {
  const { width, height } = whole
  const away = window && 0.8 * Math.min(1, window.width / width, window.height / height)
  return {
    x: Math.max(0, Math.min(width, x)),
    y: Math.max(0, Math.min(height, y)),
    zoom: Math.max(away ?? leastZoom, Math.min(mostZoom, zoom)),
  }
}

/** The camera after a zoom about a point of the window. */
export function zoomed(
  camera: Camera,
  factor: number,
  x: number,
  y: number,
  window: Size,
  whole: Size = { width: 0, height: 0 },
): Camera {
  const next = { ...camera, zoom: camera.zoom * factor }
  const { zoom } = held(next, whole, whole.width > 0 ? window : undefined)
  const shift = 1 / camera.zoom - 1 / zoom
  return {
    x: camera.x + (x - window.width / 2) * shift,
    y: camera.y + (y - window.height / 2) * shift,
    zoom,
  }
}

/** A camera on the way, with zooms in logarithms, so that half way is half as large as it seems. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const mix = (a: number, b: number) => a + (b - a) * part
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    zoom: from.zoom * (to.zoom / from.zoom) ** part,
  }
}

/** A camera that has these nodes in the window, or everything; never larger than life. */
export function fit({ nodes, width, height }: MapData, size: Size, of?: readonly number[]): Camera {
  let [left, top, right, bottom] = [0, 0, width, height]
  if (of !== undefined && of.length > 0) {
    ;[left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const node of of) {
      const [halfWidth, halfHeight] = [nodes.width[node]! / 2, nodes.height[node]! / 2]
      left = Math.min(left, nodes.x[node]! - halfWidth)
      right = Math.max(right, nodes.x[node]! + halfWidth)
      top = Math.min(top, nodes.y[node]! - halfHeight)
      bottom = Math.max(bottom, nodes.y[node]! + halfHeight)
    }
  }
  const across = Math.max(1, size.width - 2 * margin) / Math.max(1, right - left)
  const down = Math.max(1, size.height - 2 * margin) / Math.max(1, bottom - top)
  const zoom = Math.min(1, across, down)
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom }
}

/**
 * Where the explorer begins: with everything, if it can be read so; else as wide as the window, as
 * far as that can be read, and from the corner where the first head is.
 */
export function firstLook(data: MapData, size: Size): Camera {
  const whole = fit(data, size)
  if (whole.zoom >= legible) return whole
  const zoom = Math.min(1, Math.max(easy, (size.width - margin) / data.width))
  const [x = 0, y = 0] = [data.nodes.x[0], data.nodes.y[0]]
  const start = (place: number, window: number, whole: number) => {
    if (whole * zoom <= window) return whole / 2
    const half = window / 2 / zoom
    return place < 1.6 * half ? half - margin / 2 / zoom : Math.min(place, whole - half)
  }
  return {
    x: start(x, size.width, data.width),
    y: start(y, size.height, data.height),
    zoom,
  }
}

/**
 * Where a node in the middle of things is looked at: where the camera is, if all that is near can
 * be seen and read from there; else with all that is near, if it can be read; else at the node.
 */
export function lookAround(
  data: MapData,
  size: Size,
  now: Camera,
  focus: number,
  near: readonly number[],
): Camera {
  if (now.zoom >= legible && near.every((node) => isSeen(data, size, now, node))) return now
  const all = fit(data, size, near)
  if (all.zoom >= legible) return within(data, size, all)
  const zoom = Math.max(easy, Math.min(1, now.zoom))
  return within(data, size, { x: data.nodes.x[focus]!, y: data.nodes.y[focus]!, zoom })
}

/** The camera moved so that no more than a margin of the window is outside the picture. */
function within({ width, height }: MapData, size: Size, { x, y, zoom }: Camera): Camera {
  const kept = (place: number, window: number, whole: number) => {
    const half = window / 2 / zoom - margin / zoom
    return half > whole / 2 ? whole / 2 : Math.max(half, Math.min(whole - half, place))
  }
  return { x: kept(x, size.width, width), y: kept(y, size.height, height), zoom }
}

function isSeen(data: MapData, size: Size, camera: Camera, node: number): boolean {
  const { x, y } = reach(data, size, camera, node)
  return x === camera.x && y === camera.y
}

/** The camera moved as little as brings a node into the window; the same where it is there. */
export function reach({ nodes }: MapData, size: Size, camera: Camera, node: number): Camera {
  const moved = (at: number, halfNode: number, middle: number, window: number) => {
    const half = Math.max(0, window / 2 / camera.zoom - halfNode - margin / camera.zoom)
    return Math.max(at - half, Math.min(at + half, middle))
  }
  return {
    x: moved(nodes.x[node]!, nodes.width[node]! / 2, camera.x, size.width),
    y: moved(nodes.y[node]!, nodes.height[node]! / 2, camera.y, size.height),
    zoom: camera.zoom,
  }
}

/** How large things are, in a word for the style sheet. */
export function zoomWord(zoom: number): 'far' | 'middle' | 'near' {
  return zoom < 0.4 ? 'far' : zoom < legible ? 'middle' : 'near'
}

import type { Camera } from '../drawing.ts'
import type { MapData } from '../map-data.ts'

/** Width and height of what is looked through, in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export const leastZoom = 0.02
export const mostZoom = 4
/** Titles can be read from here on. */
export const legible = 0.7
/** CSS pixels left free around what is fitted. */
const margin = 28

/** The camera kept where the picture is, at a zoom that makes sense. */
export function held({ x, y, zoom }: Camera, { width, height }: Size): Camera {
  return {
    x: Math.max(0, Math.min(width, x)),
    y: Math.max(0, Math.min(height, y)),
    zoom: Math.max(leastZoom, Math.min(mostZoom, zoom)),
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
 * Where the explorer begins: everything, if it can be read so; else as wide as it can be read, from
 * the heads of the maps at the top.
 */
export function firstLook(data: MapData, size: Size): Camera {
  const whole = fit(data, size)
  if (whole.zoom >= legible) return whole
  const heads = data.nodes.id.flatMap((_, node) => (data.nodes.depth[node] === 0 ? [node] : []))
  const { x, y } = fit(data, size, heads)
  const zoom = Math.min(1, Math.max(legible, size.width / data.width))
  const [half, top] = [size.width / 2 / zoom, Math.min(...heads.map((node) => data.nodes.y[node]!))]
  const isWide = data.width <= 2 * half
  return {
    x: isWide ? data.width / 2 : Math.max(half, Math.min(data.width - half, x)),
    y: heads.length === 0 ? y : top - 3 * margin / zoom + size.height / 2 / zoom,
    zoom,
  }
}

/** Where a node in the middle of things is looked at: with all that is near, if it can be read. */
export function lookAround(data: MapData, size: Size, focus: number, near: readonly number[]): Camera {
  const all = fit(data, size, near)
  if (all.zoom >= legible) return all
  return { x: data.nodes.x[focus]!, y: data.nodes.y[focus]!, zoom: legible }
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

import type { Camera } from '../drawing.ts'
import type { MapData } from '../map-data.ts'

/** What is looked at: a camera and the stage it looks onto, in CSS pixels. */
export interface View {
  readonly camera: Camera
  readonly width: number
  readonly height: number
  /** Device pixels a CSS pixel. */
  readonly ratio: number
  /** Of an ordinary mark, in CSS pixels. */
  readonly radius: number
}

/** A part of the layout, in its units. */
export interface Window {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What of the layout a view shows, and so many CSS pixels around it. */
export function windowOf({ camera: { x, y, zoom }, width, height }: View, margin = 0): Window {
  const across = (width / 2 + margin) / zoom
  const down = (height / 2 + margin) / zoom
  return { left: x - across, right: x + across, top: y - down, bottom: y + down }
}

/** Where a point of the layout is on the stage, in CSS pixels from its corner. */
export function onStage(
  { camera, width, height }: View,
  x: number,
  y: number,
): readonly [x: number, y: number] {
  return [width / 2 + (x - camera.x) * camera.zoom, height / 2 + (y - camera.y) * camera.zoom]
}

/** From here on nodes are boxes with their titles in them, and no longer marks. */
export const boxesFrom = 0.62

/** How far nodes have opened from marks to boxes, 0 to 1: so far lines end at the sides of boxes. */
export function openedAt(zoom: number): number {
  return Math.min(1, Math.max(0, (zoom - 0.42) / (boxesFrom - 0.42)))
}

/**
 * The radius of an ordinary mark in CSS pixels: below that of its box, so that marks of neighbours
 * do not touch.
 */
export function radiusAt({ nodes }: MapData, zoom: number): number {
  return Math.min(7, Math.max(1, 0.42 * (nodes.height[0] ?? 0) * zoom))
}

/** How large a mark is beside an ordinary one: heads are the largest. */
export function sizeOf({ nodes }: MapData, node: number): number {
  const depth = nodes.depth[node] as number
  if (depth === 0) return 1.8
  return depth === 1 ? 1.3 : 1
}

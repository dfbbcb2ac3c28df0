import type { MapData } from '../map-data.ts'
import { boxesFrom, sizeOf, type View } from './view.ts'

/** So many CSS pixels around a mark belong to it, for hands that are not that exact. */
const reach = 6

/** The node at a point of the stage: the box that has it, or the nearest mark in reach. */
export function findNode(
  data: MapData,
  standing: Uint8Array,
  { camera, width, height, radius }: View,
  stageX: number,
  stageY: number,
): number | undefined {
  const x = camera.x + (stageX - width / 2) / camera.zoom
  const y = camera.y + (stageY - height / 2) / camera.zoom
  const isBoxed = camera.zoom >= boxesFrom
  const { nodes } = data
  let [found, nearest]: [number | undefined, number] = [undefined, Infinity]
  for (let node = 0; node < standing.length; node++) {
    if (standing[node] === 0) continue
    const across = Math.abs((nodes.x[node] as number) - x)
    const down = Math.abs((nodes.y[node] as number) - y)
    const isAt = isBoxed
      ? 2 * across <= (nodes.width[node] as number) && 2 * down <= (nodes.height[node] as number)
      : Math.hypot(across, down) * camera.zoom <= radius * sizeOf(data, node) + reach
    const distance = Math.hypot(across, down)
    if (isAt && distance < nearest) [found, nearest] = [node, distance]
  }
  return found
}

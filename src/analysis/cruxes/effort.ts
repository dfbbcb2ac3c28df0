import type { Network } from '../strength/network.ts'
import type { Cone } from './cone.ts'

/** Messages gone over in settling a cycle, as often as it is usual, and points of a usual curve. */
const [usualPasses, usualPoints] = [25, 50]
/** More than this is too much for curves of all nodes: some 0.2 s. */
const mostForCurves = 5e7

/** Whether cycles make it a long search to draw the curves of all nodes of a cone. */
export function isSlow({ first }: Network, { cycles, nodes }: Cone): boolean {
  let pass = 0
  for (const { start, end } of cycles) pass += end - start + first[end]! - first[start]!
  return pass * usualPasses * usualPoints * nodes.length > mostForCurves
}

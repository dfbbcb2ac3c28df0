import type { Moment } from '../../analysis/history/history.ts'
import type { NodeId } from '../../core/id.ts'
import { siteHistory } from './history.ts'

/** The last commit that changed a node's file or its label; undefined where that is not known. */
export function modifiedOf(id: NodeId): Moment | undefined {
  return siteHistory().nodes.get(id)?.modified
}

/** The newest of the commits that changed some nodes; undefined where none is known. */
export function newestOf(ids: Iterable<NodeId>): Moment | undefined {
  let newest: Moment | undefined
  for (const id of ids) {
    const moment = modifiedOf(id)
    if (moment !== undefined && (newest === undefined || moment.on > newest.on)) newest = moment
  }
  return newest
}

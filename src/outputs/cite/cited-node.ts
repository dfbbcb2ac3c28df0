import type { Moment } from '../../analysis/history/history.ts'
import type { NodeKind } from '../../core/document.ts'

/** One wording of a node as something that can be cited. All text is as the files have it. */
export interface CitedNode {
  readonly id: string
  readonly kind: NodeKind
  readonly title: string
  readonly statement: string
  /** The title of its map. */
  readonly map: string
  /** The wording's hash. */
  readonly hash: string
  /** The page, without a fragment; absolute where the site's address is known, else its path. */
  readonly page: string
  /** The page with the wording pinned: what is cited. */
  readonly url: string
  /** The commit that brought the wording; absent where that is not known. */
  readonly since?: Moment
  /** The file as it was in that commit, in the public repository; absent where that is not set. */
  readonly archived?: string
  /** The day on which the node was withdrawn, `YYYY-MM-DD`; absent where it stands. */
  readonly withdrawn?: string
}

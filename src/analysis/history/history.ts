import type { NodeKind } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { Label } from '../labels/labelling.ts'

/** A commit of the published branch. */
export interface Moment {
  /** The full name of the commit. */
  readonly commit: string
  /** When it came to the branch, as `YYYY-MM-DDThh:mm:ssZ`. */
  readonly on: string
}

/** One wording of a node's statement. */
export interface Wording {
  /** As `wordingHash` gives it. */
  readonly hash: string
  readonly statement: string
  /** The commit that brought it; absent where it is not committed, or the history begins later. */
  readonly since?: Moment
  /** The file that had it in that commit, as `content/<map>/<id>.md`; there where `since` is. */
  readonly file?: string
}

/**
 * What happened to a node in a commit. A file that was deleted counts as withdrawn, and as restored
 * where it came back; labels are told of nodes that take part, so not while they are withdrawn.
 */
export type NodeEvent =
  | {
      readonly type: 'added'
      readonly at: Moment
      readonly kind: NodeKind
      readonly title: string
      readonly hash: string
      readonly statement: string
      /** Absent for a question and for a node that was withdrawn from the start. */
      readonly label?: Label
    }
  | {
      readonly type: 'reworded'
      readonly at: Moment
      /** The hash and the statement that were before. */
      readonly was: { readonly hash: string; readonly statement: string }
      readonly hash: string
      readonly statement: string
    }
  | { readonly type: 'retitled'; readonly at: Moment; readonly was: string; readonly title: string }
  | {
      readonly type: 'kind-changed'
      readonly at: Moment
      readonly was: NodeKind
      readonly kind: NodeKind
    }
  | {
      readonly type: 'label-changed'
      readonly at: Moment
      readonly was: Label
      readonly label: Label
    }
  | {
      readonly type: 'withdrawn'
      readonly at: Moment
      readonly reason: string
      /** The node it was merged into; absent where it just left. */
      readonly into?: NodeId
    }
  | { readonly type: 'restored'; readonly at: Moment }

/** What is known of a node's past. */
export interface NodeHistory {
  readonly id: NodeId
  /** The oldest first. */
  readonly events: readonly NodeEvent[]
  /**
   * Every wording there was, the oldest first, the present one last. A wording that came back is
   * listed once, where it came last.
   */
  readonly wordings: readonly [Wording, ...Wording[]]
  /** The last commit that changed its file or its label; absent where that is not known. */
  readonly modified?: Moment
}

/** What is known of the content's past. */
export interface ContentHistory {
  /** An entry for every node that there is now. */
  readonly nodes: ReadonlyMap<NodeId, NodeHistory>
  /** The newest commit that it knows; absent where there is no history at all. */
  readonly head?: Moment
  /** Why it does not reach back to the beginning, as a sentence; absent where it does. */
  readonly incomplete?: string
}

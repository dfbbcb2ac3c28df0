import type { EdgeId, NodeId } from './id.ts'
import type { Place } from './place.ts'

/** The relations a node may have, named in the node they start from. */
export const relationKinds = ['supports', 'rebuts', 'undercuts', 'refines', 'answers'] as const
export type RelationKind = (typeof relationKinds)[number]

/** Each relation read both ways. */
export const relationWords: Readonly<
  Record<RelationKind, { readonly forward: string; readonly backward: string }>
> = {
  supports: { forward: 'supports', backward: 'is supported by' },
  rebuts: { forward: 'rebuts', backward: 'is rebutted by' },
  undercuts: { forward: 'undercuts', backward: 'is undercut by' },
  refines: { forward: 'refines', backward: 'is refined by' },
  answers: { forward: 'answers', backward: 'is answered by' },
}

/** The step from one node to another that an undercut doubts. */
export interface Step {
  readonly from: string
  readonly to: string
}

interface Written {
  /** A sentence: why the node bears on its target. */
  readonly because?: string
  /** How relevant it is to its target, 0 to 1. Not how true it is. */
  readonly weight: number
  /** Where the target is written. */
  readonly place: Place
}

/** A relation as written; its target may not exist. */
export type Relation =
  | (Written & {
      readonly kind: 'supports'
      readonly to: string
      /** Supports of one target with one name count only together. */
      readonly linked?: string
    })
  | (Written & { readonly kind: 'rebuts' | 'refines' | 'answers'; readonly to: string })
  | (Written & { readonly kind: 'undercuts'; readonly to: Step })

interface Resolved {
  readonly id: EdgeId
  readonly from: NodeId
  readonly because?: string
  readonly weight: number
  readonly place: Place
}

/** A relation whose ends exist. Steps (`supports`, `rebuts`) can themselves be undercut. */
export type Edge =
  | (Resolved & { readonly kind: 'supports'; readonly to: NodeId; readonly linked?: string })
  | (Resolved & { readonly kind: 'rebuts' | 'refines' | 'answers'; readonly to: NodeId })
  | (Resolved & { readonly kind: 'undercuts'; readonly to: EdgeId })

import type { NodeKind } from '../../core/document.ts'
import type { Problem } from '../../core/problem.ts'
import type { Alike } from '../../analysis/near-duplicates.ts'
import type { IndexedMap } from '../../analysis/draft/content-index.ts'

/** What the page asks of the worker that knows the content: one check at a time. */
export type Ask =
  | { readonly kind: 'open'; readonly index: string; readonly results: string }
  | {
      readonly kind: 'check'
      readonly file: { readonly path: string; readonly text: string }
      /** What is looked for among the statements there are. */
      readonly statement: string
    }
  | { readonly kind: 'find'; readonly number: number; readonly query: string }
  | { readonly kind: 'look'; readonly id: string }

/** A node as it is offered or shown. */
export interface Offered {
  readonly id: string
  readonly map: string
  readonly kind: NodeKind
  readonly title: string
  readonly statement: string
  readonly isWithdrawn: boolean
}

/** A node that something is to be done to, with the ends of its steps; else the nearest id. */
export type Looked =
  | { readonly id: string; readonly node: Offered; readonly ends: readonly Offered[] }
  | { readonly id: string; readonly node?: undefined; readonly nearest?: string }

/** A statement like the one that is being written. */
export type AlikeNode = Offered & Pick<Alike, 'score'> & { readonly like: Alike['kind'] }

/** What the worker tells; every question is answered, in turn. */
export type Told =
  | {
      readonly kind: 'opened'
      readonly maps: readonly IndexedMap[]
      readonly sources: readonly { readonly id: string; readonly title: string }[]
    }
  | {
      readonly kind: 'checked'
      readonly problems: readonly Problem[]
      /** Whether another file has the id. */
      readonly isTaken: boolean
      readonly alike: readonly AlikeNode[]
    }
  | { readonly kind: 'found'; readonly number: number; readonly nodes: readonly Offered[] }
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'failed'; readonly message: string }

import type { Crux } from '../../analysis/cruxes/cruxes.ts'
import type { Interaction } from '../../analysis/cruxes/interaction.ts'
import type { Changes } from '../../analysis/stance/changes.ts'
import type { View } from '../../analysis/stance/view.ts'
import type { ViewData } from '../../analysis/stance/view-data.ts'

/** What a page asks its worker: first to read the map, then what becomes of it in views. */
export type Ask =
  | { readonly kind: 'map'; readonly data: ViewData }
  | {
      readonly kind: 'view'
      readonly number: number
      readonly view: View
      readonly topic: number
      /** Whether to look for cruxes as well, which takes longer. */
      readonly isWeighed: boolean
    }
  /** How another view stands, and how the reader's own differs from it. */
  | { readonly kind: 'other'; readonly view: View; readonly mine: View; readonly topic: number }

/** How every node stands in a view; all arrays are by node. */
export interface Standing {
  /** The small numbers of the labels. */
  readonly label: Uint8Array
  /** By the default formula; NaN where there is no number. */
  readonly strength: Float64Array
  /** Of all formulas that have a number. */
  readonly lowest: Float64Array
  readonly highest: Float64Array
  /** How many formulas give no number. */
  readonly without: Uint8Array
}

/** A statement on which the topic turns. */
export type ViewCrux = Pick<Crux, 'node' | 'swing' | 'curve' | 'monotone' | 'flip'>

/** What a worker tells its page. An answer to a question that is not the last may never come. */
export type Told =
  | { readonly kind: 'map'; readonly standing: Standing }
  | {
      readonly kind: 'view'
      readonly number: number
      readonly standing: Standing
      /** What differs from the map as it is, and why; the most telling first. */
      readonly changes: Changes
    }
  | {
      readonly kind: 'other'
      readonly standing: Standing
      /** What differs from the other view to the reader's own. */
      readonly changes: Changes
    }
  | {
      readonly kind: 'cruxes'
      readonly number: number
      readonly cruxes: readonly ViewCrux[]
      /** Pairs of them that matter more, or less, together than by themselves. */
      readonly pairs: readonly Interaction[]
      /** Whether the search was given up, as it would take too long here. */
      readonly isTooLong?: boolean
    }
  /** What consistent positions say of the topic, where its label leaves it open. */
  | { readonly kind: 'position'; readonly number: number; readonly words: string }
  | { readonly kind: 'failed'; readonly message: string }

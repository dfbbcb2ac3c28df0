import type { Label } from '../../analysis/labels/labelling.ts'
import type { NodeKind } from '../../core/document.ts'

/** Bytes that a preview has at most, as JSON in UTF-8. */
export const mostBytes = 2000

/**
 * `/c/<id>/preview.json`: what a link to a node shows of it before it is followed. Every text is
 * plain and one line. What is long is cut between words and then ends in an ellipsis.
 */
export interface PreviewFile {
  readonly title: string
  readonly statement: string
  readonly kind: NodeKind
  /** The kind as readers see it. */
  readonly kindWords: string
  /** `none` of a node that left the argument; absent of a question. */
  readonly label?: Label | 'none'
  /** The label as readers see it: also that a node was withdrawn, or merged into another. */
  readonly labelWords?: string
  /** From 0 to 1 with two decimals; absent where there is no number. */
  readonly strength?: number
  /** The part of its map, or the map where it is in none. */
  readonly part?: string
  /** How many nodes object to it and support it, or answer it, as readers see it. */
  readonly counts?: string
  /** When and why it left the argument, and where it leads; then there are no `lines`. */
  readonly note?: string
  /** How its text begins. */
  readonly lines?: string
}

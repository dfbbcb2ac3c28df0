import type { NodeKind } from '../../core/document.ts'
import type { Standing } from './marks.ts'

/** All that is drawn on a card: plain data, texts as strangers wrote them. */
export interface Card {
  /** What it is: the shape and the word. */
  readonly kind?: { readonly shape: NodeKind; readonly word: string }
  /** A label of a few words; may be empty. */
  readonly title: string
  /** What is said: the largest text. */
  readonly statement: string
  /** How it stands: the mark and the word. */
  readonly standing?: { readonly mark: Standing; readonly word: string }
  /** The title of its map; may be empty. */
  readonly map: string
  /** Where the site stands: `example.org/assay`. */
  readonly address: string
}

import type { EdgeId } from './id.ts'
import type { Place } from './place.ts'

/** The file of all reviews. */
export const reviewsPath = 'content/reviews.tsv'

/** One line of the file of reviews: somebody judged an edge as it was worded then. */
export interface Review {
  /** Has the form of an edge id; the edge may no longer exist. */
  readonly edge: EdgeId
  /** What was judged, as `wordingOf` gives it: 12 hexadecimal digits. */
  readonly wording: string
  readonly place: Place
}

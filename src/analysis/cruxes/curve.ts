/** A curve as its points, in order of `base`, both from 0 to 1. */
export interface Curve {
  readonly base: Float64Array
  /** NaN where there is no number. */
  readonly strength: Float64Array
}

/** A base score, and the strength that a topic has with it. */
export interface Point {
  readonly base: number
  readonly strength: number
}

/** Computes the point at a base score. */
export type Ask = (base: number) => Point

/** Differences of strengths up to this are none; cycles are settled to a tenth of it. */
export const negligible = 1e-9

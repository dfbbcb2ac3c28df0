import { arccosine } from '../lib/angles.ts'

/**
 * The squared cosine between a factor's direction and the leading eigenvector of the sample
 * covariance, in the limit of many items and dimensions. `strength` is the factor's variance where
 * the noise in each direction has variance 1; `gamma` is dimensions over items.
 *
 * Source: Baik, Ben Arous & Péché 2005; Paul 2007; Benaych-Georges & Nadakuditi 2011.
 */
export function limitingOverlap(strength: number, gamma: number): number {
  const ratio = gamma / strength
  return strength > Math.sqrt(gamma) ? (1 - ratio / strength) / (1 + ratio) : 0
}

/** The leading eigenvalue in the same limit; below the threshold, the edge of the noise. */
export function limitingEigenvalue(strength: number, gamma: number): number {
  return strength > Math.sqrt(gamma) ? (1 + strength) * (1 + gamma / strength) : noiseEdge(gamma)
}

/** The largest eigenvalue that noise alone gives in the limit. */
export function noiseEdge(gamma: number): number {
  const edge = 1 + Math.sqrt(gamma)
  return edge * edge
}

/**
 * How often two normal scores of mean 0 and of that correlation have one sign.
 *
 * Source: Sheppard 1899.
 */
export function agreement(correlation: number): number {
  return 1 - arccosine(correlation) / Math.PI
}

/**
 * How often the sign of a factor is read rightly along a direction whose squared cosine with the
 * factor's own is `overlap`, where nothing but noise of variance 1 disturbs it.
 */
export function accuracyAlong(strength: number, overlap: number): number {
  const seen = strength * overlap
  return agreement(Math.sqrt(seen / (1 + seen)))
}

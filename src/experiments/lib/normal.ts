import stdlibErfc from '@stdlib/math-base-special-erfc'
import { exp } from './elementary.ts'

/** Density of the standard normal. */
export function normalDensity(z: number): number {
  return exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
}

/** P(Z <= z) of a standard normal. */
export function normalCumulative(z: number): number {
  return 0.5 * stdlibErfc(-z / Math.SQRT2)
}

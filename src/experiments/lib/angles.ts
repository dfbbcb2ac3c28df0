import stdlibAtan from '@stdlib/math-base-special-atan'

/** Angle in radians, -pi/2 to pi/2, whose tangent is a number. */
export const atan: (x: number) => number = stdlibAtan

/** Angle in radians, -pi/2 to pi/2, whose sine is `x`. */
export function arcsine(x: number): number {
  if (x <= -1 || x >= 1) return x < 0 ? -Math.PI / 2 : Math.PI / 2
  return atan(x / Math.sqrt(1 - x * x))
}

/** Angle in radians, 0 to pi, whose cosine is `x`. */
export function arccosine(x: number): number {
  return Math.PI / 2 - arcsine(x)
}

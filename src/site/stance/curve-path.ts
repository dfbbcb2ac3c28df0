import type { Curve } from '../../analysis/cruxes/curve.ts'

/** The size of a small response curve, in its own units. */
export const curveSize = { wide: 72, high: 24 }

/** How high a strength stands in a small response curve. */
export function curveHeight(strength: number): string {
  return ((1 - strength) * curveSize.high).toFixed(1)
}

/** The line of a small response curve, with gaps where there is no number. */
export function curvePath({ base, strength }: Curve): string {
  let path = ''
  let isDrawn = false
  base.forEach((at, i) => {
    const isNumber = !Number.isNaN(strength[i])
    if (isNumber) {
      const x = (at * curveSize.wide).toFixed(1)
      path += `${isDrawn ? 'L' : 'M'}${x} ${curveHeight(strength[i] as number)}`
    }
    isDrawn = isNumber
  })
  return path
}

/** @jsxImportSource #view */
import type { Curve } from '../../analysis/cruxes/curve.ts'
import { curveHeight, curvePath, curveSize } from './curve-path.ts'

interface CurveProps {
  readonly curve: Curve
  /** The strength as it is. */
  readonly now: number | undefined
}

/** How a strength answers to one credence from 0 to 1; what matters of it is said in words. */
export function ResponseCurve({ curve, now = Number.NaN }: CurveProps) {
  const { wide, high } = curveSize
  return (
    <svg class="curve" viewBox={`0 -2 ${wide} ${high + 4}`} aria-hidden="true">
      {now >= 0 && <path class="curve-now" d={`M0 ${curveHeight(now)}H${wide}`} />}
      <path class="curve-line" d={curvePath(curve)} />
    </svg>
  )
}

import type { MapData } from '../map-data.ts'
import { standings } from './marks.ts'

/** A part of a map and the box around its nodes, in the layout's units. */
export interface PartSpan {
  readonly title: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * The spans of the parts with nodes that stand out of what is hidden or faint. A map of one part
 * alone needs no title for it.
 */
export function spansOfParts({ parts, nodes }: MapData, standing: Uint8Array): readonly PartSpan[] {
  if (parts.length < 2) return []
  const spans = parts.map(({ title }) => ({
    title,
    left: Infinity,
    right: -Infinity,
    top: Infinity,
    bottom: -Infinity,
  }))
  for (const [node, part] of nodes.part.entries()) {
    const span = spans[part]
    if (span === undefined || (standing[node] as number) <= standings.faint) continue
    const [x, y] = [nodes.x[node] as number, nodes.y[node] as number]
    span.left = Math.min(span.left, x)
    span.right = Math.max(span.right, x)
    span.top = Math.min(span.top, y)
    span.bottom = Math.max(span.bottom, y)
  }
  return spans.filter(({ left, right }) => left <= right)
}

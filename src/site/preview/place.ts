import type { NodeLink } from './node-link.ts'

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Pixels between a link and its preview, and between the preview and the edge of the window. */
const [gap, edge] = [6, 8]
/** Pixels that the preview reaches beyond a pointer, so that the way into it is straight. */
const reach = 24

/**
 * Puts a box that is drawn in the page below a link, or above it where there is more room, in what
 * is seen of the page. Of a link in several lines that is the line with the point, where one is
 * given. What is marked `data-spare` goes if there is no room for all.
 */
export function placeBox(box: HTMLElement, link: NodeLink, point?: Point): void {
  const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport
  const line = lineAt(link, point)
  const above = line.top - offsetTop - gap - edge
  const below = offsetTop + height - line.bottom - gap - edge
  box.style.maxHeight = `${height - 2 * edge}px`
  const spare = box.querySelector<HTMLElement>('[data-spare]')
  if (spare) spare.hidden = false
  if (spare && box.offsetHeight > Math.max(above, below)) spare.hidden = true
  const { offsetWidth: wide, offsetHeight: high } = box
  const isBelow = high <= below || below >= above
  const top = isBelow ? line.bottom + gap : line.top - gap - high
  const left = point ? Math.max(line.left, point.x + reach - wide) : line.left
  box.style.top = `${scrollY + within(top, offsetTop, height - high)}px`
  box.style.left = `${scrollX + within(left, offsetLeft, width - wide)}px`
}

function within(wanted: number, start: number, room: number): number {
  return Math.max(start + edge, Math.min(wanted, start + room - edge))
}

function lineAt(link: NodeLink, point?: Point): DOMRect {
  const lines = point ? [...link.getClientRects()] : []
  const found = lines.find(
    ({ left, right, top, bottom }) =>
      point && left <= point.x && point.x <= right && top <= point.y && point.y <= bottom,
  )
  return found ?? link.getBoundingClientRect()
}

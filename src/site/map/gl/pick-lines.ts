import type { Lines } from './lines.ts'
import { standings } from './marks.ts'
import type { Window } from './view.ts'

/** The share of a window that lines may cover before they stop telling anything. */
const mostInk = { skeleton: 0.05, loose: 0.05, near: 0.2 } as const
/** Of loose lines all but a few, or none: some of them would look like all there are. */
const leastShare = 0.4

/** The lines that a window shows. */
export interface Picked {
  /** Beside the skeleton, to be drawn thin and first. */
  readonly loose: number
  readonly count: number
}

/**
 * Picks lines for a window into `picked`, loose ones first. Lines of the current node are always
 * there; of the rest the most important ones until there is as much ink as a reader can take apart:
 * the skeleton where it crosses the window, and what else has an end in it, as an end outside tells
 * nothing of where a line leads. What is faint has no lines.
 *
 * @param order Lines by importance, the skeleton first.
 */
export function pickLines(
  lines: Lines,
  order: Int32Array,
  standing: Uint8Array,
  window: Window,
  zoom: number,
  picked: Int32Array,
): Picked {
  const area = (window.right - window.left) * (window.bottom - window.top) * zoom
  const left = {
    skeleton: mostInk.skeleton * area,
    loose: mostInk.loose * area,
    near: mostInk.near * area,
  }
  let loose = 0
  let skipped = 0
  let strong = picked.length
  for (const line of order) {
    const own = standing[line] as number
    if (own <= standings.faint) continue
    const isMain = lines.main[line] === 1
    const pen = own === standings.shown ? (isMain ? 'skeleton' : 'loose') : 'near'
    if (pen !== 'loose' && left[pen] <= 0 && own !== standings.current) continue
    if (pen === 'loose' && !endsIn(lines.points, 4 * line, window)) continue
    if (pen === 'loose' && left.loose <= 0) {
      skipped++
      continue
    }
    const length = lengthIn(lines.points, 4 * line, window)
    if (length === 0) continue
    left[pen] -= length
    if (pen === 'loose') picked[loose++] = line
    else picked[--strong] = line
  }
  if (loose < leastShare * (loose + skipped)) loose = 0
  // The most important were written last to first: drawn so, they come last and lie on top.
  picked.copyWithin(loose, strong)
  return { loose, count: loose + picked.length - strong }
}

/** How long a line is in a window, or a little more; 0 where it is not in it. */
function lengthIn(points: Float32Array, at: number, window: Window): number {
  const [x, y] = [points[at] as number, points[at + 1] as number]
  const [toX, toY] = [points[at + 2] as number, points[at + 3] as number]
  const across = Math.min(window.right, Math.max(x, toX)) - Math.max(window.left, Math.min(x, toX))
  const down = Math.min(window.bottom, Math.max(y, toY)) - Math.max(window.top, Math.min(y, toY))
  return across < 0 || down < 0 ? 0 : Math.max(1, Math.hypot(across, down))
}

function endsIn(points: Float32Array, at: number, { left, top, right, bottom }: Window): boolean {
  for (let end = at; end < at + 4; end += 2) {
    const x = points[end] as number
    const y = points[end + 1] as number
    if (x >= left && x <= right && y >= top && y <= bottom) return true
  }
  return false
}

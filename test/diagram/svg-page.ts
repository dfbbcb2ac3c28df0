import { readdirSync, readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'

const EXAMPLES = new URL('./examples/', import.meta.url)

/** The Mermaid texts of `examples/`, by name. */
export const examples: ReadonlyMap<string, string> = new Map(
  readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.mmd'))
    .sort()
    .map((name) => [name.replace('.mmd', ''), readFileSync(new URL(name, EXAMPLES), 'utf8')]),
)

/** Parses a drawing as XML, which fails on anything malformed. */
export function parseSvg(svg: string): Element {
  return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.documentElement
}

export function offset(element: Element): { x: number; y: number } {
  const [x = 0, y = 0] = (element.getAttribute('transform')?.match(/[-\d.]+/g) ?? []).map(Number)
  return { x, y }
}

/** Corners of a node's shape around its middle; a circle's and a stadium's are those of its box. */
export function corners(shape: Element): readonly (readonly [number, number])[] {
  const value = (name: string): number => Number(shape.getAttribute(name))
  if (shape.localName === 'polygon') {
    return (shape.getAttribute('points') ?? '').split(' ').map((point) => {
      const [x = Number.NaN, y = Number.NaN] = point.split(',').map(Number)
      return [x, y] as const
    })
  }
  const [x, y, right, bottom] =
    shape.localName === 'circle'
      ? [-value('r'), -value('r'), value('r'), value('r')]
      : [value('x'), value('y'), value('x') + value('width'), value('y') + value('height')]
  return [[x, y], [right, y], [right, bottom], [x, bottom]]
}

/** Whether a point is within a shape of a node, both relative to the node's middle. */
export function isWithin(shape: Element, x: number, y: number): boolean {
  const points = corners(shape)
  const xs = points.map(([px]) => px)
  const ys = points.map(([, py]) => py)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  if (x < left || x > right || y < top || y > bottom) return false
  const radius = shape.localName === 'circle' ? right : Number(shape.getAttribute('rx') ?? 0)
  const [cx, cy] = [Math.abs(x) - (right - radius), Math.abs(y) - (bottom - radius)]
  if (cx > 0 && cy > 0) return Math.hypot(cx, cy) <= radius
  // A hexagon narrows from its second corner to its third.
  if (points.length === 6) {
    const slope = (points[2]?.[0] ?? 0) - (points[1]?.[0] ?? 0)
    return Math.abs(x) <= right - slope * (Math.abs(y) / bottom)
  }
  return points.length !== 10 || Math.abs(x) <= right - 8
}

/** Points along a path of `M`, `L`, `Q` and `C`, a few units apart. */
export function walk(path: string): readonly (readonly [number, number])[] {
  const walked: (readonly [number, number])[] = []
  let [x, y] = [0, 0]
  for (const [, command = '', rest = ''] of path.matchAll(/([MLQC])([^MLQC]*)/g)) {
    const n = rest.split(/[\s,]+/).map(Number)
    const [ex = Number.NaN, ey = Number.NaN] = n.slice(-2)
    for (let step = command === 'M' ? 40 : 0; step <= 40; step++) {
      const t = step / 40
      const u = 1 - t
      const mix = (from: number, to: number, at: 0 | 1): number => {
        const [first, second] = [n[at] ?? 0, n[2 + at] ?? 0]
        if (command === 'Q') return u * u * from + 2 * u * t * first + t * t * to
        if (command === 'C') {
          return u ** 3 * from + 3 * u * u * t * first + 3 * u * t * t * second + t ** 3 * to
        }
        return u * from + t * to
      }
      walked.push([mix(x, ex, 0), mix(y, ey, 1)])
    }
    ;[x, y] = [ex, ey]
  }
  return walked
}

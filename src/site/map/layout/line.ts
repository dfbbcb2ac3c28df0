import type { Point } from './layout.ts'

/** Draws the line of an edge, piece by piece. */
export class LineBuilder {
  readonly #parts: string[]
  #at: Point

  constructor(start: Point) {
    this.#at = start
    this.#parts = [`M${text(start)}`]
  }

  /** Straight to a point. */
  to(point: Point): this {
    if (point.x !== this.#at.x || point.y !== this.#at.y) {
      const isLevel = point.y === this.#at.y
      const isUpright = point.x === this.#at.x
      this.#parts.push(isLevel ? `H${n(point.x)}` : isUpright ? `V${n(point.y)}` : `L${text(point)}`)
    }
    this.#at = point
    return this
  }

  /** Level at both ends and bent between them. */
  bend(point: Point): this {
    if (Math.abs(point.y - this.#at.y) < 1) return this.to(point)
    const half = (point.x + this.#at.x) / 2
    this.#parts.push(`C${n(half)} ${n(this.#at.y)} ${n(half)} ${n(point.y)} ${text(point)}`)
    this.#at = point
    return this
  }

  /** Level to `x`, upright to the point's height and level to the point, with round corners. */
  byWayOf(x: number, point: Point): this {
    const { x: x0, y: y0 } = this.#at
    const radius = Math.min(8, Math.abs(point.y - y0) / 2, Math.abs(x - x0), Math.abs(point.x - x))
    if (radius < 0.5) return this.to({ x, y: y0 }).to({ x, y: point.y }).to(point)
    const [out, down, on] = [Math.sign(x - x0), Math.sign(point.y - y0), Math.sign(point.x - x)]
    this.to({ x: x - out * radius, y: y0 })
    this.#round({ x, y: y0 }, { x, y: y0 + down * radius })
    this.to({ x, y: point.y - down * radius })
    this.#round({ x, y: point.y }, { x: x + on * radius, y: point.y })
    return this.to(point)
  }

  /** Upright to the point's height and level to the point, with a round corner. */
  turn(point: Point): this {
    const { x: x0, y: y0 } = this.#at
    const radius = Math.min(8, Math.abs(point.y - y0), Math.abs(point.x - x0))
    this.to({ x: x0, y: point.y - Math.sign(point.y - y0) * radius })
    const corner = { x: x0, y: point.y }
    if (radius > 0.5) this.#round(corner, { x: x0 + Math.sign(point.x - x0) * radius, y: point.y })
    return this.to(point)
  }

  path(): string {
    return this.#parts.join('')
  }

  #round(corner: Point, point: Point): void {
    this.#parts.push(`Q${text(corner)} ${text(point)}`)
    this.#at = point
  }
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10 + 0)
}

function text({ x, y }: Point): string {
  return `${n(x)} ${n(y)}`
}

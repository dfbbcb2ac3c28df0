/** What is laid out: a graph in numbers, its nodes in the order in which a reader meets them. */
export interface LayoutGraph {
  /** The height that the heading of each part takes. */
  readonly headings: readonly number[]
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
}

export interface LayoutNode {
  readonly width: number
  readonly height: number
  /** A number of `kindNames`. */
  readonly kind: number
  /** The number of its part; after all of these for nodes in none. */
  readonly part: number
  /** Its layer: layers are columns, the first on the left. */
  readonly depth: number
}

export interface LayoutEdge {
  /** A number of `relationNames`. */
  readonly kind: number
  readonly from: number
  /** A node; of an undercut an edge. */
  readonly to: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where everything is drawn. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** The middle of each node's box. */
  readonly nodes: readonly Point[]
  /** The lines of the edges; empty for graphs that are too large to be drawn line by line. */
  readonly lines: readonly Line[]
  /** Per edge where undercuts of it meet it. */
  readonly meets: readonly (Point | null)[]
  readonly bands: readonly Band[]
}

/** The line of an edge as an SVG path, without its head. */
export interface Line {
  readonly path: string
  /** Where its head points at. */
  readonly tip: Point
  /** The way the head points. */
  readonly heading: Heading
}

export type Heading = 'left' | 'right' | 'up' | 'down'

/** The strip across the drawing in which a part stands. */
export interface Band {
  readonly part: number
  readonly top: number
  readonly bottom: number
}

/** Numbers of `relationNames`. */
export const relation = { supports: 0, rebuts: 1, undercuts: 2, refines: 3, answers: 4 } as const

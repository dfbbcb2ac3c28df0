/**
 * The graph as the explorer has it, `/map.json`: in columns, so that ten thousand nodes stay below
 * 600 kB. The position of a node in a column is its number; so it is with edges and parts. Made at
 * build, laid out; nothing is laid out in a page.
 */
export interface MapData {
  readonly version: 1
  readonly parts: readonly MapPart[]
  readonly nodes: MapNodes
  readonly edges: MapEdges
  /** Of the whole drawing, in the units of positions: 1 is a CSS pixel at zoom 1. */
  readonly width: number
  readonly height: number
}

/** A part of a map. */
export interface MapPart {
  readonly map: string
  /** Its name in the map. */
  readonly id: string
  readonly title: string
  /** As the site names it: "Argument 1". */
  readonly label: string
}

/** Everything not withdrawn, in the order in which a reader meets it, so heads come first. */
export interface MapNodes {
  readonly id: readonly string[]
  readonly title: readonly string[]
  /** `kindNames`. */
  readonly kind: readonly number[]
  /** The part it stands in, -1 for none. */
  readonly part: readonly number[]
  /** `labelNames`; -1 for questions, which have none. */
  readonly label: readonly number[]
  /** In hundredths, by the default formula; -1 where there is no number. */
  readonly strength: readonly number[]
  /** Steps from the head of its map along the shortest way, 0 for heads: its layer. */
  readonly depth: readonly number[]
  /** The middle of its box, and the box's size. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly width: readonly number[]
  readonly height: readonly number[]
}

/** Relations, in the order of their ids. */
export interface MapEdges {
  readonly from: readonly number[]
  /** The node it ends at; of an undercut the number of the edge that it doubts. */
  readonly to: readonly number[]
  /** `relationNames`. */
  readonly kind: readonly number[]
  /** `labelNames`; -1 for relations that cannot be undercut. */
  readonly label: readonly number[]
  /** Where an undercut of this edge meets it, as x, y; 0, 0 where there is none. */
  readonly meetX: readonly number[]
  readonly meetY: readonly number[]
}

export const kindNames = ['claim', 'evidence', 'counterargument', 'question'] as const
export const labelNames = ['in', 'out', 'undecided'] as const
export const relationNames = ['supports', 'rebuts', 'undercuts', 'refines', 'answers'] as const

/** Strengths in steps of a fifth. */
export const strengthSteps = 5

/** The step of a strength in hundredths, from 0; undefined where there is no number. */
export function strengthStep(strength: number): number | undefined {
  if (strength < 0) return undefined
  return Math.min(strengthSteps - 1, Math.floor((strength * strengthSteps) / 100))
}

/** Up to this many nodes the drawing is SVG, made at build and in the page; beyond it is WebGL. */
export const mostInSvg = 400

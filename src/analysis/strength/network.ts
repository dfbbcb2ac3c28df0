/** What an element of a network is. */
export const node = 0
/** A step that something undercuts: its base score is its weight, only undercuts act on it. */
export const gate = 1
/** Linked premises: as strong as the weakest of their messages. */
export const group = 2

/**
 * A graph made ready for computing strengths. Its elements are nodes, undercut steps (gates) and
 * linked premises (groups), numbered so that each comes after all it depends on, but for cycles,
 * whose elements stand together. The messages that element `p` gets are `first[p]` to
 * `first[p + 1]`; a message is the strength of its source times `weight`, or where it has a gate
 * times the strength of that.
 */
export interface Network {
  readonly size: number
  readonly type: Uint8Array
  readonly first: Int32Array
  readonly source: Int32Array
  /** The element that gates the message; -1 where there is none. */
  readonly through: Int32Array
  /** 1 for messages of supporters, -1 for those of attackers. */
  readonly sign: Int8Array
  /** The element of each node of the graph. */
  readonly elementOf: Int32Array
  /** The node that each element is; -1 for gates and groups. */
  readonly nodeOf: Int32Array
  /** Where the weight of each edge of the graph is: a message, or of gated edges `-1 - gate`. */
  readonly weightOf: Int32Array
  /** Elements that depend on one another, as ranges of elements, in order. */
  readonly cycles: readonly Range[]
  /** As the graph has them. */
  readonly scores: Scores
}

/** Elements from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** The numbers of a network that a reader may change. */
export interface Scores {
  /** Base score of each element: of a node 0 to 1, of a gate its step's weight. */
  readonly base: Float64Array
  /** Relevance of each message, 0 to 1. */
  readonly weight: Float64Array
  /** 1 for elements that are left out: their strength is 0, so they say nothing. */
  readonly off: Uint8Array
}

/** A copy of scores that can be changed without changing the first. */
export function copyScores({ base, weight, off }: Scores): Scores {
  return { base: base.slice(), weight: weight.slice(), off: off.slice() }
}

/** Gives an edge of the graph another relevance, 0 to 1; with 0 it says nothing. */
export function setWeight(
  { weightOf }: Network,
  scores: Scores,
  edge: number,
  weight: number,
): void {
  const at = weightOf[edge] as number
  if (at >= 0) scores.weight[at] = weight
  else scores.base[-1 - at] = weight
}

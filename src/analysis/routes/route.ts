import type { NodeId } from '../../core/id.ts'
import type { Edge } from '../../core/relation.ts'

/** How a stop hangs on another statement, which may be no stop of its route. */
export interface Join {
  readonly edge: Edge
  /** The statement at the other end; of an undercut, at either end of the step it doubts. */
  readonly other: NodeId
  /** Whether the edge leads from the stop to the other, and not from the other to the stop. */
  readonly isUp: boolean
}

/** A statement on a route. */
export interface Stop {
  readonly node: NodeId
  /** Absent where it begins something. */
  readonly join?: Join
}

/** Stops that belong together. */
export interface Section<Name extends string = string> {
  readonly name: Name
  readonly stops: readonly Stop[]
}

/** Statements in an order to be read in, each once. Sections are never empty. */
export type Route<Name extends string = string> = readonly Section<Name>[]

/** A number from 0 to 1 for how strong a node is. */
export type StrengthOf = (id: NodeId) => number

/** What a relation carries: how strong its start is, times how relevant it is to its target. */
export function carried({ from, weight }: Edge, strengthOf: StrengthOf): number {
  return strengthOf(from) * weight
}

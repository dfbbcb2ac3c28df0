/** Where a reader of a route is: the number of the stop, from 1, and the id of its statement. */
export interface Place {
  readonly number: number
  readonly id: string
}

/**
 * The stop at which a reader left a route, by the id that a browser kept, which anybody may have
 * written; undefined for the first, and for what is no stop of the route any more or never was.
 * `stops` are the ids of the statements of its stops.
 */
export function placeOn(stops: readonly string[], kept: string | null): Place | undefined {
  const at = stops.findIndex((id) => id === kept)
  return at < 1 ? undefined : { number: at + 1, id: stops[at] as string }
}

/** Where a reader of a route is: the number of the stop and the id of its statement. */
export interface Place {
  readonly number: number
  readonly id: string
}

/** Reads a place from what a browser kept, which anybody may have written; undefined of all else. */
export function readPlace(text: string | null): Place | undefined {
  const [, number, id] = /^(\d{1,5}) ([a-z][a-z0-9-]{2,63})$/.exec(text ?? '') ?? []
  return number === undefined || id === undefined ? undefined : { number: Number(number), id }
}

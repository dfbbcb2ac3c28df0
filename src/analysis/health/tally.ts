/** How many there are of each key; a key of which there is none has 0. */
export type Tally<Key extends string> = Readonly<Record<Key, number>>

/** Counts items by key; `undefined` counts for none. */
export function tally<Key extends string, Item>(
  keys: readonly Key[],
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | undefined,
): Tally<Key> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
  for (const item of items) {
    const key = keyOf(item)
    if (key !== undefined) counts[key]++
  }
  return counts
}

/** All that a tally counts. */
export function sumOf(counts: Tally<string>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

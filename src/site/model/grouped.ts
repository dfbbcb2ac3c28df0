/** Something that is to be found under each of its keys. */
export interface Keyed<Value> {
  readonly keys: readonly string[]
  readonly value: Value
}

/**
 * A look-up of values by key, made once for each `owner` when first asked and kept as long as it:
 * what a page needs to know of the whole map costs the same for the thousandth page.
 */
export function grouped<Owner extends object, Value>(
  list: (owner: Owner) => Iterable<Keyed<Value>>,
): (owner: Owner, key: string) => readonly Value[] {
  const indexes = new WeakMap<Owner, ReadonlyMap<string, readonly Value[]>>()
  return (owner, key) => {
    let index = indexes.get(owner)
    if (index === undefined) {
      index = build(list(owner))
      indexes.set(owner, index)
    }
    return index.get(key) ?? []
  }
}

function build<Value>(items: Iterable<Keyed<Value>>): ReadonlyMap<string, readonly Value[]> {
  const index = new Map<string, Value[]>()
  for (const { keys, value } of items) {
    for (const key of new Set(keys)) {
      const list = index.get(key)
      if (list === undefined) index.set(key, [value])
      else list.push(value)
    }
  }
  return index
}

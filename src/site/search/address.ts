/** What is asked for: words, and values by facet. */
export interface Asked {
  readonly text: string
  readonly chosen: ReadonlyMap<string, readonly string[]>
}

/** Characters of a search that are looked at. */
export const longestText = 200

/**
 * What the query of an address asks for, a stranger's text. Facets and values that are not `known`
 * are passed over.
 */
export function readAddress(
  query: string,
  known: (facet: string, value: string) => boolean,
): Asked {
  const given = new URLSearchParams(query)
  const text = (given.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, longestText)
  const chosen = new Map<string, readonly string[]>()
  for (const [facet, value] of given) {
    const values = chosen.get(facet) ?? []
    if (known(facet, value) && !values.includes(value)) chosen.set(facet, [...values, value])
  }
  return { text, chosen }
}

/** The query of the address that asks for it: empty where nothing is asked for. */
export function writeAddress({ text, chosen }: Asked): string {
  const query = new URLSearchParams()
  if (text.trim() !== '') query.set('q', text.trim())
  for (const [facet, values] of chosen) for (const value of values) query.append(facet, value)
  const written = query.toString().replaceAll('%2F', '/')
  return written === '' ? '' : `?${written}`
}

const mostWords = 8
const longest = 64

/** What an id of a node would be that is made of its title; not always one (`isId`). */
export function idFromTitle(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}|[’']/gu, '').toLowerCase()
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '').slice(0, mostWords)
  let id = ''
  for (const word of words) {
    const longer = id === '' ? word : `${id}-${word}`
    if (longer.length > longest) break
    id = longer
  }
  return id
}

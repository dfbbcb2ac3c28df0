/** Vertices numbered from 0; those that `v` points at are `to[first[v]]` up to `to[first[v + 1]]`. */
export interface Arrows {
  readonly first: Int32Array
  readonly to: Int32Array
}

/** Strongly connected components: those of component `c` are `order[start[c]]` to `order[start[c + 1]]`. */
export interface Components {
  readonly order: Int32Array
  readonly start: Int32Array
}

/**
 * Strongly connected components (Tarjan 1972), without recursion: sets of vertices each of which
 * can be reached from every other. A component comes after all that can be reached from it. Takes
 * time linear in vertices and arrows.
 */
export function findComponents({ first, to }: Arrows): Components {
  const size = first.length - 1
  const number = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const next = first.slice(0, size)
  const caller = new Int32Array(size)
  const stack = new Int32Array(size)
  const order = new Int32Array(size)
  const start: number[] = [0]
  let count = 0
  let top = 0
  let end = 0
  for (let root = 0; root < size; root++) {
    if (number[root] !== -1) continue
    caller[root] = -1
    for (let v = root; v >= 0; ) {
      if (number[v] === -1) {
        number[v] = low[v] = count++
        stack[top++] = v
      }
      const at = next[v] as number
      if (at < (first[v + 1] as number)) {
        next[v] = at + 1
        const w = to[at] as number
        if (number[w] === -1) {
          caller[w] = v
          v = w
        } else if (number[w]! < low[v]!) low[v] = number[w] as number
        continue
      }
      if (low[v] === number[v]) {
        let member: number
        do {
          member = stack[--top] as number
          number[member] = size
          order[end++] = member
        } while (member !== v)
        start.push(end)
      }
      const back = caller[v] as number
      if (back >= 0 && low[v]! < low[back]!) low[back] = low[v] as number
      v = back
    }
  }
  return { order, start: Int32Array.from(start) }
}

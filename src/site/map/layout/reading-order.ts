import type { Depths } from './depths.ts'

/**
 * Nodes in the order in which a reader meets them: part by part, in a part its heads and then down
 * each branch. Among equals the lower number is first; nodes without a part are last.
 */
export function readingOrder(part: readonly number[], { depth, above }: Depths): readonly number[] {
  const children = new Map<number, number[]>()
  const roots = new Map<number, number[]>()
  for (const node of part.keys()) {
    const parent = above[node] ?? -1
    const isRoot = parent === -1 || part[parent] !== part[node]
    add(isRoot ? roots : children, isRoot ? (part[node] ?? -1) : parent, node)
  }
  const order: number[] = []
  const place = (number: number) => (number === -1 ? Infinity : number)
  for (const [, nodes] of [...roots].sort(([a], [b]) => place(a) - place(b))) {
    nodes.sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0) || a - b)
    const heads = nodes.filter((node) => depth[node] === 0)
    order.push(...heads)
    const below = heads.flatMap((head) => children.get(head) ?? [])
    const stack = [...below, ...nodes.slice(heads.length)].reverse()
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      order.push(node)
      stack.push(...(children.get(node) ?? []).toReversed())
    }
  }
  return order
}

function add(lists: Map<number, number[]>, key: number, node: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [node])
  else list.push(node)
}

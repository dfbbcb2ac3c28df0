import type { Depths } from './depths.ts'

/**
 * Nodes in the order in which a reader meets them: part by part, in a part from its first nodes
 * down each branch. Among equals the lower number is first; nodes without a part are last.
 */
export function readingOrder(part: readonly number[], { depth, above }: Depths): readonly number[] {
  const children = new Map<number, number[]>()
  const roots: number[] = []
  for (const node of part.keys()) {
    const parent = above[node] ?? -1
    if (parent === -1 || part[parent] !== part[node]) {
      roots.push(node)
      continue
    }
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [node])
    else siblings.push(node)
  }
  const place = (node: number) => (part[node] === -1 ? Infinity : (part[node] ?? 0))
  roots.sort((a, b) => place(a) - place(b) || (depth[a] ?? 0) - (depth[b] ?? 0) || a - b)
  const order: number[] = []
  const stack = roots.reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    order.push(node)
    stack.push(...(children.get(node) ?? []).sort((a, b) => b - a))
  }
  return order
}

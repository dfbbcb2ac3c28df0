import { findComponents, type Arrows, type Components } from '../../graph/components.ts'
import type { Attacks, Domains } from './domains.ts'

/** Strongly connected components of the open ones among elements, those that attack others first. */
export function openComponents(
  { attackers }: Attacks,
  domains: Domains,
  elements: Int32Array,
): Components {
  const open = elements.filter((x) => domains.isOpen(x))
  const places = new Map<number, number>()
  open.forEach((x, place) => places.set(x, place))
  const first = new Int32Array(open.length + 1)
  const to: number[] = []
  open.forEach((x, place) => {
    for (const attacker of pointed(attackers, x)) {
      const at = places.get(attacker)
      if (at !== undefined) to.push(at)
    }
    first[place + 1] = to.length
  })
  domains.spent += open.length + to.length
  const { order, start } = findComponents({ first, to: Int32Array.from(to) })
  return { order: order.map((place) => open[place]!), start }
}

/** The open ones among elements, in sets between which there are no attacks, small sets first. */
export function splitOpen(
  { attackers, targets }: Attacks,
  domains: Domains,
  elements: Int32Array,
): readonly Int32Array[] {
  const seen = new Set<number>()
  const parts: Int32Array[] = []
  for (const root of elements) {
    if (seen.has(root) || !domains.isOpen(root)) continue
    seen.add(root)
    const part = [root]
    // The part grows while it is iterated over.
    for (const x of part) {
      for (const y of [...pointed(attackers, x), ...pointed(targets, x)]) {
        if (seen.has(y) || !domains.isOpen(y)) continue
        seen.add(y)
        part.push(y)
      }
    }
    parts.push(Int32Array.from(part))
  }
  domains.spent += elements.length
  return parts.sort((a, b) => a.length - b.length)
}

/** What an element points at. */
export function pointed({ first, to }: Arrows, x: number): Int32Array {
  return to.subarray(first[x], first[x + 1])
}

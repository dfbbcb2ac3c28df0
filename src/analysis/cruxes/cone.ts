import type { Network, Range, Scores } from '../strength/network.ts'

/**
 * The elements of a network that can move a topic. Steps of relevance 0 and what is left out lead
 * nowhere; a cycle is in it whole.
 */
export interface Cone {
  /** The topic's element. */
  readonly topic: number
  /** 1 for each element of the network that is in the cone. */
  readonly has: Uint8Array
  /** The nodes in the cone other than the topic, by node number, in order. */
  readonly nodes: Int32Array
  /** What depends on element `p` within the cone is `to[first[p]]` up to `to[first[p + 1]]`. */
  readonly first: Int32Array
  readonly to: Int32Array
  /** The cycle of the network that each element stands in, -1 where in none. */
  readonly cycleOf: Int32Array
  /** The cycles that are in the cone. */
  readonly cycles: readonly Range[]
}

/**
 * The cone of a topic, given by its node number. Takes time linear in the network. Throws a
 * RangeError where there is no such node.
 */
export function coneOf(network: Network, scores: Scores, topic: number): Cone {
  const { size, elementOf, cycles } = network
  const element = elementOfNode(network, topic, 'topic')
  const cycleOf = new Int32Array(size).fill(-1)
  cycles.forEach(({ start, end }, cycle) => cycleOf.fill(cycle, start, end))

  const has = new Uint8Array(size)
  const first = new Int32Array(size + 1)
  const found: number[] = []
  const add = (p: number) => {
    if (has[p] === 1) return
    const { start, end } = cycles[cycleOf[p] as number] ?? { start: p, end: p + 1 }
    for (let q = start; q < end; q++) {
      has[q] = 1
      found.push(q)
    }
  }
  add(element)
  for (let at = 0; at < found.length; at++) {
    eachInput(network, scores, found[at] as number, (input) => {
      add(input)
      first[input]!++
    })
  }
  let sum = 0
  for (let p = 0; p <= size; p++) first[p] = sum += first[p] as number
  const to = new Int32Array(sum)
  for (const p of found) eachInput(network, scores, p, (input) => (to[--first[input]!] = p))

  const nodes: number[] = []
  elementOf.forEach((p, n) => n !== topic && has[p] === 1 && scores.off[p] === 0 && nodes.push(n))
  return {
    topic: element,
    has,
    nodes: Int32Array.from(nodes),
    first,
    to,
    cycleOf,
    cycles: cycles.filter(({ start }) => has[start] === 1),
  }
}

/** The element of a node. Throws a RangeError that names `what` where there is no such node. */
export function elementOfNode({ elementOf }: Network, node: number, what: string): number {
  const element = elementOf[node]
  if (element !== undefined) return element
  throw new RangeError(`Expected \`${what}\` to be the number of a node`)
}

/** Calls `visit` with each source and gate that can move an element, as often as it does. */
function eachInput(
  { first, source, through }: Network,
  { base, weight, off }: Scores,
  p: number,
  visit: (input: number) => void,
): void {
  if (off[p] === 1) return
  for (let m = first[p] as number; m < first[p + 1]!; m++) {
    const s = source[m] as number
    const g = through[m] as number
    if (off[s] === 1 || (g < 0 ? weight[m] === 0 : off[g] === 1 || base[g] === 0)) continue
    visit(s)
    if (g >= 0) visit(g)
  }
}

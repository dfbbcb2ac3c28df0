import { findComponents } from '../../graph/components.ts'
import { rebuts, undercuts, type CompactGraph } from '../compact.ts'
import { gate, group, type Network, type Range } from './network.ts'

/** Compiles a graph. Takes time linear in nodes and edges. */
export function compileNetwork(graph: CompactGraph): Network {
  const drafted = draftMessages(graph)
  const { size, count, target, source, through } = drafted
  const byTarget = sortByTarget(size, target.subarray(0, count))
  const { order, start } = findComponents(dependencies(drafted, byTarget))
  const position = new Int32Array(size)
  order.forEach((element, p) => (position[element] = p))
  const first = new Int32Array(size + 1)
  const messages = new Int32Array(count)
  let m = 0
  for (let p = 0; p < size; p++) {
    const element = order[p] as number
    const end = byTarget.first[element + 1] as number
    for (let i = byTarget.first[element] as number; i < end; i++)
      messages[m++] = byTarget.sorted[i]!
    first[p + 1] = m
  }
  const placeOf = new Int32Array(count)
  messages.forEach((draft, place) => (placeOf[draft] = place))
  const nodes = graph.nodes.length
  const network = {
    size,
    type: picked(new Uint8Array(size), drafted.type, order),
    first,
    source: messages.map((draft) => position[source[draft]!]!),
    through: messages.map((draft) => (through[draft]! < 0 ? -1 : position[through[draft]!]!)),
    sign: picked(new Int8Array(count), drafted.sign, messages),
    elementOf: position.slice(0, nodes),
    nodeOf: order.map((element) => (element < nodes ? element : -1)),
    weightOf: drafted.gateOf.map((gated, edge) =>
      gated < 0 ? placeOf[edge]! : -1 - position[gated]!,
    ),
    scores: {
      base: picked(new Float64Array(size), drafted.base, order),
      weight: picked(new Float64Array(count), drafted.weight, messages),
      off: new Uint8Array(size),
    },
  }
  return { ...network, cycles: findCycles(network, start) }
}

/** Fills `into` with those of `all` that `order` names; `from` with a function is far slower. */
function picked<Numbers extends Float64Array | Int8Array | Uint8Array>(
  into: Numbers,
  all: Numbers,
  order: Int32Array,
): Numbers {
  for (let i = 0; i < order.length; i++) into[i] = all[order[i]!]!
  return into
}

/** Messages of edges, then of groups; elements are in order of nodes, gates, groups. */
function draftMessages({ nodes, base, kind, from, to, weight, group: linked }: CompactGraph) {
  const edges = kind.length
  const gateOf = new Int32Array(edges).fill(-1)
  let size = nodes.length
  for (let e = 0; e < edges; e++) {
    if (kind[e] === undercuts && gateOf[to[e]!] === -1) gateOf[to[e]!] = size++
  }
  const groupOf = new Map<number, number>()
  const gates = size
  for (let e = 0; e < edges; e++) {
    if (linked[e]! >= 0 && !groupOf.has(linked[e]!)) groupOf.set(linked[e]!, size++)
  }
  const count = edges + groupOf.size
  const draft = {
    size,
    count,
    gateOf,
    type: new Uint8Array(size).fill(gate, nodes.length).fill(group, gates),
    base: new Float64Array(size),
    target: new Int32Array(count),
    source: new Int32Array(count),
    through: new Int32Array(count).fill(-1),
    sign: new Int8Array(count).fill(1),
    weight: new Float64Array(count).fill(1),
  }
  draft.base.set(base)
  for (let e = 0; e < edges; e++) {
    const end = to[e] as number
    const gated = gateOf[e] as number
    const element = groupOf.get(linked[e] as number)
    draft.source[e] = from[e] as number
    draft.target[e] = kind[e] === undercuts ? gateOf[end]! : (element ?? end)
    if (kind[e] === rebuts || kind[e] === undercuts) draft.sign[e] = -1
    if (gated < 0) draft.weight[e] = weight[e] as number
    else draft.base[gated] = weight[e] as number
    draft.through[e] = gated
    if (element === undefined) continue
    const message = edges + element - gates
    draft.source[message] = element
    draft.target[message] = end
  }
  return draft
}

function sortByTarget(size: number, target: Int32Array) {
  const first = new Int32Array(size + 1)
  for (const t of target) first[t + 1]!++
  for (let v = 0; v < size; v++) first[v + 1]! += first[v]!
  const next = first.slice()
  const sorted = new Int32Array(target.length)
  target.forEach((t, message) => (sorted[next[t]!++] = message))
  return { first, sorted }
}

type Draft = ReturnType<typeof draftMessages>

/** What each element depends on: the sources of its messages and their gates. */
function dependencies({ size, source, through }: Draft, by: ReturnType<typeof sortByTarget>) {
  const first = new Int32Array(size + 1)
  const to = new Int32Array(2 * by.sorted.length)
  let end = 0
  for (let v = 0; v < size; v++) {
    for (let i = by.first[v] as number; i < by.first[v + 1]!; i++) {
      const message = by.sorted[i] as number
      to[end++] = source[message] as number
      if (through[message]! >= 0) to[end++] = through[message] as number
    }
    first[v + 1] = end
  }
  return { first, to: to.slice(0, end) }
}

function findCycles(
  { first, source, through }: Pick<Network, 'first' | 'source' | 'through'>,
  starts: Int32Array,
): readonly Range[] {
  const cycles: Range[] = []
  for (let c = 0; c + 1 < starts.length; c++) {
    const start = starts[c] as number
    const end = starts[c + 1] as number
    let isCycle = end > start + 1
    for (let m = first[start]!; m < first[end]! && !isCycle; m++) {
      isCycle = source[m] === start || through[m] === start
    }
    if (isCycle) cycles.push({ start, end })
  }
  return cycles
}

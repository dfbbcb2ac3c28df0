import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { attack, sketch, support } from '../strength/sketch.ts'

type Pair = readonly [string, string]

/** A graph whose nodes have names, and the numbers of those. */
export interface NamedGraph {
  readonly graph: CompactGraph
  numberOf(name: string): number
}

/** A graph as benchmark files have it; pairs run from the first to the second. */
export function namedGraph(
  base: Readonly<Record<string, number>>,
  attacks: readonly Pair[],
  supports: readonly Pair[],
): NamedGraph {
  const names = Object.keys(base)
  const numberOf = (name: string) => {
    const number = names.indexOf(name)
    if (number < 0) throw new RangeError(`Expected \`name\` to be a node: ${name}`)
    return number
  }
  const steps = [
    ...attacks.map(([from, to]) => attack(numberOf(from), numberOf(to))),
    ...supports.map(([from, to]) => support(numberOf(from), numberOf(to))),
  ]
  return { graph: sketch(Object.values(base), steps), numberOf }
}

/** Pairs written as `b>a c>a`. */
export function pairs(text: string): readonly Pair[] {
  const found = text.split(' ').filter((pair) => pair !== '')
  return found.map((pair) => pair.split('>') as [string, string])
}

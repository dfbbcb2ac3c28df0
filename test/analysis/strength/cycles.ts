import { expect } from 'vitest'
import type { CompactGraph } from '../../../src/analysis/compact.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import type { Formula } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import type { Settled } from '../../../src/analysis/strength/settle.ts'
import { byNode } from './arbitraries.ts'
import { follow, updated } from './reference.ts'

/** What is found, strengths by node, energies by element. */
export function found(graph: CompactGraph, by: Formula) {
  const network = compileNetwork(graph)
  const { strength, energy, cycles } = evaluate(network, by)
  return { network, energy, cycles, strength: byNode(network, strength) }
}

/** What became of each cycle. */
export function kinds(graph: CompactGraph, by: Formula): readonly Settled['kind'][] {
  return found(graph, by).cycles.map(({ kind }) => kind)
}

/** How far a state is from what it is updated to. */
export function unrest(graph: CompactGraph, by: Formula, state: readonly number[]): number {
  const moves = state.map((s, v) => Math.abs(s - updated(graph, by.name, v, (u) => state[u]!)))
  return Math.max(0, ...moves)
}

/** Pseudo-random states, most of them corners, from another generator than the search has. */
export function starts(size: number, count: number): readonly (readonly number[])[] {
  let x = 2_463_534_242
  const chance = () => {
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (x >>> 0) / 2 ** 32
  }
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: size }, () => (i % 3 === 0 ? chance() : Math.round(chance()))),
  )
}

/** Expects that wherever one starts, in steps and in the flow, one comes to these strengths. */
export function expectOnly(graph: CompactGraph, by: Formula, count: number): void {
  const { strength } = found(graph, by)
  expect(unrest(graph, by, strength)).toBeLessThan(1e-9)
  for (const start of starts(strength.length, count)) {
    for (const [share, steps] of [
      [1, 3000],
      [0.3, 6000],
    ] as const) {
      const end = follow(graph, by.name, start, { share, steps })
      const away = Math.max(...end.map((s, v) => Math.abs(s - strength[v]!)))
      expect(away, `${by.name} from ${start.join(' ')} by ${share}`).toBeLessThan(1e-5)
    }
  }
}

/**
 * Expects that what is called settled is, as far as so many starts can tell, and that what is not
 * has no number.
 */
export function expectHonest(graph: CompactGraph, by: Formula, count: number): void {
  const { strength, cycles } = found(graph, by)
  const [settled] = cycles
  if (settled === undefined || cycles.length > 1) return
  if (settled.kind === 'certified') return expectOnly(graph, by, Math.min(count, 6))
  if (settled.kind === 'converged') return expectOnly(graph, by, count)
  expect(strength.some(Number.isNaN)).toBe(true)
  if (settled.kind !== 'several') return
  expect(settled.equilibria.length).toBeGreaterThan(1)
  expect(settled.equilibria.length).toBeLessThanOrEqual(8)
}

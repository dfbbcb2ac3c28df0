import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { flow, iterate } from '../../../src/analysis/strength/flow.ts'
import { basic, formulas, type Formula } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { byNode } from './arbitraries.ts'
import { attack, sketch, support } from './sketch.ts'

interface Case {
  readonly id: string
  readonly semantics: string
  readonly nodes: readonly string[]
  readonly baseScores: Readonly<Record<string, number>>
  readonly attacks: readonly (readonly [string, string])[]
  readonly supports: readonly (readonly [string, string])[]
  readonly computedStrengths?: Readonly<Record<string, number>>
  readonly expected: {
    readonly strengths?: Readonly<Record<string, number>>
    readonly responseCurve?: {
      readonly vary: string
      readonly topic: string
      readonly points: readonly (readonly [number, number])[]
    }
    readonly continuousFromBaseScores?: Readonly<Record<string, number>>
    readonly perturbation?: {
      readonly baseScoresOfB: number
      readonly continuous: Readonly<Record<string, number>>
    }
    readonly discreteSynchronousConverges?: boolean
    readonly tolerance?: number
  }
}

const folder = path.resolve(import.meta.dirname, '../cases')
const cases = readdirSync(folder)
  .filter((name) => name.startsWith('qbaf-'))
  .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Case)

const names = ['QuadraticEnergy', 'DFQuAD', 'EulerBased', 'MLPBased', 'Basic']

function formulaOf({ semantics }: Case): Formula {
  const found = [...formulas, basic][names.indexOf(semantics.split(' ')[0] as string)]
  if (found === undefined) throw new RangeError(`Expected \`semantics\` to be known: ${semantics}`)
  return found
}

function networkOf({ nodes, baseScores, attacks, supports }: Case) {
  const number = (name: string) => nodes.indexOf(name)
  return compileNetwork(
    sketch(
      nodes.map((name) => baseScores[name] as number),
      [
        ...attacks.map(([from, to]) => attack(number(from), number(to))),
        ...supports.map(([from, to]) => support(number(from), number(to))),
      ],
    ),
  )
}

/** Strengths by name, however they were found. */
function strengthsOf(given: Case): Readonly<Record<string, number>> {
  const network = networkOf(given)
  const { strength } = evaluate(network, formulaOf(given))
  const found = byNode(network, strength)
  return Object.fromEntries(given.nodes.map((name, v) => [name, found[v] as number]))
}

/** Where the flow ends that starts at the base scores. */
function flowOf(given: Case): Readonly<Record<string, number>> {
  const network = networkOf(given)
  const { scores, size } = network
  const state = scores.base.slice()
  const pass = { network, formula: formulaOf(given), scores }
  expect(flow({ pass, size }, state, { passes: 100_000 }, 0.05)).toBe(true)
  const found = byNode(network, state)
  return Object.fromEntries(given.nodes.map((name, v) => [name, found[v] as number]))
}

const having = (key: keyof Case['expected']) => cases.filter(({ expected }) => key in expected)

function expectNear(
  found: Readonly<Record<string, number>>,
  wanted: Readonly<Record<string, number>>,
  tolerance: number,
): void {
  for (const [name, strength] of Object.entries(wanted)) {
    expect(Math.abs(found[name]! - strength), name).toBeLessThanOrEqual(tolerance)
  }
}

describe('published cases', () => {
  it('are all read', () => {
    expect(cases.length).toBeGreaterThanOrEqual(13)
    expect(having('strengths').length).toBeGreaterThanOrEqual(10)
  })

  it.each(having('strengths'))('$id has its strengths', (given) => {
    const { strengths, tolerance } = given.expected
    expectNear(strengthsOf(given), strengths!, tolerance!)
    expectNear(strengthsOf(given), given.computedStrengths ?? {}, 1e-10)
  })

  it.each(having('responseCurve'))('$id has its response curve', (given) => {
    const { vary, topic, points } = given.expected.responseCurve!
    for (const [score, strength] of points) {
      const varied = { ...given, baseScores: { ...given.baseScores, [vary]: score } }
      expectNear(strengthsOf(varied), { [topic]: strength }, given.expected.tolerance!)
    }
  })

  it.each(having('continuousFromBaseScores'))('$id flows to where it should', (given) => {
    const { continuousFromBaseScores, tolerance = 1e-9 } = given.expected
    expectNear(flowOf(given), continuousFromBaseScores!, tolerance)
  })

  it.each(having('perturbation'))('$id flows elsewhere from slightly lower scores', (given) => {
    const { baseScoresOfB, continuous } = given.expected.perturbation!
    const lowered = given.nodes
      .filter((name) => name.startsWith('b'))
      .map((name) => [name, baseScoresOfB])
    const baseScores = { ...given.baseScores, ...Object.fromEntries(lowered) }
    expectNear(flowOf({ ...given, baseScores }), continuous, given.expected.tolerance!)
  })

  it.each(having('discreteSynchronousConverges'))('$id gets no number', (given) => {
    const network = networkOf(given)
    const formula = formulaOf(given)
    const pass = { network, formula, scores: network.scores }
    const steps = iterate({ pass, size: network.size }, network.scores.base.slice(), {
      passes: 9999,
    })
    expect(steps).toBe(false)
    const { strength, cycles } = evaluate(network, formula)
    expect(cycles.map(({ kind }) => kind)).toEqual(['several'])
    expect(strength.every(Number.isNaN)).toBe(true)
  })
})

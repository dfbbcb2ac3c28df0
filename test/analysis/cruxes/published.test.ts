import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { gradient } from '../../../src/analysis/cruxes/gradient.ts'
import { removalEffects } from '../../../src/analysis/cruxes/removal.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import {
  basic,
  dfQuad,
  eulerBased,
  mlpBased,
  quadraticEnergy,
  type Formula,
} from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import type { Network } from '../../../src/analysis/strength/network.ts'
import { respond, sharesOf } from './ask.ts'
import { namedGraph, pairs } from './named-graph.ts'

type Kind = 'gradient' | 'removal' | 'shapley'

interface Case {
  readonly id: string
  readonly semantics: string
  readonly baseScores: Readonly<Record<string, number>>
  readonly attacks: readonly (readonly [string, string])[]
  readonly supports: readonly (readonly [string, string])[]
  readonly expected: {
    readonly attributions?: readonly {
      readonly kind: Kind
      readonly topic: string
      readonly contributor: string
      readonly value: number
    }[]
    readonly responseCurve?: {
      readonly vary: string
      readonly topic: string
      readonly points: readonly (readonly [number, number])[]
    }
    readonly monotone?: boolean
    readonly tolerance: number
  }
}

const folder = path.resolve(import.meta.dirname, '../cases')
const cases = readdirSync(folder)
  .filter((name) => name.startsWith('qbaf-'))
  .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Case)
const attributed = cases.filter(({ expected }) => expected.attributions !== undefined)
const curved = cases.filter(({ expected }) => expected.responseCurve !== undefined)

const formulaOf: Readonly<Record<string, Formula>> = {
  QuadraticEnergy: quadraticEnergy,
  DFQuAD: dfQuad,
  EulerBased: eulerBased,
  MLPBased: mlpBased,
  Basic: basic,
}

function attribute(kind: Kind, network: Network, formula: Formula, topic: number): Float64Array {
  if (kind === 'removal') return removalEffects(network, formula, topic)
  if (kind === 'shapley') return sharesOf(network, formula, topic).value
  return gradient(network, formula, evaluate(network, formula), topic)
}

describe('published cases', () => {
  it('are there', () => {
    expect(attributed.length).toBeGreaterThanOrEqual(4)
    expect(curved.length).toBeGreaterThanOrEqual(1)
  })

  it.each(attributed)('$id: attributions', ({ semantics, baseScores, expected, ...edges }) => {
    const { graph, numberOf } = namedGraph(baseScores, edges.attacks, edges.supports)
    const network = compileNetwork(graph)
    const formula = formulaOf[semantics.split(' ')[0] as string] as Formula
    for (const { kind, topic, contributor, value } of expected.attributions ?? []) {
      const found = attribute(kind, network, formula, numberOf(topic))
      const distance = Math.abs(found[numberOf(contributor)]! - value)
      expect(distance, `${kind} of ${contributor}`).toBeLessThanOrEqual(expected.tolerance)
    }
  })

  it.each(curved)('$id: response curve', ({ baseScores, attacks, supports, expected }) => {
    const { graph, numberOf } = namedGraph(baseScores, attacks, supports)
    const { vary, topic, points } = expected.responseCurve as NonNullable<
      typeof expected.responseCurve
    >
    const response = respond(
      compileNetwork(graph),
      quadraticEnergy,
      numberOf(topic),
      numberOf(vary),
    )
    const { base, strength } = response.curve
    for (const [score, wanted] of points) {
      const at = base.findIndex((x) => Math.abs(x - score) < 1e-12)
      expect(Math.abs(strength[at]! - wanted), `at ${score}`).toBeLessThanOrEqual(1e-12)
    }
    expect(response.monotone).toBe(expected.monotone)
    const strengths = points.map(([, wanted]) => wanted)
    expect(response.lowest).toBeLessThan(Math.min(...strengths))
    expect(response.highest).toBeCloseTo(Math.max(...strengths), 12)
  })
})

/**
 * Figures of QBAF-Py, `analysis/contribution_functions_analysis.ipynb` in
 * TimKam/Quantitative-Bipolar-Argumentation at 7053aca1d46381b7df7da93ae0c414692511a1df, by cell.
 * Its gradients are forward differences over 1.5e-8.
 */
const square = { attacks: 'c>b c>a d>b d>c', supports: 'b>a' }
const two = { attacks: 'b>a c>a', supports: '' }
const euler = { attacks: 'e>a c>e', supports: 'b>a c>b d>b d>c d>e' }
const fan = { attacks: 'b>a c>a', supports: 'd>a e>b e>c e>d f>e' }
const wider = { attacks: 'b>a c>a g>a', supports: 'd>a e>b e>c e>d f>e' }
const middle = { attacks: 'b>e c>e', supports: 'a>b a>c a>d d>e' }
const carried = { attacks: 'b>a', supports: 'c>b' }

const cells: readonly (readonly [
  cell: number,
  formula: Formula,
  base: readonly number[],
  edges: { readonly attacks: string; readonly supports: string },
  contribution: string,
  values: Readonly<Partial<Record<Kind, number>>>,
])[] = [
  [15, eulerBased, [0.5, 1, 1], two, 'b>a', { removal: -0.06898759887294448 }],
  [31, quadraticEnergy, [0.5, 1, 1], two, 'b>a', { gradient: -0.07999999821186066 }],
  [33, dfQuad, [0.1, 1, 1], two, 'b>a', { gradient: 0 }],
  [37, eulerBased, [0.5, 1, 1], two, 'c>a', { gradient: -0.04452154040336609 }],
  [
    45,
    quadraticEnergy,
    [1, 0.7, 0.6, 0.4],
    square,
    'd>a',
    { removal: -0.01122225976433966, gradient: 0.029868774116039276 },
  ],
  [47, dfQuad, [1, 0.7, 0.6, 0.8], square, 'd>a', { removal: 0.31999999999999995, gradient: 0 }],
  [
    51,
    eulerBased,
    [0.3, 0.8, 0.1, 0.65, 0.1],
    euler,
    'd>a',
    { removal: 0.0016079568186256887, gradient: -0.0020039379596710205 },
  ],
  [
    67,
    quadraticEnergy,
    [1, 0.65, 0.68, 0.26],
    square,
    'd>a',
    { shapley: -0.0015950547092396699, gradient: 0.030199646949768066 },
  ],
  [69, dfQuad, [0.5, 0, 0, 0, 0.5], middle, 'a>e', { shapley: -0.08333333333333333, gradient: 0 }],
  [
    73,
    eulerBased,
    [0.3, 0.8, 0.1, 0.75, 0.1],
    euler,
    'd>a',
    { shapley: 0.0007178118670143618, gradient: -0.0037010014057159424 },
  ],
  [79, quadraticEnergy, [1, 0, 1], carried, 'b>a', { removal: -0.19999999999999996 }],
  [81, dfQuad, [0.8, 0, 1], carried, 'b>a', { removal: -0.8 }],
  [
    85,
    eulerBased,
    [0.5, 0.1, 0.1, 0.51, 0.02, 1, 0.27],
    wider,
    'e>a',
    { removal: -2.5002969854526214e-6 },
  ],
  [
    90,
    quadraticEnergy,
    [0.1, 0.15, 0.15, 0.15, 0.495, 1],
    fan,
    'e>a',
    { shapley: 4.932615331399619e-5, removal: -0.014932039903391925 },
  ],
  [
    92,
    dfQuad,
    [0.1, 0.15, 0.17, 0.3, 0.495, 1],
    fan,
    'e>a',
    { shapley: 0.0026916678124999953, removal: -0.0049499999999999544 },
  ],
  [
    96,
    eulerBased,
    [0.3, 0.11, 0.1, 0.54, 0.025, 1, 0.4],
    wider,
    'f>a',
    { shapley: 3.4379641720427845e-6, removal: -7.836918998249676e-5 },
  ],
  [
    101,
    quadraticEnergy,
    [0.5, 0.5, 0.5, 0.4],
    { attacks: 'b>a d>b', supports: 'd>c c>b' },
    'd>a',
    { gradient: 0.03609579801559448, removal: 0.02790032324582803 },
  ],
  [107, eulerBased, [0.5, 0, 1], carried, 'b>a', { gradient: -0.4530469551682472, removal: 0 }],
  [
    113,
    quadraticEnergy,
    [0.5, 0.1, 1],
    { attacks: 'b>a c>b', supports: '' },
    'c>a',
    { removal: 0.0037036122564875207 },
  ],
]

describe('cells of the notebook on contribution functions', () => {
  it.each(cells)('%i', (_, formula, base, { attacks, supports }, contribution, values) => {
    const named = Object.fromEntries(base.map((score, i) => ['abcdefg'.charAt(i), score]))
    const { graph, numberOf } = namedGraph(named, pairs(attacks), pairs(supports))
    const network = compileNetwork(graph)
    const [from, to] = contribution.split('>').map(numberOf) as [number, number]
    for (const [kind, value] of Object.entries(values)) {
      const found = attribute(kind as Kind, network, formula, to)[from] as number
      const tolerance = kind === 'gradient' ? 5e-8 : 1e-14
      expect(Math.abs(found - value), kind).toBeLessThanOrEqual(tolerance)
    }
  })
})

import type { CompactGraph } from '../../src/analysis/compact.ts'
import { gradient } from '../../src/analysis/cruxes/gradient.ts'
import { removalEffects } from '../../src/analysis/cruxes/removal.ts'
import { accepted, defeated, groundedLabels } from '../../src/analysis/labels/grounded.ts'
import { evaluate } from '../../src/analysis/strength/evaluate.ts'
import { formulas, quadraticEnergy } from '../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../src/analysis/strength/compile-network.ts'
import { copyScores, type Network } from '../../src/analysis/strength/network.ts'
import { median } from './measure.ts'
import { plainGrounded, plainStrengths, toPlainFrame, toPlainMap } from './plain-analysis.ts'
import { syntheticFrame, syntheticGraph } from './synthetic-graph.ts'

/** How long one piece of work on a synthetic graph takes, medians in milliseconds. */
export interface AnalysisFigure {
  readonly work: string
  readonly size: string
  readonly milliseconds: number
  /** By the yardstick on the same graph, in the same process, where there is one. */
  readonly plain?: number
  /** What it is to take at most. */
  readonly bound?: number
}

/** The gradient for all nodes beside the strengths it starts from. */
export interface GradientFigure {
  readonly circumstances: string
  readonly forward: number
  readonly backward: number
}

export interface AnalysisFigures {
  readonly works: readonly AnalysisFigure[]
  readonly gradients: readonly GradientFigure[]
}

/**
 * Measures labels, strengths and cruxes on synthetic graphs, after a warm-up: first with the
 * default formula alone, as an engine compiles best what has called one function only, then, from
 * the gradients by formula on, when all four have run, as in a page. A yardstick that comes to
 * another result is an Error.
 */
export function measureAnalysis(): AnalysisFigures {
  const plain = syntheticGraph(33_000, 100_000, { undercutting: 0 })
  const undercut = syntheticGraph(33_000, 100_000)
  const large = syntheticGraph(333_000, 1_000_000, { undercutting: 0 })
  const alone = [
    measureBoth(plain, 'QE alone, no undercuts'),
    measureBoth(undercut, 'QE alone, a fifth undercuts'),
  ]
  const strengths = [measureStrengths(plain, 31), measureStrengths(large, 7, 16)]
  const gradients = measureGradients(undercut)
  return {
    works: [
      measureCompiling(undercut),
      ...strengths,
      ...alone.map(({ work }) => work),
      measureBoth(undercut, 'after all four, a fifth undercuts').work,
      measureLabels(50_000, 75_000, false),
      measureLabels(50_000, 75_000, true),
      measureRemovals(10_000, 30_000, 10_000, 'wide'),
      measureRemovals(10_000, 30_000, 100, 'deep'),
    ],
    gradients: [...alone.map(({ gradient }) => gradient), ...gradients],
  }
}

function measureCompiling(graph: CompactGraph): AnalysisFigure {
  const [milliseconds = Number.NaN] = mediansOf(15, [() => compileNetwork(graph)])
  return { work: 'compiling the graph', size: sizeOf(graph), milliseconds }
}

/** Strengths and gradient by the default formula, each alone and one after the other. */
function measureBoth(
  graph: CompactGraph,
  circumstances: string,
): { readonly work: AnalysisFigure; readonly gradient: GradientFigure } {
  const network = compileNetwork(graph)
  const found = evaluate(network, quadraticEnergy)
  const reached = gradient(network, quadraticEnergy, found, 0).filter((slope) => slope !== 0)
  if (reached.length < 0.9 * graph.nodes.length)
    throw new Error('Expected a gradient over the whole graph: one that is 0 costs nothing')
  const [milliseconds, forward, backward] = mediansOf(101, [
    () => gradient(network, quadraticEnergy, evaluate(network, quadraticEnergy), 0),
    () => evaluate(network, quadraticEnergy),
    () => gradient(network, quadraticEnergy, found, 0),
  ]) as [number, number, number]
  const work = `strengths and gradient, ${circumstances}`
  return {
    work: { work, size: sizeOf(graph), milliseconds, bound: 2 },
    gradient: { circumstances, forward, backward },
  }
}

/** All formulas take turns, so that what disturbs disturbs all. */
function measureGradients(graph: CompactGraph): readonly GradientFigure[] {
  const network = compileNetwork(graph)
  const works = formulas.flatMap((formula) => {
    const found = evaluate(network, formula)
    return [() => evaluate(network, formula), () => gradient(network, formula, found, 0)]
  })
  const medians = mediansOf(101, works)
  return formulas.map(({ title }, at) => ({
    circumstances: `${title} after all four, a fifth undercuts`,
    forward: medians[2 * at] as number,
    backward: medians[2 * at + 1] as number,
  }))
}

function measureStrengths(graph: CompactGraph, runs: number, bound?: number): AnalysisFigure {
  const network = compileNetwork(graph)
  const map = toPlainMap(graph)
  const [milliseconds = Number.NaN] = mediansOf(31, [() => evaluate(network, quadraticEnergy)])
  const [plain = Number.NaN] = mediansOf(runs, [() => plainStrengths(map)])
  sameStrengths(graph.nodes, network, plainStrengths(map))
  const size = sizeOf(graph)
  const figure = { work: 'strengths, QE alone, no undercuts', size, milliseconds, plain }
  return bound === undefined ? figure : { ...figure, bound }
}

function measureLabels(size: number, attacks: number, cycles: boolean): AnalysisFigure {
  const frame = syntheticFrame(size, attacks, cycles)
  const lists = toPlainFrame(frame)
  const [milliseconds = Number.NaN] = mediansOf(101, [() => groundedLabels(frame)])
  const [plain = Number.NaN] = mediansOf(15, [() => plainGrounded(lists)])
  const expected = plainGrounded(lists)
  const labels = groundedLabels(frame)
  const codeOf = { true: accepted, false: defeated, undefined: 0 }
  const isSame = labels.every(
    (label, x) => label === codeOf[`${expected.get(`argument-${x}`) ?? 'undefined'}`],
  )
  if (!isSame) throw new Error('Expected the yardstick to find the same grounded labelling')
  const work = `grounded labelling, ${cycles ? 'with' : 'no'} cycles`
  return { work, size: sizeWords(size, attacks), milliseconds, plain, bound: 1 }
}

/** The yardstick is a whole evaluation for each node, measured on every two-hundredth. */
function measureRemovals(
  nodes: number,
  edges: number,
  window: number,
  shape: 'wide' | 'deep',
): AnalysisFigure {
  const graph = syntheticGraph(nodes, edges, { window })
  const network = compileNetwork(graph)
  const effects = removalEffects(network, quadraticEnergy, 0)
  const sample = Array.from({ length: nodes / 200 }, (_, i) => 1 + 200 * i)
  const whole = effects[0] as number
  const again = () => sample.map((node) => whole - strengthWithout(network, node))
  const [milliseconds = Number.NaN, ofSample = Number.NaN] = mediansOf(7, [
    () => removalEffects(network, quadraticEnergy, 0),
    again,
  ])
  again().forEach((effect, i) => {
    if (Math.abs(effect - effects[sample[i]!]!) > 1e-12)
      throw new Error('Expected a whole evaluation to find the same effect of a removal')
  })
  return {
    work: `removal of every node, ${shape}`,
    size: sizeOf(graph),
    milliseconds,
    plain: 200 * ofSample,
    bound: 1000,
  }
}

/** The strength of node 0 if another node is left out. */
function strengthWithout(network: Network, node: number): number {
  const scores = copyScores(network.scores)
  scores.off[network.elementOf[node] as number] = 1
  const topic = network.elementOf[0] as number
  return evaluate(network, quadraticEnergy, scores).strength[topic] as number
}

function sameStrengths(
  ids: readonly string[],
  network: Network,
  expected: ReadonlyMap<string, number>,
): void {
  const { strength } = evaluate(network, quadraticEnergy)
  const isSame = ids.every(
    (id, node) => Math.abs(strength[network.elementOf[node]!]! - expected.get(id)!) < 1e-12,
  )
  if (!isSame) throw new Error('Expected the yardstick to find the same strengths')
}

function sizeOf({ nodes, kind }: CompactGraph): string {
  return sizeWords(nodes.length, kind.length)
}

function sizeWords(nodes: number, edges: number): string {
  return `${nodes.toLocaleString('en')} / ${edges.toLocaleString('en')}`
}

/** Medians in milliseconds; the works take turns, a third as many times before anything counts. */
function mediansOf(runs: number, works: readonly (() => unknown)[]): readonly number[] {
  for (let run = 0; run < runs / 3; run++) for (const work of works) work()
  globalThis.gc?.()
  const times = works.map((): number[] => [])
  for (let run = 0; run < runs; run++) {
    works.forEach((work, at) => {
      const start = performance.now()
      work()
      times[at]?.push(performance.now() - start)
    })
  }
  return times.map(median)
}

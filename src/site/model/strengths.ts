import { findCruxes, usualWork, type Crux } from '../../analysis/cruxes/cruxes.ts'
import { findInteractions, type Interaction } from '../../analysis/cruxes/interaction.ts'
import { startProbe } from '../../analysis/cruxes/probe.ts'
import { shapleyValues, type Shapley } from '../../analysis/cruxes/shapley.ts'
import { compactGraph, type CompactGraph } from '../../analysis/compact.ts'
import { bandOf, formulasWithout, type Band } from '../../analysis/strength/band.ts'
import type { Evaluation } from '../../analysis/strength/evaluate.ts'
import { quadraticEnergy } from '../../analysis/strength/formulas.ts'
import { compileNetwork } from '../../analysis/strength/compile-network.ts'
import type { Network } from '../../analysis/strength/network.ts'
import type { ArgumentNode } from '../../core/document.ts'
import { drain } from '../../core/drain.ts'
import type { NodeId } from '../../core/id.ts'
import type { ArgumentGraph } from '../../core/knowledge-base.ts'
import type { SiteContent } from '../content.ts'
import { circleWords } from '../words.ts'

/** The strengths of a graph and what they were computed with. */
export interface Strengths {
  readonly compact: CompactGraph
  readonly network: Network
  readonly band: Band
  readonly numberOf: ReadonlyMap<string, number>
}

/** How strong one node is. */
export interface NodeStrength {
  /** By the default formula; undefined where it gives no number. */
  readonly value: number | undefined
  /** Over the formulas that give a number. */
  readonly lowest: number
  readonly highest: number
  readonly dependsOnFormula: boolean
  /** Names of the formulas that give no number. */
  readonly without: readonly string[]
  readonly base: number
  /** Whether nothing bears on it, so that it has the strength it starts from. */
  readonly isUntouched: boolean
  /** What became of the circle of statements that it is in, if it is in one. */
  readonly circle: keyof typeof circleWords | undefined
}

/** A statement on which another turns. */
export interface ShownCrux extends Crux {
  readonly other: ArgumentNode
}

/** Computes the strengths of a graph; done once for all pages. */
export function computeStrengths(graph: ArgumentGraph): Strengths {
  const { compact } = compactGraph(graph)
  const network = compileNetwork(compact)
  const numberOf = new Map(compact.nodes.map((id, number) => [id, number]))
  return { compact, network, band: bandOf(network), numberOf }
}

/** The strength of a node; undefined for questions and what is withdrawn, which have none. */
export function strengthOf({ strengths }: SiteContent, id: NodeId): NodeStrength | undefined {
  const { network, band, numberOf } = strengths
  const node = numberOf.get(id)
  if (node === undefined) return undefined
  const at = network.elementOf[node] as number
  const value = band.strength[node] as number
  return {
    value: Number.isNaN(value) ? undefined : value,
    lowest: band.lowest[node] as number,
    highest: band.highest[node] as number,
    dependsOnFormula: band.dependsOnFormula[node] === 1,
    without: formulasWithout(band, node).map(({ title }) => title),
    base: network.scores.base[at] as number,
    isUntouched: network.first[at] === network.first[at + 1],
    circle: circleOf(strengths, at),
  }
}

const circles = {
  certified: 'proved',
  converged: 'found',
  several: 'several',
  unsettled: 'none',
  unknown: 'unknown',
} as const

function circleOf({ band }: Strengths, at: number): NodeStrength['circle'] {
  const cycles = band.evaluations[0]?.cycles ?? []
  const cycle = cycles.find(({ start, end }) => start <= at && at < end)
  return cycle && circles[cycle.kind]
}

/** What is said of a strength after its number. */
export function strengthSentences(strength: NodeStrength): string {
  const { value, lowest, highest, dependsOnFormula, without, isUntouched, circle } = strength
  const all = without.length === 0 ? 'four formulas' : 'the formulas that give a number'
  const start = isUntouched ? ', where it starts: nothing bears on it yet' : ''
  const band = highest - lowest >= 0.005 ? `, ${lowest.toFixed(2)} to ${highest.toFixed(2)} over ${all}` : ''
  return [
    value === undefined ? `The main formula gives no number for its strength${band}.` : `${start}${band}.`,
    ...(dependsOnFormula
      ? ['Whether it comes out above or below the middle depends on the formula.']
      : []),
    ...(circle ? [circleWords[circle]] : []),
    ...(without.length > 0 && value !== undefined ? [`There is no number from ${without.join(', ')}.`] : []),
  ].join(' ')
}

/** Cruxes whose swing would not show in two decimals are left out. */
const leastSwing = 0.005
/** Messages gone over in cycles for the cruxes of all pages, and of one whatever their number. */
const [workOfBuild, leastWork] = [1e10, 5e6]
/** And for the Shapley values of one. */
const workOfShares = 1e8

/**
 * The statements on which a node turns most, as the map is, the first first; none where circles of
 * statements make the search too long for a build.
 */
export function cruxesOf({ kb, strengths }: SiteContent, id: NodeId, most: number): readonly ShownCrux[] {
  const { compact, network, numberOf } = strengths
  const topic = numberOf.get(id)
  if (topic === undefined) return []
  const work = Math.min(Math.max(workOfBuild / network.elementOf.length, leastWork), usualWork)
  const options = { most, work, evaluation: evaluationOf(strengths) }
  const found = drain(findCruxes(network, quadraticEnergy, topic, options)) ?? []
  return found
    .filter(({ swing }) => swing >= leastSwing)
    .slice(0, most)
    .flatMap((crux) => {
      const other = kb.graph.nodes.get(compact.nodes[crux.node] as NodeId)
      return other === undefined ? [] : [{ ...crux, other }]
    })
}

/** Pairs among the cruxes of a node that matter more, or less, together than by themselves. */
export function pairsOf(
  { strengths }: SiteContent,
  id: NodeId,
  cruxes: readonly ShownCrux[],
): readonly Interaction[] {
  const { network, numberOf } = strengths
  const nodes = cruxes.map(({ node }) => node)
  const topic = numberOf.get(id) as number
  const evaluation = evaluationOf(strengths)
  const probe = startProbe(network, quadraticEnergy, topic, network.scores, evaluation, workOfShares)
  return drain(findInteractions(probe, nodes))
}

/**
 * How all statements share in what they together do to the strength of a node; undefined where the
 * search would be too long for a build.
 */
export function sharesOf({ strengths }: SiteContent, id: NodeId): Shapley | undefined {
  const { network, numberOf } = strengths
  const topic = numberOf.get(id) as number
  const sampling = { work: workOfShares, evaluation: evaluationOf(strengths) }
  return shapleyValues(network, quadraticEnergy, topic, sampling)
}

/** By the default formula. */
function evaluationOf({ band }: Strengths): Evaluation {
  return band.evaluations[0] as Evaluation
}

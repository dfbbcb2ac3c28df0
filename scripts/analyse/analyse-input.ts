import type { CompactGraph } from '../../src/analysis/compact.ts'
import { applyView, type AppliedView } from '../../src/analysis/stance/apply-view.ts'
import { indexViewData } from '../../src/analysis/stance/view-data.ts'
import { readView, writeView } from '../../src/analysis/stance/view-fragment.ts'
import { basic, formulas, type Formula } from '../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../src/analysis/strength/compile-network.ts'
import type { Network } from '../../src/analysis/strength/network.ts'
import { nearest } from '../../src/core/id.ts'
import type { AnalysisReport } from '../../src/outputs/analysis-report.ts'
import { expected, quote, UsageError } from '../lib/command.ts'
import { findTopics } from './find-cruxes.ts'
import { findLabels } from './find-labels.ts'
import { findPositionsReport } from './find-positions.ts'
import { findStrengths } from './find-strengths.ts'
import type { Input } from './input.ts'
import type { Wish } from './wish.ts'

/** A reader's view of a map, and what could not be had of it. */
interface Applied {
  readonly view?: AppliedView
  readonly fragment?: string
  readonly topic?: string
  readonly notices: readonly string[]
}

/**
 * Finds out what was asked for.
 *
 * @throws UsageError for nodes that are not there and for what is no view.
 */
export function analyse(
  input: Input,
  wish: Wish,
): { readonly report: AnalysisReport; readonly notices: readonly string[] } {
  const { graph } = input
  const network = compileNetwork(graph)
  const applied = readReadersView(input, network, graph, wish.view)
  const { view, notices } = applied
  const formula = formulaOf(wish.formula ?? input.formula)
  const about = describe(input, applied, formula)
  if (wish.semantics !== undefined) {
    const asked = wish.accepts === undefined ? {} : { asked: nodeNumber(graph.nodes, wish.accepts) }
    const { semantics, budget, most } = wish
    const positions = findPositionsReport(graph, view, { semantics, budget, most, ...asked })
    return { report: { ...about, positions }, notices }
  }
  const scores = view?.scores ?? network.scores
  const has = partsOf(input, wish)
  const pass = { network, formula, scores }
  const labels = () => ({ labels: findLabels(graph, view) })
  const strengths = () => ({ strengths: findStrengths(network, scores, graph.nodes, formula.name) })
  const topics = () => ({ topics: findTopics(pass, topicsOf(input, wish, applied.topic), wish) })
  const report = {
    ...about,
    ...(has.labels ? labels() : {}),
    ...(has.strengths ? strengths() : {}),
    ...(has.cruxes ? topics() : {}),
  }
  return { report, notices }
}

function describe({ of, graph, titles }: Input, { fragment }: Applied, formula: Formula) {
  return {
    of,
    formula: formula.name,
    ...(fragment === undefined ? {} : { view: fragment }),
    nodes: graph.nodes.map((id, node) => {
      const title = titles?.[node]
      return title === undefined ? { id } : { id, title }
    }),
  }
}

/** Which parts are shown: all, but of a file without base scores only what was asked for. */
function partsOf({ hasScores, topics }: Input, { only, formula, topic }: Wish) {
  const isWished = (part: Wish['only']) => only === undefined || only === part
  const hasTopics = topics.length > 0 || topic !== undefined
  const isScored = hasScores || formula !== undefined || hasTopics || only !== undefined
  return {
    labels: isWished('labels'),
    strengths: isWished('strengths') && isScored,
    cruxes: only === 'cruxes' || (isWished('cruxes') && hasTopics),
  }
}

function topicsOf(
  { graph, topics }: Input,
  wish: Wish,
  viewed: string | undefined,
): readonly number[] {
  const topic = wish.topic ?? viewed
  const names = topic === undefined ? topics : [topic]
  if (names.length === 0) {
    throw new UsageError('Unexpected lack of a topic, expected `--topic <id>`.')
  }
  return names.map((name) => nodeNumber(graph.nodes, name))
}

function readReadersView(
  { map }: Input,
  network: Network,
  graph: CompactGraph,
  text: string | undefined,
): Applied {
  if (text === undefined || map === undefined) return { notices: [] }
  const index = indexViewData(map)
  const read = readView(text, index)
  if (read === undefined) {
    const start = quote(text.slice(0, 100))
    throw new UsageError(`Unexpected ${start} as \`--view\`, expected \`v=1…\`.`)
  }
  const { view, notices } = read
  return {
    view: applyView(view, network, graph, index),
    fragment: writeView(view),
    ...(view.topic === undefined ? {} : { topic: view.topic }),
    notices,
  }
}

function formulaOf(name: Formula['name'] | undefined): Formula {
  const all = [...formulas, basic]
  return all.find((formula) => formula.name === name) ?? (formulas[0] as Formula)
}

const mostListed = 20

function nodeNumber(names: readonly string[], name: string): number {
  const number = names.indexOf(name)
  if (number >= 0) return number
  if (names.length <= mostListed) {
    throw new UsageError(`Unexpected node ${quote(name)}${expected(name, names)}`)
  }
  const near = nearest(name, names)
  const such = near === undefined ? '' : `, such as ${quote(near)}`
  throw new UsageError(`Unexpected node ${quote(name)}, expected one of ${names.length}${such}.`)
}

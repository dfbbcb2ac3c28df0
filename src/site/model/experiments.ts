import type { ArgumentNode } from '../../core/document.ts'
import {
  tellable,
  type PresetResult,
  type PublishedResult,
  type VerdictLabel,
} from '../../core/experiment-result.ts'
import type { NodeId } from '../../core/id.ts'
import type { About } from '../../experiments/about.ts'
import { digestOf } from '../../experiments/canonical.ts'
import type { Experiment, Report } from '../../experiments/contract.ts'
import {
  experimentIds,
  loadAbout,
  loadExperiment,
  type ExperimentId,
} from '../../experiments/registry.ts'
import type { SiteContent } from '../content.ts'

/** An experiment whose result is published, with all that its page says. */
export interface ShownExperiment {
  readonly id: ExperimentId
  /** Its place among the experiments, from 1. */
  readonly number: number
  readonly experiment: Experiment
  readonly about: About
  readonly result: PublishedResult
  readonly report: Report
  /** The report of the run with the settings most hostile to the claim. */
  readonly attack: Report | undefined
  /** What may be said of the verdict, after other seeds were tried. */
  readonly label: VerdictLabel
}

let held: { readonly content: SiteContent; readonly shown: Promise<readonly ShownExperiment[]> } | undefined

/** The experiments with a published result, in the order of their numbers. */
export function experimentsOf(content: SiteContent): Promise<readonly ShownExperiment[]> {
  if (held?.content !== content) held = { content, shown: loadAll(content) }
  return held.shown
}

async function loadAll({ kb }: SiteContent): Promise<readonly ShownExperiment[]> {
  const shown = experimentIds.map((id) => {
    const result = kb.results.get(`content/results/${id}.json`)
    return result === undefined ? [] : [load(id, result)]
  })
  return (await Promise.all(shown.flat())).flat()
}

async function load(id: ExperimentId, result: PublishedResult): Promise<ShownExperiment[]> {
  const [experiment, about] = [await loadExperiment(id), await loadAbout(id)]
  const { attack } = result.presets
  const report = reportOf(experiment, result, result)
  if (report === undefined) {
    console.warn(
      `content/results/${id}.json was not written by this version of the experiment, and its page is left out. Run npm run experiments -- ${id}.`,
    )
    return []
  }
  const number = experimentIds.indexOf(id) + 1
  const hostile = attack && reportOf(experiment, result, attack)
  return [
    { id, number, experiment, about, result, report, attack: hostile, label: tellable(result) },
  ]
}

/** The report of a published run; undefined where its digest tells that it is no run of ours. */
function reportOf(
  experiment: Experiment,
  { version, seed }: PublishedResult,
  { settings, result, digest }: PresetResult | PublishedResult,
): Report | undefined {
  const whole = { experiment: experiment.id, version: experiment.version, settings, seed, result }
  if (result === undefined || version !== experiment.version || digestOf(whole) !== digest) {
    return undefined
  }
  return experiment.report(result, settings)
}

/** The nodes that rest on an experiment, in order of id. */
export function nodesOn({ kb }: SiteContent, id: string): readonly ArgumentNode[] {
  return [...kb.graph.nodes.values()].filter(
    ({ experiment, withdrawn }) => experiment?.id === id && !withdrawn,
  )
}

/** How an experiment concerns a node: it tests it, carries it, or carries what bears on it. */
export interface Concern {
  readonly shown: ShownExperiment
  readonly as: 'tested' | 'carried' | 'near'
  /** The preset that the node rests on, where it carries the node. */
  readonly preset?: string
}

/** The experiments that concern a node, those that test or carry it first. */
export async function experimentsAt(content: SiteContent, id: NodeId): Promise<readonly Concern[]> {
  const { graph } = content.kb
  const own = graph.nodes.get(id)?.experiment
  const near = new Set(
    (graph.incoming.get(id) ?? [])
      .map(({ from }) => graph.nodes.get(from)?.experiment?.id)
      .filter((each) => each !== undefined),
  )
  const concerns = (await experimentsOf(content)).flatMap((shown): Concern[] => {
    if (shown.id === own?.id) return [{ shown, as: 'carried', preset: own.preset }]
    if (shown.about.claim === id) return [{ shown, as: 'tested' }]
    return near.has(shown.id) ? [{ shown, as: 'near' }] : []
  })
  const order = ['carried', 'tested', 'near']
  return concerns.sort((a, b) => order.indexOf(a.as) - order.indexOf(b.as))
}

import { healthOf, type Health } from '../../analysis/health/health.ts'
import type { ContentHistory } from '../../analysis/history/history.ts'
import type { NodeId } from '../../core/id.ts'
import { verdictLabels, type VerdictLabel } from '../../core/experiment-result.ts'
import { siteContent } from '../content.ts'
import { absolute, experimentUrl, isPublished, url } from '../urls.ts'
import { experimentsOf, nodesOn } from './experiments.ts'
import { siteHistory } from './history.ts'

const known = new WeakMap<ContentHistory, Health>()

/** What the content of this site holds and lacks, as its files have it. */
export function siteHealth(): Health {
  const history = siteHistory()
  const { written: kb, labels, strengths, problems } = siteContent()
  const health = known.get(history) ?? healthOf({ kb, labels, strengths, problems, history })
  known.set(history, health)
  return health
}

/** The verdict of an experiment and what it is on. */
export interface ShownVerdict {
  readonly id: string
  readonly title: string
  readonly label: VerdictLabel
  /** The claim that was tested. */
  readonly claim: NodeId
  /** Nodes that rest on the run, in order of id. */
  readonly carries: readonly NodeId[]
}

/** All verdicts that may be told, those for first and the inconclusive ones last. */
export async function siteVerdicts(): Promise<readonly ShownVerdict[]> {
  const content = siteContent()
  const shown = await experimentsOf(content)
  return shown
    .map(({ id, about, label }) => ({
      id,
      title: about.title,
      label,
      claim: about.claim as NodeId,
      carries: nodesOn(content, id).map((node) => node.id),
    }))
    .sort((a, b) => verdictLabels.indexOf(a.label) - verdictLabels.indexOf(b.label))
}

/** Results that another version of their experiment wrote, so that they have no page. */
export async function outdatedResults(): Promise<readonly string[]> {
  const content = siteContent()
  const shown = new Set((await experimentsOf(content)).map(({ id }) => `content/results/${id}.json`))
  return [...content.kb.results.keys()].filter((path) => !shown.has(path))
}

/** All of it as JSON: ids as they stand in addresses, no words of the page. */
export async function healthJson(): Promise<string> {
  const page = isPublished ? absolute(url('/health/')) : url('/health/')
  const experiments = (await siteVerdicts()).map(({ title: _, ...verdict }) => ({
    ...verdict,
    page: experimentUrl(verdict.id),
  }))
  const outdated = await outdatedResults()
  return `${JSON.stringify({ version: 1, page, ...siteHealth(), experiments, outdated }, null, 1)}\n`
}

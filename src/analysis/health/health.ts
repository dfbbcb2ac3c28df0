import type { MapId, NodeId, EdgeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import type { Place } from '../../core/place.ts'
import type { Problem, ProblemCode } from '../../core/problem.ts'
import { byText } from '../../graph/by-text.ts'
import type { CompactGraph } from '../compact.ts'
import type { ContentHistory } from '../history/history.ts'
import type { Labels } from '../labels/explain-label.ts'
import { reviewStates, type ReviewState } from '../reviews.ts'
import { activeNodes } from '../rule.ts'
import type { Band } from '../strength/band.ts'
import { changesIn, type Changes } from './changes.ts'
import { countAll, type Counts } from './counts.ts'
import { findGrounds, type Grounds } from './grounds.ts'
import { nearestFirst, nearnessIn } from './nearness.ts'
import { openObjections, type OpenObjection } from './objections.ts'

/** A sentence of the essay that no node carries. */
export interface UncarriedSentence {
  readonly map: MapId
  readonly label: string
  readonly text: string
  readonly place: Place
}

/** A node that left the argument. */
export interface GoneNode {
  readonly id: NodeId
  /** `YYYY-MM-DD` */
  readonly on: string
  /** The id it was merged into, as written. */
  readonly into?: string
}

/** What waits for somebody. */
export interface Waiting extends Grounds {
  readonly objections: readonly OpenObjection[]
  /** Questions that nothing answers. */
  readonly questions: readonly NodeId[]
  /** Relations that were judged by another wording, and those that were never judged. */
  readonly suspect: readonly EdgeId[]
  readonly unreviewed: readonly EdgeId[]
  /** Relations that do not say why. */
  readonly withoutBecause: readonly EdgeId[]
  readonly uncarried: readonly UncarriedSentence[]
  /** Nodes that come out strong or weak depending on the formula. */
  readonly contested: readonly NodeId[]
  /** Problems of what was right once, in reading order. */
  readonly stale: readonly Problem[]
}

/** What a map holds, what it lacks and what happened to it. Plain data, the same for the same files. */
export interface Health {
  readonly counts: Counts
  readonly waiting: Waiting
  /** Problems by code, those of most places first. */
  readonly problems: readonly { readonly code: ProblemCode; readonly places: readonly Problem[] }[]
  /** The newest first. */
  readonly gone: readonly GoneNode[]
  /** Absent where no history is known. */
  readonly changes?: Changes
  /** Why not all that happened is known, as a sentence; absent where it is. */
  readonly incomplete?: string
}

/** Codes of problems that come of a change elsewhere: what they are about was right once. */
export const staleCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'stale-figure',
  'edited-result',
  'unmet-expectation',
  'withdrawn-target',
  'merged-into-withdrawn',
  'unknown-review',
])

/** What health is told from; all of one content, as its files have it. */
export interface Examined {
  readonly kb: KnowledgeBase
  readonly labels: Labels
  readonly strengths: {
    readonly compact: Pick<CompactGraph, 'nodes'>
    readonly band: Pick<Band, 'dependsOnFormula'>
  }
  readonly problems: readonly Problem[]
  readonly history: ContentHistory
}

/** Examines a content; takes time linear in it but for sorting. */
export function healthOf(examined: Examined): Health {
  const { kb, labels, problems, history } = examined
  const changes = changesIn(history)
  return {
    counts: countAll(kb, labels),
    waiting: waitingIn(examined),
    problems: problemsByCode(problems),
    gone: goneNodes(kb),
    ...(changes && { changes }),
    ...(history.incomplete !== undefined && { incomplete: history.incomplete }),
  }
}

function waitingIn({ kb, labels, strengths, problems }: Examined): Waiting {
  const { graph } = kb
  const nearness = nearnessIn(kb)
  const edges = [...graph.edges.values()]
  const states = reviewStates(kb)
  const inState = (wanted: ReviewState) =>
    [...states].filter(([, state]) => state === wanted).map(([id]) => id)
  const { compact, band } = strengths
  const unanswered = [...activeNodes(kb, 'question')]
    .map(({ id }) => id)
    .filter((id) => !(graph.incoming.get(id) ?? []).some(({ kind }) => kind === 'answers'))
  return {
    objections: openObjections(graph, labels, nearness),
    ...findGrounds(kb, nearness),
    questions: nearestFirst(nearness, unanswered),
    suspect: inState('suspect'),
    unreviewed: inState('unreviewed'),
    withoutBecause: edges.filter(({ because }) => because === undefined).map(({ id }) => id),
    uncarried: uncarriedSentences(kb),
    contested: nearestFirst(
      nearness,
      compact.nodes.filter((_, at) => band.dependsOnFormula[at] === 1) as NodeId[],
    ),
    stale: problems.filter(({ code }) => staleCodes.has(code)),
  }
}

function uncarriedSentences({ outlines }: KnowledgeBase): readonly UncarriedSentence[] {
  return [...outlines.values()].flatMap(({ map, paragraphs }) =>
    paragraphs
      .flatMap(({ sentences }) => sentences)
      .filter(({ carriers }) => carriers.length === 0)
      .map(({ label, text, place }) => ({ map, label, text, place })),
  )
}

function problemsByCode(problems: readonly Problem[]): Health['problems'] {
  return [...Map.groupBy(problems, ({ code }) => code)]
    .map(([code, places]) => ({ code, places }))
    .sort((a, b) => b.places.length - a.places.length || byText(a.code, b.code))
}

function goneNodes({ graph }: KnowledgeBase): readonly GoneNode[] {
  return [...graph.nodes.values()]
    .flatMap(({ id, withdrawn }): readonly GoneNode[] => {
      if (withdrawn === undefined) return []
      const { on, mergedInto } = withdrawn
      return [{ id, on, ...(mergedInto && { into: mergedInto.id }) }]
    })
    .sort((a, b) => byText(b.on, a.on) || byText(a.id, b.id))
}

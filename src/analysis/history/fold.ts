import type { ArgumentNode, Document, Reference, SourceFile } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { Checked } from '../../core/problem.ts'
import { wordingHash } from '../../core/wording.ts'
import type { Label } from '../labels/labelling.ts'
import type { Moment, NodeEvent, Wording } from './history.ts'
import type { PastCommit } from './past-commit.ts'
import { openPastState, type PastState } from './past-state.ts'

/** A node as far as commits know it; it may be gone by now. Plain data. */
export interface PastNode {
  readonly events: readonly NodeEvent[]
  /** As in `NodeHistory`, up to the last commit. */
  readonly wordings: readonly Wording[]
  readonly modified?: Moment
}

/** The past of all nodes that there ever were, in the order in which they came. Plain data. */
export interface Past {
  readonly nodes: readonly (readonly [NodeId, PastNode])[]
  /** The newest commit. */
  readonly head?: Moment
}

interface Track {
  readonly events: NodeEvent[]
  wordings: Wording[]
  modified?: Moment
  /** As it was when it could be read last. */
  node?: ArgumentNode
  /** Why it does not take part. */
  gone?: string
  /** The label it had when it took part last. */
  label?: Label
}

/** What is said of a node whose file was deleted, in place of the reason of a withdrawal. */
export const deleted = 'Its file was deleted.'

/**
 * Goes through the commits of a branch, the oldest first, and tells what happened to each node.
 * Total: a file that cannot be read at a commit counts as it was before, and labels are those of
 * what could be joined. Where `isCut`, the first commit is where a shallow clone begins: when what
 * it has came is not known. Labels are computed anew only where what they hang on has changed.
 */
export function foldHistory(
  commits: readonly PastCommit[],
  read: (file: SourceFile) => Checked<Document>,
  isCut = false,
): Past {
  const tracks = new Map<NodeId, Track>()
  const state = openPastState(read)
  commits.forEach(({ commit, on, changed }, index) => {
    const at = isCut && index === 0 ? undefined : { commit, on }
    const { touched, relabelled } = state.apply(changed)
    for (const id of touched) follow(trackOf(tracks, id), id, state, at)
    if (relabelled) for (const id of state.nodes.keys()) relabel(trackOf(tracks, id), id, state, at)
  })
  const head = commits.at(-1)
  const nodes = [...tracks].flatMap(([id, track]) =>
    track.node ? [[id, past(track)] as const] : [],
  )
  return { nodes, ...(head && { head: { commit: head.commit, on: head.on } }) }
}

function trackOf(tracks: Map<NodeId, Track>, id: NodeId): Track {
  let track = tracks.get(id)
  if (track === undefined) tracks.set(id, (track = { events: [], wordings: [] }))
  return track
}

function past({ events, wordings, modified }: Track): PastNode {
  return { events, wordings, ...(modified && { modified }) }
}

/** What a commit that changed the file of a node did to it. */
function follow(track: Track, id: NodeId, state: PastState, at: Moment | undefined): void {
  const before = track.node
  const now = state.nodes.get(id)
  if (before === undefined && now === undefined) return
  if (at !== undefined) track.modified = at
  const gone = now === undefined ? deleted : now.withdrawn?.reason
  if (now !== undefined) {
    if (before === undefined)
      begin(track, now, at, gone === undefined ? state.labels.get(id) : undefined)
    else compareNodes(track, before, now, at)
    track.node = now
  }
  if (at !== undefined) track.events.push(...leaving(track.gone, gone, at, now?.withdrawn?.mergedInto))
  if (gone === undefined) delete track.gone
  else track.gone = gone
}

function begin(track: Track, node: ArgumentNode, at: Moment | undefined, label?: Label): void {
  const { kind, title, statement } = node
  const hash = wordingHash(statement)
  track.wordings.push({ hash, statement, ...(at && { since: at, file: node.place.file }) })
  const counts = label !== undefined && kind !== 'question'
  if (counts) track.label = label
  if (at === undefined) return
  track.events.push({ type: 'added', at, kind, title, hash, statement, ...(counts && { label }) })
}

function compareNodes(track: Track, before: ArgumentNode, now: ArgumentNode, at?: Moment): void {
  if (at === undefined) return
  const [was, is] = [before, now].map(({ statement }) => ({
    hash: wordingHash(statement),
    statement,
  }))
  if (was === undefined || is === undefined) return
  if (before.kind !== now.kind) {
    track.events.push({ type: 'kind-changed', at, was: before.kind, kind: now.kind })
  }
  if (before.title !== now.title) {
    track.events.push({ type: 'retitled', at, was: before.title, title: now.title })
  }
  if (was.hash === is.hash) return
  track.events.push({ type: 'reworded', at, was, ...is })
  const earlier = track.wordings.filter(({ hash }) => hash !== is.hash)
  track.wordings = [...earlier, { ...is, since: at, file: now.place.file }]
}

function leaving(
  was: string | undefined,
  is: string | undefined,
  at: Moment,
  into: Reference | undefined,
): readonly NodeEvent[] {
  if (is === undefined) return was === undefined ? [] : [{ type: 'restored', at }]
  const isNews = was === undefined || (was === deleted && is !== deleted)
  if (!isNews) return []
  return [{ type: 'withdrawn', at, reason: is, ...(into && { into: into.id as NodeId }) }]
}

/** What a commit did to the label of a node, whichever file it changed. */
function relabel(track: Track, id: NodeId, state: PastState, at: Moment | undefined): void {
  const node = state.nodes.get(id)
  const label = state.labels.get(id)
  if (label === undefined || node?.withdrawn !== undefined || node?.kind === 'question') return
  const was = track.label
  track.label = label
  if (was === undefined || was === label || at === undefined) return
  track.events.push({ type: 'label-changed', at, was, label })
  track.modified = at
}

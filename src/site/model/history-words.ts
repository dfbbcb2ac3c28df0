import type { Moment, NodeEvent, NodeHistory } from '../../analysis/history/history.ts'
import { capitalised, countWord, dayWords } from '../words.ts'

/** A commit and what it did to a node. */
export interface HistoryEntry {
  readonly at: Moment
  readonly events: readonly NodeEvent[]
}

/** The events of a node by commit, the newest commit first. */
export function entriesOf({ events }: NodeHistory): readonly HistoryEntry[] {
  const entries: { at: Moment; events: NodeEvent[] }[] = []
  for (const event of events) {
    const last = entries.at(-1)
    if (last?.at.commit === event.at.commit) last.events.push(event)
    else entries.push({ at: event.at, events: [event] })
  }
  return entries.reverse()
}

/** What is known of a node's past in a sentence or two; `incomplete` says why that is not all. */
export function historyLine(history: NodeHistory, incomplete?: string): string {
  const { events } = history
  const added = events.find(({ type }) => type === 'added')
  const labels = events.filter(({ type }) => type === 'label-changed')
  const clauses = [
    ...(added ? [`In the map since ${dayWords(added.at.on)}`] : []),
    ...wordingClause(history, added?.at),
    ...(labels.length > 0 ? [`its label changed ${times(labels)}`] : []),
  ]
  const gap = incomplete !== undefined && added === undefined ? [incomplete] : []
  return [...(clauses.length > 0 ? [`${capitalised(clauses.join('; '))}.`] : []), ...gap].join(' ')
}

function wordingClause({ events, wordings }: NodeHistory, added?: Moment): readonly string[] {
  const since = wordings.at(-1)?.since
  if (since !== undefined) {
    const isFirst = since.commit === added?.commit
    return [isFirst ? 'its wording has not changed' : `in this wording since ${dayWords(since.on)}`]
  }
  if (added !== undefined || events.some(({ type }) => type === 'reworded')) {
    return ['this wording is in no commit yet']
  }
  return []
}

function times(events: readonly NodeEvent[]): string {
  const last = dayWords(events.at(-1)?.at.on ?? '')
  if (events.length === 1) return `once, on ${last}`
  if (events.length === 2) return `twice, last on ${last}`
  return `${countWord(events.length).toLowerCase()} times, last on ${last}`
}

/** One line of a node's past: a commit, or what no commit tells. */
export interface HistoryRow {
  /** Absent for what is in no commit that is known. */
  readonly at?: Moment
  readonly events: readonly NodeEvent[]
  /** The wording that came, and the one before it where there was one. */
  readonly wording?: ShownWording
}

/** A wording as a row shows it. */
export interface ShownWording {
  readonly hash: string
  readonly statement: string
  readonly was?: string
  /** Whether it is the newest row with that wording, to which its name leads. */
  readonly isNewest: boolean
}

/**
 * The past of a node in rows, the newest first: above the commits a wording that is in none yet,
 * below them one that was there before the history begins.
 */
export function rowsOf(history: NodeHistory): readonly HistoryRow[] {
  const told = new Set(history.events.flatMap((event) => ('hash' in event ? [event.hash] : [])))
  const untold = history.wordings.filter(({ hash }) => !told.has(hash))
  const [now, before] = [history.wordings.at(-1), history.wordings.at(-2)]
  const isNew = now !== undefined && now.since === undefined && before !== undefined
  const above = isNew ? [{ events: [], wording: { ...now, was: before.statement } }] : []
  const below = untold
    .filter((wording) => !isNew || wording !== now)
    .map((wording) => ({ events: [], wording }))
  const commits = entriesOf(history).map((entry) => ({ ...entry, ...wordingIn(entry) }))
  const seen = new Set<string>()
  return [...above, ...commits, ...below].map(({ wording, ...row }) => {
    if (wording === undefined) return row
    const isNewest = !seen.has(wording.hash)
    seen.add(wording.hash)
    return { ...row, wording: { ...wording, isNewest } }
  })
}

function wordingIn({ events }: HistoryEntry): {
  readonly wording?: Omit<ShownWording, 'isNewest'>
} {
  const event = events.find(({ type }) => type === 'added' || type === 'reworded')
  if (event?.type === 'added') return { wording: { hash: event.hash, statement: event.statement } }
  if (event?.type !== 'reworded') return {}
  return { wording: { hash: event.hash, statement: event.statement, was: event.was.statement } }
}

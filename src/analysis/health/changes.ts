import type { NodeId } from '../../core/id.ts'
import type { ContentHistory, Moment, NodeEvent } from '../history/history.ts'
import { byText } from '../../graph/by-text.ts'
import { tally, type Tally } from './tally.ts'

/** What can happen to a node; a merge is told apart from other withdrawals. */
export const changeKinds = [
  'added',
  'reworded',
  'retitled',
  'kind-changed',
  'label-changed',
  'withdrawn',
  'merged',
  'restored',
] as const satisfies readonly (NodeEvent['type'] | 'merged')[]
export type ChangeKind = (typeof changeKinds)[number]

/** What happened in a month. */
export interface MonthOfChanges {
  /** `YYYY-MM` */
  readonly month: string
  readonly counts: Tally<ChangeKind>
  /** Whether what happened at its beginning may not be known. */
  readonly isInPart: boolean
}

/** Something that happened to a node. */
export interface Change {
  readonly id: NodeId
  readonly kind: ChangeKind
  readonly at: Moment
}

/** What commits did to the nodes that there are now. */
export interface Changes {
  /** The newest commit that is known: the months are counted back from it. */
  readonly head: Moment
  /** Months of which something is known, at most twelve, the newest first. */
  readonly months: readonly MonthOfChanges[]
  /** All that happened in the month of the newest commit, the newest first. */
  readonly newest: readonly Change[]
}

const mostMonths = 12

/**
 * What happened in the month of the newest commit and the eleven before it; undefined where there is
 * no history. Months before the first that is known are left out.
 */
export function changesIn({ nodes, head, incomplete }: ContentHistory): Changes | undefined {
  if (head === undefined) return undefined
  const changes = [...nodes.values()].flatMap(({ id, events }) =>
    events.map((event): Change => ({ id, kind: kindOf(event), at: event.at })),
  )
  const byMonth = Map.groupBy(changes, ({ at }) => monthOf(at))
  const [first] = [...byMonth.keys()].sort(byText)
  const known = first === undefined ? [] : lastMonths(head).filter((month) => month >= first)
  const months = known.map((month) => ({
    month,
    counts: tally(changeKinds, byMonth.get(month) ?? [], ({ kind }) => kind),
    isInPart: incomplete !== undefined && month === first,
  }))
  const newest = [...(byMonth.get(monthOf(head)) ?? [])].sort(
    (a, b) => byText(b.at.on, a.at.on) || byText(a.id, b.id),
  )
  return { head, months, newest }
}

function kindOf(event: NodeEvent): ChangeKind {
  return event.type === 'withdrawn' && event.into !== undefined ? 'merged' : event.type
}

function monthOf({ on }: Moment): string {
  return on.slice(0, 7)
}

/** The month of a moment and those before it, the newest first. */
function lastMonths({ on }: Moment): readonly string[] {
  const newest = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1
  return Array.from({ length: mostMonths }, (_, back) => {
    const month = newest - back
    const year = String(Math.floor(month / 12)).padStart(4, '0')
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

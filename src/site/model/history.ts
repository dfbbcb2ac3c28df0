import { contentHistory } from '../../analysis/history/content-history.ts'
import type { ContentHistory, NodeHistory, Wording } from '../../analysis/history/history.ts'
import type { NodeId } from '../../core/id.ts'
import { historyState } from '../../disk/history.ts'
import { openHistory, type KnownPast } from '../../disk/history-cache.ts'
import { siteContent, type SiteContent } from '../content.ts'
import { contentFolder } from '../settings.ts'
import { capitalised, dayWords } from '../words.ts'

const reader = openHistory()
let past: ReturnType<typeof readPast> | undefined
let asked = -Infinity
let held:
  { readonly of: SiteContent; readonly past: unknown; readonly history: ContentHistory } | undefined

/** How long an answer of git is believed in development, in milliseconds. */
const patience = 1000

/**
 * The past of the content as git has it, with an entry for every node: read once in a build, and in
 * development anew a second after a commit at the latest. Where there is none, `incomplete` says
 * why, and a line is printed once.
 */
export function siteHistory(): ContentHistory {
  const content = siteContent()
  if (past === undefined || (import.meta.env.DEV && performance.now() - asked > patience)) {
    past = readPast()
    asked = performance.now()
  }
  if (held?.of !== content || held.past !== past.known) {
    const { known, incomplete } = past
    const nodes = content.written.graph.nodes.values()
    held = { of: content, past: known, history: contentHistory(nodes, known?.past, incomplete) }
  }
  return held.history
}

function readPast(): { readonly known?: KnownPast; readonly incomplete?: string } {
  const state = historyState(contentFolder)
  const answer = 'unknown' in state ? state : reader.read(contentFolder, state.value)
  const known = 'value' in answer ? answer.value : undefined
  const incomplete = 'unknown' in answer ? capitalised(answer.unknown) : gapOf(answer.value)
  if (incomplete !== undefined) tell(incomplete)
  return { ...(known && { known }), ...(incomplete !== undefined && { incomplete }) }
}

function gapOf({ from, isCut }: KnownPast): string | undefined {
  if (from === undefined) return 'No commit has the content yet.'
  if (!isCut) return undefined
  return `What was before ${dayWords(from)} is not known here: this was made from a shallow clone.`
}

let told: string | undefined

function tell(incomplete: string): void {
  if (told === incomplete) return
  told = incomplete
  console.warn(`Histories of nodes are not complete. ${incomplete}`)
}

/** The past of a node. */
export function historyOf(id: NodeId): NodeHistory {
  const history = siteHistory().nodes.get(id)
  if (history === undefined) throw new RangeError(`Expected \`id\` to be a node: ${id}`)
  return history
}

/** The wording of a node's statement as it is now. */
export function wordingNow(id: NodeId): Wording {
  return historyOf(id).wordings.at(-1) as Wording
}

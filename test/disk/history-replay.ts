import type { Moment, NodeEvent, Wording } from '../../src/analysis/history/history.ts'
import { labelGrounded, type Label } from '../../src/analysis/labels/labelling.ts'
import type { ArgumentNode, Document, SourceFile } from '../../src/core/document.ts'
import type { NodeId } from '../../src/core/id.ts'
import type { Checked } from '../../src/core/problem.ts'
import { wordingHash } from '../../src/core/wording.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { readDocument } from '../../src/readers/read-document.ts'

/** A commit and all files of the content as they were in it. */
export interface WholeCommit extends Moment {
  readonly files: readonly SourceFile[]
}

interface Seen {
  readonly node: ArgumentNode
  readonly label: Label | undefined
}

const read = new Map<string, Checked<Document>>()

function readOnce(file: SourceFile): Checked<Document> {
  const key = JSON.stringify(file)
  const document = read.get(key) ?? readDocument(file)
  read.set(key, document)
  return document
}

/** The history of nodes from whole contents: slow, and without anything that the fold shares. */
export function replay(commits: readonly WholeCommit[]) {
  const good = new Map<string, string>()
  const snapshots = commits.map(({ files }) => snapshotOf(files, good))
  const ids = [...new Set(snapshots.flatMap((snapshot) => [...snapshot.keys()]))].sort()
  return ids.map((id) => {
    const seen = snapshots.map((snapshot) => snapshot.get(id))
    const events = commits.flatMap(({ commit, on }, at) => eventsAt(seen, at, { commit, on }))
    return {
      id,
      events,
      wordings: wordingsOf(seen, commits),
      modified: modifiedOf(id, seen, commits, events),
    }
  })
}

function snapshotOf(files: readonly SourceFile[], good: Map<string, string>): Map<NodeId, Seen> {
  for (const path of [...good.keys()]) {
    if (!files.some((file) => file.path === path)) good.delete(path)
  }
  for (const { path, text } of files) {
    if (readOnce({ path, text }).value !== undefined) good.set(path, text)
  }
  const { graph } = assemble(
    [...good].map(([path, text]) => ({ path, text })),
    readOnce,
  )
  const labels = labelGrounded(graph)
  return new Map(
    [...graph.nodes.values()].map((node) => [
      node.id,
      { node, label: labelOf(node, labels.get(node.id)) },
    ]),
  )
}

function labelOf({ kind, withdrawn }: ArgumentNode, label: Label | undefined): Label | undefined {
  return kind === 'question' || withdrawn !== undefined ? undefined : label
}

function eventsAt(seen: readonly (Seen | undefined)[], index: number, at: Moment): NodeEvent[] {
  const now = seen[index]
  const before = seen.slice(0, index)
  const last = before.findLast((each) => each !== undefined)?.node
  const events: NodeEvent[] = []
  if (now !== undefined) {
    const { kind, title, statement } = now.node
    const hash = wordingHash(statement)
    const { label } = now
    if (last === undefined) {
      events.push({ type: 'added', at, kind, title, hash, statement, ...(label && { label }) })
    } else {
      const was = { hash: wordingHash(last.statement), statement: last.statement }
      if (last.kind !== kind) events.push({ type: 'kind-changed', at, was: last.kind, kind })
      if (last.title !== title) events.push({ type: 'retitled', at, was: last.title, title })
      if (was.hash !== hash) events.push({ type: 'reworded', at, was, hash, statement })
    }
  }
  if (last === undefined && now === undefined) return events
  const goneBefore = last !== undefined && goneOf(before.at(-1))
  const gone = goneOf(now)
  if (gone !== undefined && (!goneBefore || (goneBefore === deleted && gone !== deleted))) {
    const into = now?.node.withdrawn?.mergedInto?.id as NodeId | undefined
    events.push({ type: 'withdrawn', at, reason: gone, ...(into && { into }) })
  }
  if (gone === undefined && goneBefore) events.push({ type: 'restored', at })
  const was = before.findLast((each) => each?.label !== undefined)?.label
  if (was !== undefined && now?.label !== undefined && now.label !== was) {
    events.push({ type: 'label-changed', at, was, label: now.label })
  }
  return events
}

const deleted = 'Its file was deleted.'

function goneOf(seen: Seen | undefined): string | undefined {
  return seen === undefined ? deleted : seen.node.withdrawn?.reason
}

function wordingsOf(
  seen: readonly (Seen | undefined)[],
  commits: readonly WholeCommit[],
): Wording[] {
  const there = seen.flatMap((each, index) => (each === undefined ? [] : [{ index, ...each.node }]))
  const starts = there.filter(
    ({ statement }, at) =>
      at === 0 || wordingHash(there[at - 1]!.statement) !== wordingHash(statement),
  )
  const latest = new Map<string, Wording>()
  for (const { index, statement, place } of starts) {
    const hash = wordingHash(statement)
    const { commit, on } = commits[index]!
    latest.delete(hash)
    latest.set(hash, { hash, statement, since: { commit, on }, file: place.file })
  }
  return [...latest.values()]
}

function modifiedOf(
  id: string,
  seen: readonly (Seen | undefined)[],
  commits: readonly WholeCommit[],
  events: readonly NodeEvent[],
): Moment | undefined {
  const textsAt = (index: number) =>
    JSON.stringify(commits[index]?.files.filter(({ path }) => path.endsWith(`/${id}.md`)) ?? [])
  const at = commits.findLastIndex(({ commit }, index) => {
    const isKnown = seen.slice(0, index + 1).some((each) => each !== undefined)
    if (events.some((event) => event.at.commit === commit)) return true
    return isKnown && textsAt(index) !== textsAt(index - 1)
  })
  const { commit, on } = commits[at]!
  return { commit, on }
}

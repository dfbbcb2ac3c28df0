import './buffer.ts'
import { config } from 'zod'
import { checkDraft, resultsOf } from '../../analysis/draft/check-draft.ts'
import type { ContentIndex, IndexedNode } from '../../analysis/draft/content-index.ts'
import { openDraftBase, type DraftBase } from '../../analysis/draft/draft-base.ts'
import { openStatementSearch, type StatementSearch } from '../../analysis/find-statements.ts'
import { nearest } from '../../core/id.ts'
import type { PublishedResult } from '../../core/experiment-result.ts'
import type { AlikeNode, Ask, Looked, Offered, Told } from './protocol.ts'

// A server may send the policy of the pages with a worker too, and it forbids to make functions of text.
config({ jitless: true })

interface Opened {
  readonly base: DraftBase
  readonly search: StatementSearch
  /** Where the result of an experiment is, less its name. */
  readonly address: string
}

const mostAlike = 3
const results = new Map<string, PublishedResult>()
const absent = new Set<string>()
let opened: Opened | undefined

onmessage = ({ data: ask }: MessageEvent<Ask>) => {
  answer(ask).catch((error: unknown) =>
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
}

function tell(told: Told): void {
  postMessage(told)
}

async function answer(ask: Ask): Promise<void> {
  if (ask.kind === 'open') return open(ask)
  if (opened === undefined) return
  if (ask.kind === 'check') return checkAnd(opened, ask)
  if (ask.kind === 'look') return tell({ kind: 'looked', looked: look(opened.base, ask.id) })
  const nodes = opened.search.find(ask.query).map((id) => offer(opened as Opened, id))
  tell({ kind: 'found', number: ask.number, nodes })
}

async function open({ index: address, results }: Ask & { kind: 'open' }): Promise<void> {
  const response = await fetch(address)
  const index = (await response.json()) as ContentIndex
  if (index.version !== 1) throw new Error(`Expected an index of version 1 at ${address}`)
  const base = openDraftBase(index)
  base.waysWithout('')
  opened = { base, search: openStatementSearch(index.nodes), address: results }
  tell({ kind: 'opened', maps: index.maps, sources: index.sources })
}

async function checkAnd(opened: Opened, ask: Ask & { kind: 'check' }): Promise<void> {
  const { base } = opened
  const { node, problems } = checkDraft(base, ask.file, results)
  const missing = node === undefined ? [] : resultsOf(node).filter((id) => isMissing(base, id))
  if (missing.length > 0) {
    await Promise.all(missing.map((id) => loadResult(opened.address, id)))
    return checkAnd(opened, ask)
  }
  const isTaken = base.paths.has(idIn(ask.file.path))
  tell({ kind: 'checked', problems, isTaken, alike: alikeTo(opened, ask.statement) })
}

function idIn(path: string): string {
  return /([^/]+)\.md$/.exec(path)?.[1] ?? ''
}

function isMissing({ known }: DraftBase, id: string): boolean {
  return known.experiments.has(id) && !results.has(pathOf(id)) && !absent.has(id)
}

async function loadResult(address: string, id: string): Promise<void> {
  const response = await fetch(`${address}${id}.json`)
  if (response.ok) results.set(pathOf(id), (await response.json()) as PublishedResult)
  else absent.add(id)
}

function pathOf(id: string): string {
  return `content/results/${id}.json`
}

function alikeTo(opened: Opened, statement: string): AlikeNode[] {
  return opened.base.statements
    .alike(statement, mostAlike)
    .map(({ id, kind, score }) => ({ ...offer(opened, id), like: kind, score }))
}

function look(base: DraftBase, id: string): Looked {
  const node = base.nodes.get(id)
  if (node === undefined) {
    const near = nearest(id, base.known.nodes)
    return near === undefined ? { id } : { id, nearest: near }
  }
  const ends = node.relations.flatMap(([kind, to]) => {
    const end = kind === 'supports' || kind === 'rebuts' ? base.nodes.get(to as string) : undefined
    return end === undefined ? [] : [offered(end)]
  })
  return { id, node: offered(node), ends }
}

function offer({ base }: Opened, id: string): Offered {
  return offered(base.nodes.get(id) as IndexedNode)
}

function offered({ id, map, kind, title, statement, withdrawn }: IndexedNode): Offered {
  return { id, map, kind, title, statement, isWithdrawn: withdrawn !== undefined }
}

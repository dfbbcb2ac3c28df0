import type { Ledger } from './material.ts'
import { ownValue } from './own-fields.ts'

export interface AifNode {
  readonly id: string
  /** `I`, `RA`, `CA`, `MA`, `PA`, `YA`, `TA`, `L` or whatever stands there. */
  readonly type: string
  readonly text: string
  readonly record: unknown
}

export interface AifEdge {
  readonly from: string
  readonly to: string
  readonly place: string
  readonly record: unknown
}

/** Who says a locution. */
export interface Locution {
  readonly node: string
  readonly speaker: string
}

/** AIF with what is not even a graph taken out: both ends of every edge are nodes. */
export interface AifGraph {
  readonly nodes: ReadonlyMap<string, AifNode>
  readonly edges: readonly AifEdge[]
  readonly into: ReadonlyMap<string, readonly AifEdge[]>
  readonly outOf: ReadonlyMap<string, readonly AifEdge[]>
  readonly speakers: ReadonlyMap<string, string>
}

/** The graph of AIFdb's JSON or xAIF, undefined where there is no list of nodes. */
export function readAifGraph(data: unknown, ledger: Ledger): AifGraph | undefined {
  const root = [ownValue(data, 'AIF'), ownValue(data, 'aif'), data].find((each) =>
    Array.isArray(ownValue(each, 'nodes')),
  )
  if (root === undefined) return undefined
  const nodes = readNodes(list(root, 'nodes'), ledger)
  const edges = readEdges(list(root, 'edges'), nodes, ledger)
  const speakers = readSpeakers(root, nodes, ledger)
  leaveOthers(data, root, ledger)
  leaveFields(list(root, 'nodes'), 'nodes', nodeFields, ledger)
  leaveFields(list(root, 'edges'), 'edges', edgeFields, ledger)
  const into = new Map<string, AifEdge[]>()
  const outOf = new Map<string, AifEdge[]>()
  for (const edge of edges) {
    add(into, edge.to, edge)
    add(outOf, edge.from, edge)
  }
  return { nodes, edges, into, outOf, speakers }
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const there = lists.get(key)
  if (there === undefined) lists.set(key, [value])
  else there.push(value)
}

function list(root: unknown, name: string): readonly unknown[] {
  const value = ownValue(root, name)
  return Array.isArray(value) ? value : []
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  return Number.isSafeInteger(value) ? String(value) : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readNodes(entries: readonly unknown[], ledger: Ledger): Map<string, AifNode> {
  const nodes = new Map<string, AifNode>()
  ledger.find(entries.length)
  for (const [index, record] of entries.entries()) {
    const id = idOf(ownValue(record, 'nodeID'))
    const text = textOf(ownValue(record, 'text'))
    const type = textOf(ownValue(record, 'type')).toUpperCase()
    const place = id === undefined ? `entry ${String(index + 1)} of the nodes` : `node ${id}`
    if (id === undefined) ledger.leave(place, `A node without \`nodeID\` is left out: “${text}”`)
    else if (nodes.has(id)) ledger.leave(place, `A second node of this id is left out: “${text}”`)
    else if (type === 'I' && text.trim() === '') ledger.leave(place, 'A statement without text is left out.')
    else nodes.set(id, { id, type, text, record })
  }
  return nodes
}

function readEdges(
  entries: readonly unknown[],
  nodes: ReadonlyMap<string, AifNode>,
  ledger: Ledger,
): AifEdge[] {
  const edges = new Map<string, AifEdge>()
  ledger.find(entries.length)
  for (const [index, record] of entries.entries()) {
    const id = idOf(ownValue(record, 'edgeID'))
    const [from, to] = [idOf(ownValue(record, 'fromID')), idOf(ownValue(record, 'toID'))]
    const place = id === undefined ? `entry ${String(index + 1)} of the edges` : `edge ${id}`
    if (from === undefined || to === undefined || !nodes.has(from) || !nodes.has(to)) {
      const ends = `from ${from ?? 'nowhere'} to ${to ?? 'nowhere'}`
      ledger.leave(place, `An edge ${ends}, of which one is not there, is left out.`)
      continue
    }
    const key = JSON.stringify([from, to])
    if (edges.has(key)) ledger.leave(place, `A second edge from ${from} to ${to} is left out.`)
    else edges.set(key, { from, to, place, record })
  }
  return [...edges.values()]
}

function readSpeakers(
  root: unknown,
  nodes: ReadonlyMap<string, AifNode>,
  ledger: Ledger,
): ReadonlyMap<string, string> {
  const participants = list(root, 'participants')
  const locutions = list(root, 'locutions')
  ledger.find(participants.length + locutions.length)
  const names = new Map<string, string>()
  for (const person of participants) {
    const id = idOf(ownValue(person, 'participantID')) ?? idOf(ownValue(person, 'personID'))
    const name = [ownValue(person, 'firstname'), ownValue(person, 'surname')].map(textOf)
    if (id === undefined) ledger.leave('participants', 'A participant without an id is left out.')
    else {
      names.set(id, name.join(' ').trim())
      ledger.leave('participants', `Participant ${id} is left out but for the name in notes.`)
    }
  }
  const speakers = new Map<string, string>()
  for (const locution of locutions) {
    const node = idOf(ownValue(locution, 'nodeID'))
    const person = idOf(ownValue(locution, 'personID')) ?? idOf(ownValue(locution, 'participantID'))
    const place = `locution of node ${node ?? 'nowhere'}`
    if (node !== undefined && nodes.has(node) && person !== undefined) {
      speakers.set(node, names.get(person) || `person ${person}`)
    }
    ledger.leave(place, 'A locution is left out but for the name of who says it in notes.')
  }
  return speakers
}

const known = new Set(['nodes', 'edges', 'participants', 'locutions', 'map', 'AIF', 'aif'])

// All else that is said of the whole: the annotated text, layouts, fulfilments of schemes.
function leaveOthers(data: unknown, root: unknown, ledger: Ledger): void {
  const levels = root === data ? [data] : [data, root]
  for (const level of levels) {
    for (const [name, value] of Object.entries(level as object)) {
      const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
      if (known.has(name) || isEmpty) continue
      ledger.find(1)
      ledger.leave('the file', `What it says under \`${name}\` is left out.`)
    }
  }
}

const nodeFields = new Set([
  ...['nodeID', 'text', 'type', 'scheme', 'linked', 'answers', 'body', 'kind', 'title', 'part'],
  ...['caveat', 'credence', 'credence-because', 'sources', 'experiment'],
])
const edgeFields = new Set(['edgeID', 'fromID', 'toID', 'because', 'weight', 'step'])

// Once for each name, however many say it.
function leaveFields(
  records: readonly unknown[],
  what: string,
  carried: ReadonlySet<string>,
  ledger: Ledger,
): void {
  const names = new Set<string>()
  for (const record of records) {
    if (typeof record !== 'object' || record === null) continue
    for (const [name, value] of Object.entries(record)) if (value !== null) names.add(name)
  }
  for (const name of [...names].filter((each) => !carried.has(each)).sort()) {
    ledger.find(1)
    ledger.leave(`the ${what}`, `What they say under \`${name}\` is left out.`)
  }
}

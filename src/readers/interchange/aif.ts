import { readAifGraph, type AifGraph, type AifNode } from './aif-graph.ts'
import { carryNotes } from './aif-notes.ts'
import { carrySchemes } from './aif-schemes.ts'
import {
  Ledger,
  Links,
  largestImport,
  tooLarge,
  type Given,
  type Material,
  type Unreadable,
} from './material.ts'
import {
  ownBearing,
  ownFields,
  ownRelations,
  ownValue,
  type OwnRelations,
} from './own-fields.ts'

/**
 * Reads AIF in the JSON of AIFdb, or xAIF. Total: any text gives statements and relations, and a
 * sentence on everything that could not be carried, or a sentence on why it is no AIF at all.
 */
export function readAif(text: string): Material | Unreadable {
  if (text.length > largestImport) {
    return tooLarge(text)
  }
  let data: unknown
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return { unreadable: `Unexpected text that is no JSON (${why}), expected AIF in JSON.` }
  }
  const ledger = new Ledger()
  const graph = readAifGraph(data, ledger)
  if (graph === undefined) {
    return { unreadable: 'Unexpected JSON without a list of `nodes`, expected AIF as AIFdb writes it or xAIF.' }
  }
  return carry(graph, data, ledger)
}

function carry(graph: AifGraph, data: unknown, ledger: Ledger): Material {
  const links = new Links()
  const done = new Set<object>()
  carrySchemes(graph, links, ledger, done)
  const notes = carryNotes(graph, ledger, done)
  const nodes: Given[] = []
  for (const node of graph.nodes.values()) {
    if (node.type !== 'I') continue
    nodes.push(given(node, notes.get(node.id) ?? []))
    ledger.carry()
    carryAnswers(node, ownRelations(node.record).answers ?? [], graph, links, ledger)
  }
  leaveRest(graph, ledger, done)
  const map = ownValue(data, 'map')
  const [title, question] = [ownValue(map, 'title'), ownValue(map, 'question')]
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof question === 'string' ? { question } : {}),
    nodes,
    links: links.all(),
    ...ledger.close(),
  }
}

function given({ id, text, record }: AifNode, notes: readonly string[]): Given {
  const body = ownValue(record, 'body')
  const own = ownFields(record)
  return {
    key: id,
    // Ids of other tools are numbers of theirs and say nothing.
    ...(own.kind === undefined ? {} : { name: id }),
    text,
    own,
    ...(typeof body === 'string' ? { body } : {}),
    notes,
    place: `node ${id}`,
  }
}

function carryAnswers(
  { id }: AifNode,
  targets: NonNullable<OwnRelations['answers']>,
  { nodes }: AifGraph,
  links: Links,
  ledger: Ledger,
): void {
  ledger.find(targets.length)
  for (const target of targets) {
    const { to, ...bearing } = typeof target === 'string' ? { to: target } : target
    const isThere = nodes.get(to)?.type === 'I'
    const link = { kind: 'answers', from: id, to, ...ownBearing(bearing) } as const
    const why = isThere ? links.add(link) : 'leads to no statement of the file'
    if (why === undefined) ledger.carry()
    else ledger.leave(`node ${id}`, `An answer that ${why} is left out.`)
  }
}

const types: Readonly<Record<string, string>> = {
  RA: 'inference',
  CA: 'conflict',
  MA: 'rephrase',
  PA: 'preference',
  YA: 'illocution',
  TA: 'transition',
  L: 'locution',
}

function leaveRest({ nodes, edges }: AifGraph, ledger: Ledger, done: ReadonlySet<object>): void {
  for (const node of nodes.values()) {
    if (node.type === 'I' || done.has(node)) continue
    const kind = types[node.type]
    const what = kind === undefined ? `of the type \`${node.type}\`` : `(${kind})`
    ledger.leave(
      `node ${node.id}`,
      `A node ${what} that joins no two statements in a way we have is left out: “${node.text}”`,
    )
  }
  for (const edge of edges) {
    if (done.has(edge)) continue
    const isBare = nodes.get(edge.from)?.type === 'I' && nodes.get(edge.to)?.type === 'I'
    const why = isBare ? 'that has no scheme node between two statements' : 'of what is left out'
    ledger.leave(edge.place, `An edge ${why}, from ${edge.from} to ${edge.to}, is left out.`)
  }
}

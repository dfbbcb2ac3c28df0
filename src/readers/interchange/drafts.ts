import type { NodeKind } from '../../core/document.ts'
import { isId, type NodeId } from '../../core/id.ts'
import { IdGiver } from './id-giver.ts'
import type { Given, Link, Material, Remark } from './material.ts'
import { relationFields, type FieldValue } from './relation-fields.ts'
import { splitStatement, shortened, withStop } from './statement-text.ts'

/** A content file that is not written yet. */
export interface DraftFile {
  readonly id: string
  readonly fields: Readonly<Record<string, FieldValue | undefined>>
  /** Plain text, to be escaped; after it `markdown`, which is Markdown of our own. */
  readonly paragraphs: readonly string[]
  readonly markdown?: string
}

/** What the content that the drafts go to says. */
export interface DraftOptions {
  /** Ids that are taken, of nodes in any map. */
  readonly taken: ReadonlySet<string>
  /** Parts of the map, none where it is new. */
  readonly parts: ReadonlySet<string>
  /** The thesis by its id or its name in the source. */
  readonly thesis?: string
}

/** Drafts of nodes and what a new map needs to know of itself. */
export interface Drafts {
  readonly nodes: readonly DraftFile[]
  readonly index: DraftFile | undefined
  readonly remarks: readonly Remark[]
  /** Whether the thesis that was asked for is among the statements. */
  readonly hasThesis: boolean
}

const longestTitle = 60
const longestMapTitle = 120
const longestStatement = 240

/**
 * Content files of what another format says: a statement is a node, ids are made from titles or texts
 * and never those that are taken. No text is cut: what does not fit a statement stands in the body,
 * and what is no single sentence stays for the checks to say. The thesis is the statement that most
 * relations point at, where none is asked for.
 */
export function toDrafts(material: Material, options: DraftOptions): Drafts {
  const { nodes, links } = material
  const ids = new IdGiver(options.taken).give(nodes)
  const asked = options.thesis
  const found = nodes.find(
    ({ key, name }) => asked !== undefined && (ids.get(key) === asked || name === asked),
  )
  const thesis = found ?? mostPointedAt(nodes, links)
  const remarks: Remark[] = []
  const bySource = new Map<string, Link[]>()
  for (const link of links) {
    const there = bySource.get(link.from)
    if (there === undefined) bySource.set(link.from, [link])
    else there.push(link)
  }
  const joined = new Set(links.flatMap(endsOf))
  let stops = 0
  const drafts = nodes.map((node) => {
    const own = bySource.get(node.key) ?? []
    const kind = kindOf(node, own, joined, node === thesis)
    const { statement, rest } = statementOf(node)
    const written = isOurs(node) ? statement : withStop(statement)
    if (written !== statement) stops++
    remarks.push(...remarksOn(node, ids.get(node.key) ?? '', rest, options))
    return draft(node, kind, written, rest, relationFields(own, ids), ids, options)
  })
  if (stops > 0) {
    const sentence = `A full stop is added to ${stops === 1 ? '1 statement' : `${String(stops)} statements`}.`
    remarks.push({ place: 'the file', sentence })
  }
  return {
    nodes: drafts,
    index: thesis === undefined ? undefined : mapIndex(material, thesis, ids),
    remarks,
    hasThesis: asked === undefined || found !== undefined,
  }
}

// Our own exports say the kind of a node, and what they say is kept to the letter.
function isOurs({ own, text }: Given): boolean {
  return own.kind !== undefined && text.length <= longestStatement && /\S/.test(text) && !text.includes('\n')
}

function statementOf(node: Given): { readonly statement: string; readonly rest: string } {
  return isOurs(node) ? { statement: node.text, rest: '' } : splitStatement(node.text)
}

function endsOf({ from, to, kind }: Link): readonly string[] {
  if (kind === 'refines' || kind === 'answers') return []
  return typeof to === 'string' ? [from, to] : [from]
}

// The first of those that are supported or attacked most; one that bears on nothing comes before others.
function mostPointedAt(nodes: readonly Given[], links: readonly Link[]): Given | undefined {
  const counts = new Map<string, number>()
  const starts = new Set(links.map(({ from }) => from))
  for (const { to } of links) {
    if (typeof to === 'string') counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  const score = ({ key }: Given) => 2 * (counts.get(key) ?? 0) + (starts.has(key) ? 0 : 1)
  let [best] = nodes
  for (const node of nodes) {
    if (best !== undefined && score(node) > score(best)) best = node
  }
  return best
}

function kindOf(
  { own, text, key }: Given,
  links: readonly Link[],
  joined: ReadonlySet<string>,
  isThesis: boolean,
): NodeKind {
  if (own.kind !== undefined) return own.kind
  if (/[?？؟]["'’”)\]]*\s*$/u.test(text) && !joined.has(key)) return 'question'
  const attacks = links.some(({ kind }) => kind === 'rebuts' || kind === 'undercuts')
  const supports = links.some(({ kind }) => kind === 'supports')
  return attacks && !supports && !isThesis ? 'counterargument' : 'claim'
}

function remarksOn({ place, own, name }: Given, id: string, rest: string, { parts }: DraftOptions): Remark[] {
  const found: Remark[] = []
  const say = (sentence: string) => found.push({ place, sentence })
  if (rest !== '') say(`\`${id}\`: all after the first sentence stands in the body.`)
  if (own.part !== undefined && !parts.has(own.part)) {
    say(`\`${id}\`: the map has no part \`${own.part}\`, so that is left out.`)
  }
  if (own.title === undefined && name !== undefined && !isId(name) && name.length > longestTitle) {
    say(`\`${id}\`: the title “${name}” is shortened.`)
  }
  return found
}

function draft(
  { key, own, name, notes, body }: Given,
  kind: NodeKind,
  statement: string,
  rest: string,
  relations: DraftFile['fields'],
  ids: ReadonlyMap<string, NodeId>,
  { parts }: DraftOptions,
): DraftFile {
  const label = name === undefined || isId(name) || /^\d+$/.test(name) ? statement.replace(/\.$/, '') : name
  const { part, caveat, credence, sources, experiment } = own
  return {
    id: ids.get(key) ?? '',
    fields: {
      kind,
      title: own.title ?? shortened(label, longestTitle),
      statement,
      part: part !== undefined && parts.has(part) ? part : undefined,
      caveat,
      credence,
      'credence-because': own['credence-because'],
      ...relations,
      sources: sources as FieldValue | undefined,
      experiment: experiment as FieldValue | undefined,
    },
    paragraphs: [rest, ...notes].filter((text) => text !== ''),
    ...(body === undefined ? {} : { markdown: body }),
  }
}

function mapIndex(
  { title, question }: Material,
  thesis: Given,
  ids: ReadonlyMap<string, NodeId>,
): DraftFile {
  const label = title ?? thesis.own.title ?? shortened(statementOf(thesis).statement, longestTitle)
  return {
    id: 'index',
    fields: {
      title: shortened(label, longestMapTitle),
      question: shortened(question ?? `What speaks for and against this: ${label}`, 240),
      thesis: ids.get(thesis.key),
      parts: [],
    },
    paragraphs: [],
  }
}

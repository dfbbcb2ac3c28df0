import { labelGrounded, type Label } from '../analysis/labels/labelling.ts'
import type { ArgumentMap, ArgumentNode, Outline, Source } from '../core/document.ts'
import type { EdgeId, NodeId } from '../core/id.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import type { Edge } from '../core/relation.ts'
import { plainWithdrawal } from '../core/withdrawal.ts'
import { byText } from '../graph/by-text.ts'
import type { Export } from './json-schema.ts'

type Labels = ReadonlyMap<NodeId | EdgeId, Label>
type ExportedRelation = Export['nodes'][number]['relations'][number]

/**
 * The public export, version 1: all that is in the content, without places, relations only where
 * both ends exist. Sorted by id, so that equal content gives equal bytes; a line end at the end.
 */
export function toJson(kb: KnowledgeBase): string {
  const labels = labelGrounded(kb.graph)
  const whole: Export = {
    version: 1,
    maps: sorted(kb.maps).map(exportMap),
    nodes: sorted(kb.graph.nodes).map((node) => exportNode(node, kb, labels)),
    sources: sorted(kb.sources).map(exportSource),
    outlines: sorted(kb.outlines).map(exportOutline),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function sorted<Key extends string, Value>(values: ReadonlyMap<Key, Value>): readonly Value[] {
  return [...values].sort(([a], [b]) => byText(a, b)).map(([, value]) => value)
}

function exportMap(map: ArgumentMap): Export['maps'][number] {
  const { id, title, question, thesis, rival, source, parts, body } = map
  return {
    id,
    title,
    question,
    thesis,
    ...(rival === undefined ? {} : { rival }),
    ...(source === undefined ? {} : { source }),
    parts: parts.map((part) => ({
      id: part.id,
      title: part.title,
      label: part.label,
      head: part.head,
      summary: part.summary,
    })),
    body: body.markdown,
  }
}

/** A node as the export has it. */
export function exportNode(
  node: ArgumentNode,
  { graph, parts }: KnowledgeBase,
  labels: Labels,
): Export['nodes'][number] {
  const part = node.part ?? parts.get(node.id)
  const { credence, credenceBecause, experiment, withdrawn } = node
  return {
    id: node.id,
    map: node.map,
    ...(part === undefined ? {} : { part }),
    kind: node.kind,
    caveat: node.caveat,
    title: node.title,
    statement: node.statement,
    ...(credence === undefined ? {} : { credence }),
    ...(credenceBecause === undefined ? {} : { credenceBecause }),
    label: labels.get(node.id) ?? 'undecided',
    relations: (graph.outgoing.get(node.id) ?? [])
      .toSorted((a, b) => byText(a.id, b.id))
      .map((edge) => exportRelation(edge, graph.edges, labels)),
    sources: node.sources.map(({ id, at, quote }) => ({
      id,
      ...(at === undefined ? {} : { at }),
      ...(quote === undefined ? {} : { quote }),
    })),
    ...(experiment === undefined ? {} : { experiment: exportExperiment(experiment) }),
    ...(withdrawn === undefined ? {} : { withdrawn: plainWithdrawal(withdrawn) }),
    body: node.body.markdown,
  }
}

/** An edge of the graph as the export has it in the node that it starts from. */
export function exportRelation(
  edge: Edge,
  edges: ReadonlyMap<EdgeId, Edge>,
  labels: Labels,
): ExportedRelation {
  const { id, because, weight } = edge
  const label = labels.get(id)
  const common = {
    id,
    ...(because === undefined ? {} : { because }),
    weight,
    ...(label === undefined ? {} : { label }),
  }
  if (edge.kind === 'supports') {
    const { kind, to, linked } = edge
    return { kind, to, ...common, ...(linked === undefined ? {} : { linked }) }
  }
  if (edge.kind !== 'undercuts') return { kind: edge.kind, to: edge.to, ...common }
  const step = edges.get(edge.to)
  if (step === undefined) throw new TypeError(`Expected the graph to have step \`${edge.to}\``)
  return { kind: 'undercuts', to: { from: step.from, to: step.to as NodeId }, ...common }
}

type Bounds = NonNullable<Export['nodes'][number]['experiment']>['expect']

function exportExperiment(experiment: NonNullable<ArgumentNode['experiment']>) {
  const { id, preset, expect } = experiment
  const bounds = Object.entries(expect).map(([measure, { min, max }]) => [
    measure,
    { ...(max === undefined ? {} : { max }), ...(min === undefined ? {} : { min }) },
  ])
  return { id, preset, expect: sortKeys(Object.fromEntries(bounds)) as Bounds }
}

function exportSource({ id, csl, checked, body }: Source): Export['sources'][number] {
  const { how, where } = checked
  return { id, csl: sortKeys(csl), checked: { how, where }, body: body.markdown }
}

function exportOutline(outline: Outline): Export['outlines'][number] {
  const { map, title, source, paragraphs, body } = outline
  return {
    map,
    title,
    ...(source === undefined ? {} : { source }),
    paragraphs: paragraphs.map(({ heading, sentences }) => ({
      heading,
      sentences: sentences.map(({ label, text, carriers }) => ({
        label,
        text,
        carriers: carriers.map(({ id }) => id),
      })),
    })),
    body: body.markdown,
  }
}

function sortKeys(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => byText(a, b)))
}

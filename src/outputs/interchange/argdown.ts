import type { ArgumentNode } from '../../core/document.ts'
import type { EdgeId } from '../../core/id.ts'
import type { Edge } from '../../core/relation.ts'
import type { Plain } from '../content-file.ts'
import { argdownScalar, argdownText, isArgdownText } from './argdown-text.ts'
import { bearing, nodeFields } from './node-fields.ts'
import {
  isUndercut,
  lostOfMap,
  lostOfNodes,
  told,
  type Exported,
  type Share,
  type StepEdge,
} from './share.ts'

/**
 * Nodes and relations as Argdown (`@argdown/core` 1.7), to be read in loose mode. A node is a
 * statement whose title is its id. A step that is undercut, and premises that are linked, are
 * arguments with premises and a conclusion; Argdown can undercut an argument and not a relation. A
 * rebuttal that is undercut is an argument that its node supports and that attacks the target. What
 * Argdown has no words for stands at the end, in metadata of the statements, under the names of our
 * own fields: Argdown adds a blank to a statement that has both metadata and relations.
 */
export function toArgdown(share: Share): Exported {
  const losses = argdownLosses(share)
  const layout = layOut(share)
  const blocks = [
    frontMatter(share),
    `/*\n${losses.map((loss) => `${loss.replaceAll('*/', '* /')}\n`).join('')}*/`,
    ...share.nodes.map((node) => statement(node, share, layout)),
    ...[...layout.inferences].sort(byFirst).map(([title, steps]) => inference(title, steps)),
    ...[...layout.attacks].sort(byFirst).map(([title, step]) => attack(title, step)),
    ...share.nodes.map((node) => metadata(node, share)),
  ]
  return { text: `${blocks.join('\n\n')}\n`, losses }
}

interface Layout {
  /** Steps with premises and conclusion, by the title of the argument. */
  readonly inferences: ReadonlyMap<string, readonly StepEdge[]>
  /** Rebuttals that are undercut, by the title of the argument. */
  readonly attacks: ReadonlyMap<string, StepEdge>
  readonly titles: ReadonlyMap<EdgeId, string>
}

function layOut({ steps, undercut }: Share): Layout {
  const inferences = new Map<string, StepEdge[]>()
  const attacks = new Map<string, StepEdge>()
  const titles = new Map<EdgeId, string>()
  for (const step of steps.values()) {
    const linked = step.kind === 'supports' ? step.linked : undefined
    if (linked === undefined && !undercut.has(step.id)) continue
    const word = linked !== undefined ? 'together for' : step.kind === 'rebuts' ? 'against' : 'for'
    const title = `${linked ?? step.from} ${word} ${step.to}`
    titles.set(step.id, title)
    if (step.kind === 'rebuts') attacks.set(title, step)
    else inferences.set(title, [...(inferences.get(title) ?? []), step])
  }
  return { inferences, attacks, titles }
}

function byFirst([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

function frontMatter({ title, question }: Share): string {
  const lines = [
    `title: ${argdownScalar(title)}`,
    `subTitle: ${argdownScalar(question)}`,
    'model: {mode: loose}',
  ]
  return ['===', ...lines, '==='].join('\n')
}

function statement(node: ArgumentNode, share: Share, layout: Layout): string {
  const edges = share.edges.filter(({ from }) => from === node.id)
  const relations = edges.flatMap((edge) => relationLine(edge, layout))
  return [`[${node.id}]: ${argdownText(node.statement)}`, ...relations].join('\n')
}

function metadata(node: ArgumentNode, share: Share): string {
  const edges = share.edges.filter(({ from }) => from === node.id)
  return `[${node.id}] ${flow({ ...nodeFields(node), ...relationFields(edges, share) })}`
}

function relationLine(edge: Edge, { titles, inferences }: Layout): readonly string[] {
  if (edge.kind === 'refines' || edge.kind === 'answers') return []
  if (edge.kind === 'undercuts') return [`    _> <${titles.get(edge.to) ?? ''}>`]
  const title = titles.get(edge.id)
  if (title === undefined) return [`    ${edge.kind === 'supports' ? '+>' : '->'} [${edge.to}]`]
  return inferences.has(title) ? [] : [`    +> <${title}>`]
}

function inference(title: string, steps: readonly StepEdge[]): string {
  const premises = steps.map(({ from }, index) => `(${String(index + 1)}) [${from}]`)
  const conclusion = `(${String(steps.length + 1)}) [${steps[0]?.to ?? ''}]`
  return [`<${title}>`, '', ...premises, '-----', conclusion].join('\n')
}

function attack(title: string, { from, to }: StepEdge): string {
  return [`<${title}>`, flow({ step: { from, rebuts: to } }), `    -> [${to}]`].join('\n')
}

// What a relation says beyond its line, and relations that have no line.
function relationFields(edges: readonly Edge[], { steps }: Share): Record<string, Plain> {
  const fields: Record<string, Plain[]> = {}
  for (const edge of edges) {
    const step = isUndercut(edge) ? steps.get(edge.to) : undefined
    const ends = step === undefined ? { to: edge.to } : { from: step.from, to: step.to }
    const linked = edge.kind === 'supports' ? edge.linked : step && linkOf(step)
    const own = step === undefined ? { linked } : {}
    const said = { ...bearing(edge), ...own }
    const isPlain = linked === undefined && Object.values(said).every((value) => value === undefined)
    if (isPlain && edge.kind !== 'refines' && edge.kind !== 'answers') continue
    fields[edge.kind] = [...(fields[edge.kind] ?? []), { ...ends, ...said }]
  }
  return fields
}

function linkOf(step: StepEdge): string | undefined {
  return step.kind === 'supports' ? step.linked : undefined
}

function flow(value: Plain): string {
  if (typeof value === 'string') return argdownScalar(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(flow).join(', ')}]`
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries.map(([key, each]) => `${key}: ${flow(each as Plain)}`).join(', ')}}`
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

function argdownLosses({ nodes, edges, steps, losses }: Share): readonly string[] {
  const count = (kind: Edge['kind']) => edges.filter((edge) => edge.kind === kind).length
  const changed = nodes.filter((each) => !isArgdownText(each.statement)).length
  const linked = edges.filter((edge) => {
    const step = isUndercut(edge) ? steps.get(edge.to) : undefined
    return step !== undefined && linkOf(step) !== undefined
  })
  return [
    'Argdown has one kind of statement: kinds, titles, reasons, weights, caveats, credences, sources and experiments stand in metadata, which its maps do not show.',
    ...told(count('refines'), '1 refinement stands', '# refinements stand', 'in metadata alone.'),
    ...told(count('answers'), '1 answer stands', '# answers stand', 'in metadata alone.'),
    ...told(
      linked.length,
      '1 undercut of one of several linked premises is',
      '# undercuts of one of several linked premises are',
      'read by Argdown as an undercut of the whole inference; the premise stands in metadata.',
    ),
    ...told(
      changed,
      'In 1 statement line ends and broken characters are',
      'In # statements line ends and broken characters are',
      'replaced.',
    ),
    ...lostOfNodes(nodes, ['body']),
    ...losses,
    lostOfMap,
  ]
}

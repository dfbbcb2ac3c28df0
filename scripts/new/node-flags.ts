import fs from 'node:fs'
import { nodeKinds, type NodeKind } from '../../src/core/document.ts'
import type { MapId, NodeId } from '../../src/core/id.ts'
import { relationKinds, type Step } from '../../src/core/relation.ts'
import { suggestNodeId } from '../../src/outputs/draft-id.ts'
import type { Draft, DraftRelation, DraftSource } from '../../src/outputs/draft-node.ts'
import { expected, quote, UsageError, type Given } from '../lib/command.ts'
import { expectNode, expectSource, faultOfId, type Known } from './known.ts'

/** The draft that flags make. @throws UsageError for what is missing or is not there. */
export function draftOf(given: Given, known: Known): Draft {
  const { values, flags } = given
  const relation = relationOf(given, known)
  const kind = kindOf(values.get('kind'), relation)
  const statement = values.get('statement')
  const title = values.get('title')
  if (kind === undefined) {
    throw new UsageError(`Unexpected lack of \`--kind\`, expected one of ${nodeKinds.join(', ')}.`)
  }
  if (statement === undefined) throw new UsageError(lack('statement', 'one declarative sentence'))
  if (title === undefined) throw new UsageError(lack('title', 'a label in a few words'))
  const id = values.get('id') ?? suggestNodeId(title, statement, known.taken)
  if (id === undefined) throw new UsageError(lack('id', 'three to six words that say the claim'))
  const fault = faultOfId(known, id)
  if (fault !== undefined) throw new UsageError(fault)
  return {
    map: mapOf(values.get('map'), relation, known),
    id,
    kind,
    title,
    statement,
    relation,
    sources: sourcesOf(given, known),
    caveat: flags.has('caveat'),
    part: values.get('part'),
    body: bodyOf(given),
  }
}

function lack(option: string, what: string): string {
  return `Unexpected lack of \`--${option}\`, expected ${what}.`
}

/** The body given with flags; `-` is standard input. */
export function bodyOf({ values }: Given): string | undefined {
  const file = values.get('body-file')
  if (file !== undefined && values.has('body')) {
    throw new UsageError('Unexpected `--body` with `--body-file`, expected one of them.')
  }
  return file === undefined ? values.get('body') : readText(file)
}

/** The text of a file that somebody named; `-` is standard input. @throws UsageError */
export function readText(file: string): string {
  try {
    return fs.readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new UsageError(`Unexpected fault when reading ${quote(file)} (${code}).`)
  }
}

function kindOf(given: string | undefined, relation: DraftRelation | undefined): NodeKind | undefined {
  if (given !== undefined || relation === undefined) return given as NodeKind | undefined
  const isAgainst = relation.kind === 'rebuts' || relation.kind === 'undercuts'
  return isAgainst ? 'counterargument' : 'claim'
}

function relationOf(given: Given, known: Known): DraftRelation | undefined {
  const { values } = given
  const [kind, ...others] = relationKinds.filter((each) => values.has(each))
  if (others.length > 0) {
    const both = `\`--${others[0] ?? ''}\` with \`--${kind ?? ''}\``
    throw new UsageError(`Unexpected ${both}, expected one; add others to the file.`)
  }
  const because = values.get('because')
  const weight = weightOf(values.get('weight'))
  if (kind === undefined) {
    if (because === undefined && weight === undefined) return undefined
    const options = relationKinds.map((each) => `--${each}`).join(', ')
    throw new UsageError(`Unexpected \`--because\` or \`--weight\` alone, expected one of ${options}.`)
  }
  const target = values.get(kind) ?? ''
  if (kind === 'undercuts') return { kind, to: stepOf(target, known), because, weight }
  expectNode(known, target)
  return { kind, to: target, because, weight }
}

function weightOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  const weight = Number(written)
  if (/^[\d.]+$/.test(written) && weight <= 1) return weight
  throw new UsageError(`Unexpected ${quote(written)} as \`--weight\`, expected a number from 0 to 1.`)
}

function stepOf(written: string, known: Known): Step {
  const [from, to, ...more] = written.split(/\.\.|>/)
  if (from === undefined || to === undefined || more.length > 0) {
    throw new UsageError(`Unexpected ${quote(written)} as \`--undercuts\`, expected \`from..to\`.`)
  }
  expectNode(known, from)
  const steps = stepsFrom(known, from)
  if (steps.includes(to)) return { from, to }
  if (steps.length === 0) {
    throw new UsageError(`Unexpected step from ${quote(from)}, which supports and rebuts nothing.`)
  }
  throw new UsageError(`Unexpected step from ${quote(from)} to ${quote(to)}${expected(to, steps)}`)
}

/** Nodes that a node supports or rebuts: the ends of its steps. */
export function stepsFrom({ kb }: Known, from: string): readonly string[] {
  const edges = kb.graph.outgoing.get(from as NodeId) ?? []
  return edges.filter(({ kind }) => kind === 'supports' || kind === 'rebuts').map(({ to }) => to)
}

function sourcesOf(given: Given, known: Known): readonly DraftSource[] {
  return (given.lists.get('source') ?? []).map((written) => {
    const [id = '', ...at] = written.split(': ')
    expectSource(known, id)
    return at.length === 0 ? id : { id, at: at.join(': ') }
  })
}

/** The map of a new node: as given, else that of its target, else the only one. @throws UsageError */
export function mapOf(
  given: string | undefined,
  relation: DraftRelation | undefined,
  { kb }: Known,
): string {
  const maps = [...kb.maps.keys()]
  if (given !== undefined) {
    if (kb.maps.has(given as MapId)) return given
    throw new UsageError(`Unexpected map ${quote(given)}${expected(given, maps)}`)
  }
  const target = typeof relation?.to === 'object' ? relation.to.from : relation?.to
  const map = kb.graph.nodes.get(target as NodeId)?.map ?? (maps.length === 1 ? maps[0] : undefined)
  if (map !== undefined) return map
  throw new UsageError(`Unexpected lack of \`--map\`${expected('', maps)}`)
}

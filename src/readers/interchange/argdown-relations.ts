import {
  inferencesOf,
  keyOf,
  type Argument,
  type Relation,
  type Statement,
} from './argdown-model.ts'
import type { ArgdownWork, Step } from './argdown-work.ts'
import { ownBearing, ownRelations } from './own-fields.ts'

type End = Statement | Argument

/**
 * Carries supports, attacks and contradictions as relations of nodes, then undercuts as undercuts of
 * the steps that are known by then. Relations that need a target we do not have are left out.
 */
export function carryRelations(work: ArgdownWork): void {
  const relations = work.parsed.response.relations ?? []
  work.ledger.find(relations.length)
  const isUndercut = (relation: Relation) => kindOf(relation) === 'undercut'
  for (const relation of relations) if (!isUndercut(relation)) carryRelation(relation, work)
  for (const relation of relations) if (isUndercut(relation)) carryUndercut(relation, work)
}

function kindOf({ relationType }: Relation): string {
  return relationType
}

function placeOf({ occurrences }: Relation): string {
  return `line ${String(occurrences[0]?.startLine ?? 1)}`
}

function titled(end: { readonly title?: string } | undefined): string {
  return `“${end?.title ?? 'an inference'}”`
}

function carryRelation(relation: Relation, work: ArgdownWork): void {
  const { from, to } = relation
  const { ledger } = work
  const place = placeOf(relation)
  const what = `The ${kindOf(relation)} of ${titled(to)} by ${titled(from)}`
  if (!isNode(from) || !isNode(to)) {
    ledger.leave(place, `${what} is left out: it is no relation of statements.`)
    return
  }
  if (isOwnStep(from, to, work)) {
    ledger.carry()
    return
  }
  const why = isDissolved(to, work)
    ? carryToArgument(from, to as Argument, relation, work)
    : isDissolved(from, work)
      ? 'starts from an argument that is no statement'
      : carryBetween(from, to, relation, work)
  if (why === undefined) ledger.carry()
  else ledger.leave(place, `${what} ${why} and is left out.`)
}

function isNode(end: Relation['from']): end is End {
  return end !== undefined && (end.type as string) !== 'inference'
}

function isDissolved(end: End, work: ArgdownWork): end is Argument {
  return (end.type as string) === 'argument' && work.isDissolved(end as Argument)
}

// The two relations by which our own export writes a rebuttal that is undercut.
function isOwnStep(from: End, to: End, work: ArgdownWork): boolean {
  const argument = [from, to].find((end) => isDissolved(end, work)) as Argument | undefined
  const step = argument && work.ownStep(argument)
  if (step === undefined) return false
  if (argument === to) return step.from === keyOf(from)
  if (step.to !== keyOf(to)) return false
  const names = { from: step.from.replace(/^statement /, ''), to: to.title ?? '' }
  work.links.add({ kind: 'rebuts', ...step, ...work.bearing('rebuts', names.from, names.to) })
  return true
}

function carryBetween(from: End, to: End, relation: Relation, work: ArgdownWork): string | undefined {
  const kind = kindOf(relation)
  const ends = { from: keyOf(from), to: keyOf(to) }
  const link = kind === 'support' || kind === 'entails' ? 'supports' : 'rebuts'
  const bearing = work.bearing(link, from.title ?? '', to.title ?? '')
  const why = work.links.add({ kind: link, ...ends, ...bearing })
  if (kind !== 'contradictory' && kind !== 'contrary') return why
  const back = work.links.add({ kind: 'rebuts', from: ends.to, to: ends.from })
  work.ledger.change(
    placeOf(relation),
    `That ${titled(from)} and ${titled(to)} exclude each other is read as two rebuttals.`,
  )
  return why !== undefined && back !== undefined ? why : undefined
}

// An argument is no node here: what supports it supports its only premise, what attacks it doubts
// its last step.
function carryToArgument(
  from: End,
  argument: Argument,
  relation: Relation,
  work: ArgdownWork,
): string | undefined {
  if (isDissolved(from, work)) return 'starts from an argument that is no statement'
  const last = inferencesOf(argument).at(-1)
  if (kindOf(relation) !== 'support') {
    const steps = last === undefined ? [] : (work.steps.get(last.inference) ?? [])
    const why = undercut(from, steps, relation, work)
    if (why === undefined) {
      work.ledger.change(
        placeOf(relation),
        `An attack on the argument ${titled(argument)} is read as an undercut of its last step.`,
      )
    }
    return why
  }
  const premises = argument.pcs.filter((each) => (each.role as string) === 'premise')
  const [only, second] = premises
  const premise = only === undefined ? undefined : work.statement(only.title ?? '')
  if (premise === undefined || second !== undefined) return 'does not say which premise'
  work.ledger.change(
    placeOf(relation),
    `A support of the argument ${titled(argument)} is read as one of its only premise.`,
  )
  return carryBetween(from, premise, relation, work)
}

function carryUndercut(relation: Relation, work: ArgdownWork): void {
  const { from, to } = relation
  const place = placeOf(relation)
  const what = `The undercut of ${titled(to)} by ${titled(from)}`
  const why =
    !isNode(from) || isDissolved(from, work)
      ? 'does not start from a statement'
      : undercut(from, stepsOf(to, work), relation, work)
  if (why === undefined) work.ledger.carry()
  else work.ledger.leave(place, `${what} ${why} and is left out.`)
}

function stepsOf(to: Relation['to'], work: ArgdownWork): readonly Step[] {
  if (to === undefined) return []
  if (!isNode(to)) return work.steps.get(to) ?? []
  if ((to.type as string) !== 'argument') return []
  const own = work.ownStep(to as Argument)
  if (own !== undefined) return [own]
  const last = inferencesOf(to as Argument).at(-1)
  return last === undefined ? work.links.stepsFrom(keyOf(to)) : (work.steps.get(last.inference) ?? [])
}

function undercut(
  from: End,
  steps: readonly Step[],
  relation: Relation,
  work: ArgdownWork,
): string | undefined {
  const own = ownRelations(from.data).undercuts ?? []
  const said = (step: Step) =>
    own.find((each) => `statement ${each.from}` === step.from && `statement ${each.to}` === step.to)
  const named = steps.filter((step) => said(step) !== undefined)
  const doubted = named.length > 0 ? named : steps
  if (doubted.length === 0) return 'meets no step from one statement to another'
  const added = doubted.filter(
    (step) =>
      work.links.add({ kind: 'undercuts', from: keyOf(from), to: step, ...ownBearing(said(step)) }) ===
      undefined,
  )
  if (added.length === 0) return 'says again what another says'
  if (doubted.length > 1) {
    work.ledger.change(
      placeOf(relation),
      `An undercut is read as one of each of ${String(doubted.length)} steps.`,
    )
  }
  return undefined
}

import { isId } from '../../core/id.ts'
import { slug } from '../path.ts'
import type { AifEdge, AifGraph, AifNode } from './aif-graph.ts'
import type { Ledger, Link, Links } from './material.ts'
import { ownBearing, ownValue } from './own-fields.ts'

interface Step {
  readonly from: string
  readonly to: string
}

interface Work {
  readonly graph: AifGraph
  readonly links: Links
  readonly ledger: Ledger
  /** Nodes and edges that are carried. */
  readonly done: Set<object>
  /** The steps that a scheme node has become. */
  readonly steps: Map<string, Step[]>
}

/** Carries what joins statements: inferences, conflicts with statements or schemes, rephrases. */
export function carrySchemes(graph: AifGraph, links: Links, ledger: Ledger, done: Set<object>): void {
  const work: Work = { graph, links, ledger, done, steps: new Map() }
  const schemes = [...graph.nodes.values()]
  for (const scheme of schemes) {
    if (scheme.type === 'RA') carryInference(scheme, work)
    if (scheme.type === 'MA') carryEach(scheme, 'refines', work)
    if (scheme.type === 'CA') carryEach(scheme, 'rebuts', work)
  }
  for (const scheme of schemes) if (scheme.type === 'CA') carryUndercuts(scheme, work)
}

// Every start is paired with every target, so that a small file could ask for a great many relations.
const mostPairs = 2_000

function ends(scheme: AifNode, work: Work): { starts: AifEdge[]; targets: AifEdge[] } {
  const { graph } = work
  const isStatement = (id: string) => graph.nodes.get(id)?.type === 'I'
  const starts = (graph.into.get(scheme.id) ?? []).filter(({ from }) => isStatement(from))
  const targets = (graph.outOf.get(scheme.id) ?? []).filter(({ to }) => isStatement(to))
  return isTooMuch(starts.length * targets.length, scheme, work)
    ? { starts: [], targets: [] }
    : { starts, targets }
}

function isTooMuch(pairs: number, { id }: AifNode, { ledger }: Work): boolean {
  if (pairs <= mostPairs) return false
  ledger.change(
    `node ${id}`,
    `It joins statements in ${String(pairs)} ways and is not read, expected at most ${String(mostPairs)}.`,
  )
  return true
}

function carryInference(scheme: AifNode, work: Work): void {
  const { starts, targets } = ends(scheme, work)
  const own = ownValue(scheme.record, 'linked')
  const name = typeof own === 'string' && isId(own) ? own : slug(`inference-${scheme.id}`)
  const linked = starts.length > 1 || own !== undefined ? name : undefined
  if (targets.length > 1) {
    work.ledger.change(
      `node ${scheme.id}`,
      'An inference with several conclusions is read as one to each.',
    )
  }
  for (const target of targets) {
    for (const start of starts) {
      const link: Link = {
        kind: 'supports',
        from: start.from,
        to: target.to,
        ...ownBearing(start.record),
        ...(linked === undefined ? {} : { linked }),
      }
      carryLink(scheme, start, target, link, work)
    }
  }
  noteScheme(scheme, work)
}

function carryEach(scheme: AifNode, kind: 'rebuts' | 'refines', work: Work): void {
  const { starts, targets } = ends(scheme, work)
  if (starts.length > 1 && targets.length > 0) {
    work.ledger.change(
      `node ${scheme.id}`,
      'Statements that stand together here are read one by one.',
    )
  }
  for (const target of targets) {
    for (const start of starts) {
      const link: Link = { kind, from: start.from, to: target.to, ...ownBearing(start.record) }
      carryLink(scheme, start, target, link, work)
    }
  }
  noteScheme(scheme, work)
}

// Supports and rebuttals are all known by now, so what a conflict with a scheme doubts is too.
function carryUndercuts(scheme: AifNode, work: Work): void {
  const { starts } = ends(scheme, work)
  for (const target of work.graph.outOf.get(scheme.id) ?? []) {
    const steps = doubted(target, work)
    if (isTooMuch(steps.length * starts.length, scheme, work)) continue
    if (steps.length > 1 && starts.length > 0) {
      work.ledger.change(
        `node ${scheme.id}`,
        `A conflict with all of node ${target.to} is read as undercuts of its ${String(steps.length)} steps.`,
      )
    }
    for (const step of steps) {
      for (const start of starts) {
        const link: Link = { kind: 'undercuts', from: start.from, to: step, ...ownBearing(start.record) }
        const why = work.links.add(link)
        if (why === undefined) mark(work, [scheme, start, target])
        else work.ledger.change(`node ${scheme.id}`, `An undercut that ${why} is not written.`)
      }
    }
  }
}

function doubted(target: AifEdge, { steps }: Work): readonly Step[] {
  const all = steps.get(target.to) ?? []
  const own = ownValue(target.record, 'step')
  const [from, to] = [ownValue(own, 'from'), ownValue(own, 'to')]
  const named = all.filter((step) => step.from === from && step.to === to)
  return named.length > 0 ? named : all
}

function carryLink(scheme: AifNode, start: AifEdge, target: AifEdge, link: Link, work: Work): void {
  const why = work.links.add(link)
  if (why !== undefined) {
    const what = `from ${start.from} to ${target.to}`
    work.ledger.change(`node ${scheme.id}`, `A relation ${what} that ${why} is not written.`)
    return
  }
  const step = { from: start.from, to: target.to }
  if (link.kind !== 'refines') {
    const there = work.steps.get(scheme.id)
    if (there === undefined) work.steps.set(scheme.id, [step])
    else there.push(step)
  }
  mark(work, [scheme, start, target])
}

function mark({ done, ledger }: Work, parts: readonly object[]): void {
  for (const part of parts) {
    if (done.has(part)) continue
    done.add(part)
    ledger.carry()
  }
}

const plainScheme = /^(?:ra|ca|ma|default (?:inference|conflict|rephrase))?$/i

function noteScheme(scheme: AifNode, { done, ledger }: Work): void {
  const own = ownValue(scheme.record, 'scheme')
  const name = typeof own === 'string' ? own : scheme.text
  if (!done.has(scheme) || plainScheme.test(name.trim())) return
  ledger.change(`node ${scheme.id}`, `The scheme “${name}” is not carried.`)
}

import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../scripts/setup/run.mjs'
import { compactGraph } from '../../../src/analysis/compact.ts'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import { caseAgainst } from '../../../src/analysis/routes/case-against.ts'
import { caseFor } from '../../../src/analysis/routes/case-for.ts'
import { essayRoute } from '../../../src/analysis/routes/essay-route.ts'
import type { Join, Route } from '../../../src/analysis/routes/route.ts'
import { wayTo } from '../../../src/analysis/routes/way-to.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { quadraticEnergy } from '../../../src/analysis/strength/formulas.ts'
import type { ArgumentMap } from '../../../src/core/document.ts'
import type { NodeId } from '../../../src/core/id.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'

const kb = assemble(readContent(path.join(root, 'content')))
const { graph } = kb
const map = [...kb.maps.values()][0] as ArgumentMap
const outline = kb.outlines.get(map.id)!
const thesis = map.thesis as NodeId
const { compact } = compactGraph(graph)
const network = compileNetwork(compact)
const { strength } = evaluate(network, quadraticEnergy, network.scores)
const strengthOf = (id: NodeId): number => {
  const node = compact.nodes.indexOf(id)
  return node < 0 ? 0 : (strength[network.elementOf[node] as number] as number)
}
const judged = { labels: labelGrounded(graph), strengthOf }
const against = caseAgainst(graph, thesis, map.rival as NodeId, judged)
const routes: Readonly<Record<string, Route>> = {
  essay: essayRoute(graph, outline),
  for: caseFor(graph, thesis, strengthOf),
  against,
  crux: [{ name: '', stops: wayTo(graph, thesis, 'knowing-is-not-caring' as NodeId) }],
}

/** Whether the graph has the edge of a join, from the stop to the other or the other way round. */
function isTrue(node: NodeId, { edge, other, isUp }: Join): boolean {
  const [start, end] = isUp ? [node, other] : [other, node]
  const step = edge.kind === 'undercuts' ? graph.edges.get(edge.to) : undefined
  const ends: readonly unknown[] = step === undefined ? [edge.to] : [step.from, step.to]
  return graph.edges.get(edge.id) === edge && edge.from === start && ends.includes(end)
}

describe.each(Object.entries(routes))('the route %s of the published content', (name, route) => {
  const stops = route.flatMap((section) => section.stops)

  it('has each live statement once, and no section without any', () => {
    const ids = stops.map(({ node }) => node)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(2)
    expect(ids.filter((id) => graph.nodes.get(id)?.withdrawn !== undefined || !graph.nodes.has(id))).toEqual([])
    expect(route.filter((section) => section.stops.length === 0)).toEqual([])
  })

  it('joins every stop by an edge there is, to a statement that was told before', () => {
    const told = new Set<NodeId>()
    for (const { node, join } of stops) {
      if (join !== undefined) {
        expect(isTrue(node, join), `${node}: ${join.edge.id}`).toBe(true)
        // What an objection is against may be no stop of the case against.
        if (name !== 'against') expect(told.has(join.other), `${node} after ${join.other}`).toBe(true)
      }
      told.add(node)
    }
    const loose = stops.filter(({ join }, i) => i > 0 && join === undefined)
    if (name !== 'essay') expect(loose).toEqual([])
  })
})

describe('the routes of the published content', () => {
  it('have every statement that carries the essay, and all that supports the thesis', () => {
    const carriers = outline.paragraphs
      .flatMap(({ sentences }) => sentences)
      .flatMap((sentence) => sentence.carriers.map(({ id }) => id))
    expect(new Set(nodesOf('essay'))).toEqual(new Set(carriers))
    const below = new Set<NodeId>([thesis])
    for (const id of below) {
      for (const edge of graph.incoming.get(id) ?? []) if (edge.kind === 'supports') below.add(edge.from)
    }
    expect(new Set(nodesOf('for'))).toEqual(below)
  })

  it('put the stronger objections to the thesis first', () => {
    const direct = against.find((section) => section.name === 'statement')?.stops ?? []
    const weights = direct
      .filter(({ join }) => join?.other === thesis)
      .map(({ node, join }) => strengthOf(node) * (join?.edge.weight ?? 0))
    expect(weights.length).toBeGreaterThan(1)
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
  })
})

function nodesOf(name: string): readonly NodeId[] {
  return (routes[name] ?? []).flatMap(({ stops }) => stops.map(({ node }) => node))
}

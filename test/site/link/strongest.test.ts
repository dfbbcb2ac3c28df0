import { describe, expect, it } from 'vitest'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { ArgumentNode } from '../../../src/core/document.ts'
import type { NodeId } from '../../../src/core/id.ts'
import type { SiteContent } from '../../../src/site/content.ts'
import { searchesFor, toReply } from '../../../src/site/link/reply.ts'
import { strongest } from '../../../src/site/link/strongest.ts'
import { computeStrengths } from '../../../src/site/model/strengths.ts'
import { joinDocuments, node, type NodeSketch } from '../../graph/builder.ts'

/** A sketch with the weights of a node's relations and its credence. */
type Weighed = NodeSketch & { readonly weight?: number; readonly credence?: number }

function found(sketches: Readonly<Record<string, Weighed>>, id = 'thesis') {
  const nodes = Object.entries(sketches).map(([name, { weight = 1, credence, ...sketch }]) => {
    const made = node(name, sketch)
    const relations = made.relations.map((relation) => ({ ...relation, weight }))
    return { ...made, relations, ...(credence === undefined ? {} : { credence }) }
  })
  const kb = joinDocuments(nodes)
  const { graph } = kb
  const labels = labelGrounded(graph)
  const strengths = computeStrengths(graph)
  const content: SiteContent = { kb, written: kb, labels, strengths, problems: [], paths: [] }
  const { objection, support, answer } = strongest(content, graph.nodes.get(id as NodeId) as ArgumentNode)
  const said = (one: typeof objection) => one && (one.isOut ? `${one.other.id}, out` : one.other.id)
  return { objection: said(objection), support: said(support), answer: said(answer) }
}

describe('strongest', () => {
  it('finds nothing where nothing bears on a node', () => {
    expect(found({ thesis: {} })).toEqual({})
  })

  it('takes the strongest, as far as its relation carries', () => {
    const sketches = {
      thesis: {},
      sure: { supports: ['thesis'], credence: 0.9, weight: 0.3 },
      likely: { supports: ['thesis'], credence: 0.6, weight: 0.8 },
      unlikely: { supports: ['thesis'], credence: 0.2 },
    }
    expect(found(sketches).support).toBe('likely')
  })

  it('takes rebuttals and undercuts of steps from a node for objections', () => {
    const sketches = {
      thesis: {},
      ally: { supports: ['thesis'] },
      doubt: { kind: 'counterargument', undercuts: ['ally>thesis'], credence: 0.8 },
      denial: { kind: 'counterargument', rebuts: ['ally'], credence: 0.3 },
    } as const
    expect(found(sketches, 'ally').objection).toBe('doubt')
    expect(found(sketches).objection).toBeUndefined()
  })

  it('takes what counts before what is stronger and does not', () => {
    const sketches = {
      thesis: {},
      strong: { kind: 'counterargument', rebuts: ['thesis'], credence: 0.99 },
      weak: { kind: 'counterargument', rebuts: ['thesis'], credence: 0.1 },
      reply: { rebuts: ['strong'], credence: 0.1 },
    } as const
    expect(found(sketches).objection).toBe('weak')
  })

  it('says so where an objection stands against all there is', () => {
    const sketches = {
      thesis: {},
      ally: { supports: ['thesis'] },
      doubt: { kind: 'counterargument', undercuts: ['ally>thesis'] },
    } as const
    expect(found(sketches).support).toBe('ally, out')
  })

  it('goes by reading order between equals', () => {
    const sketches = { thesis: {}, beta: { supports: ['thesis'] }, alpha: { supports: ['thesis'] } }
    expect(found(sketches).support).toBe('alpha')
  })

  it('leaves out what is withdrawn', () => {
    expect(found({ thesis: {}, ally: { supports: ['thesis'], withdrawn: true } })).toEqual({})
  })

  it('finds the strongest answer to a question', () => {
    const sketches = {
      thesis: { kind: 'question' },
      no: { answers: ['thesis'], credence: 0.4 },
      yes: { answers: ['thesis'], credence: 0.7 },
    } as const
    expect(found(sketches)).toEqual({ answer: 'yes' })
  })
})

describe('toReply', () => {
  it('leaves nothing of a stranger’s text to be read as mark-up', () => {
    const hostile = { title: 'a](javascript:x) <b>', statement: '![x](https://evil.example) @octocat #1' }
    const reply = toReply('An objection', hostile, 'https://assay.example/c/a/#v=1a2b3c4d')
    expect(reply.match(/\]\([^)]*\)/g)).toEqual(['](https://assay.example/c/a/#v=1a2b3c4d)'])
    expect(reply.replaceAll('<!-- -->', ' ')).not.toMatch(/[<>!]|@octocat|#1/)
  })
})

describe('searchesFor', () => {
  it('asks others for the address alone, without its scheme', () => {
    const searches = searchesFor('https://assay.example/assay/c/wave/')
    expect(searches.length).toBeGreaterThan(3)
    for (const { href } of searches) {
      const { protocol, search } = new URL(href)
      expect(protocol).toBe('https:')
      expect([...new URLSearchParams(search).values()]).toContain('"assay.example/assay/c/wave"')
    }
  })
})

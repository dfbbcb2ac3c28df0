import { describe, expect, it } from 'vitest'
import type { NodeId } from '../../src/core/id.ts'
import { toMermaid, type MermaidOptions } from '../../src/outputs/mermaid.ts'
import { renderMermaid } from '../../src/site/diagram/render-mermaid.ts'
import { graphOf, hostile, node } from './graph.ts'

const nodes = [
  node('wave', 'claim'),
  node('slits', 'evidence', [{ kind: 'supports', to: 'wave' }]),
  node('click', 'counterargument', [
    { kind: 'undercuts', to: { from: 'slits', to: 'wave' } },
    { kind: 'rebuts', to: 'wave' },
  ]),
  node('film', 'claim', [{ kind: 'answers', to: 'what' }, { kind: 'refines', to: 'wave' }]),
  node('what', 'question'),
]

function draw(graph = graphOf(nodes), options: Partial<MermaidOptions> = {}): string {
  const all = { nodes: new Set(graph.nodes.keys()), title: 'Light', description: 'A map.' }
  return toMermaid(graph, { ...all, ...options })
}

describe('toMermaid', () => {
  it('draws kinds, relations and the junction of a step that is undercut', () => {
    expect(draw(graphOf(nodes), { focus: 'wave' as NodeId, href: (id) => `/c/${id}/` })).toBe(`flowchart BT
  accTitle: Light
  accDescr: A map.
  n0{{"Title of click"}}
  n1["Title of film"]
  n2(["Title of slits"])
  n3["Title of wave"]
  n4[/"Title of what"\\]
  j0((" "))
  n0 e0@-->|rebuts| n3
  n1 e1@-.->|refines| n3
  n1 e2@-.->|answers| n4
  n2 e3@--- j0
  j0 e4@--> n3
  n0 e5@-.->|undercuts| j0
  click n0 href "/c/click/"
  click n1 href "/c/film/"
  click n2 href "/c/slits/"
  click n3 href "/c/wave/"
  click n4 href "/c/what/"
  class e2 answers
  class n1,n3 claim
  class n0 counterargument
  class n2 evidence
  class n3 focus
  class j0 junction
  class n4 question
  class e0 rebuts
  class e1 refines
  class e3,e4 supports
  class e5 undercuts
`)
  })

  it('lets linked premises meet, also where one of their steps is undercut', () => {
    const linked = { kind: 'supports', to: 'wave', linked: 'both' } as const
    const graph = graphOf([
      node('wave', 'claim'),
      node('aaa', 'claim', [linked]),
      node('bbb', 'claim', [linked]),
      node('ccc', 'claim', [{ ...linked, linked: 'alone' }]),
      node('ddd', 'counterargument', [{ kind: 'undercuts', to: { from: 'bbb', to: 'wave' } }]),
    ])
    expect(draw(graph).split('\n').filter((line) => line.includes('@'))).toEqual([
      '  n0 e0@--- j0',
      '  j0 e1@--> n4',
      '  n1 e2@--- j1',
      '  j1 e3@--- j0',
      '  n2 e4@--> n4',
      '  n3 e5@-.->|undercuts| j1',
    ])
  })

  it('draws no edge without both its ends, and none of a step that is not drawn', () => {
    const text = draw(graphOf(nodes), { nodes: new Set(['click', 'wave'] as NodeId[]) })
    expect(text.match(/@/g)).toHaveLength(1)
    expect(draw(graphOf(nodes), { nodes: new Set(['click', 'slits'] as NodeId[]) })).not.toMatch(/@|j0/)
  })

  it('says what is withdrawn or a caveat', () => {
    const withdrawn = { on: '2026-01-01', reason: 'Wrong.', see: [] }
    const graph = graphOf([node('old', 'claim', [], { withdrawn }), node('but', 'counterargument', [], { caveat: true })])
    expect(draw(graph)).toContain('  class n1 withdrawn\n')
    expect(draw(graph)).toContain('  class n0 caveat\n')
  })

  it('is drawn by Mermaid with titles as they are, whatever they say', async () => {
    const graph = graphOf(nodes.map((each) => ({ ...each, title: hostile })))
    const href = () => '/c/x"/?a=1;\n%% {b}'
    const text = draw(graph, { title: hostile, description: hostile, href })
    expect(text.split('\n')).toHaveLength(draw(graphOf(nodes), { href: () => '/' }).split('\n').length)
    const svg = await renderMermaid(text, { id: 'd' })
    expect(svg.match(/class="node (claim|evidence|counterargument|question)/g)).toHaveLength(5)
    expect(svg).not.toMatch(/<script|<img|href="javascript/)
  })
})

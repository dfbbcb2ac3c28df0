import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderMermaid } from '../../src/site/diagram/render-mermaid.ts'
import { isWithin, offset, parseSvg, walk } from './svg-page.ts'

const SHAPES = [
  ['("', '")'],
  ['[["', '"]]'],
  ['{{"', '"}}'],
  ['(["', '"])'],
] as const

const node = fc.record({
  shape: fc.constantFrom(...SHAPES),
  words: fc.integer({ min: 1, max: 10 }),
})
const step = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  undercut: fc.option(fc.nat(), { freq: 3 }),
  labelled: fc.boolean(),
})

/** Any graph as Mermaid: cycles, parallel edges, undercuts and lone nodes among them. */
const graphs = fc
  .record({
    direction: fc.constantFrom('BT', 'TB', 'LR', 'RL'),
    nodes: fc.array(node, { minLength: 2, maxLength: 14 }),
    steps: fc.array(step, { minLength: 1, maxLength: 20 }),
  })
  .map(({ direction, nodes, steps }) => {
    const labels = nodes.map(({ shape: [open, close], words }, index) =>
      `n${index}${open}${Array(words).fill('word').join(' ')}${close}`,
    )
    const edges = steps.flatMap(({ from, to, undercut, labelled }, index) => {
      const a = from % nodes.length
      const b = to % nodes.length === a ? (a + 1) % nodes.length : to % nodes.length
      const label = labelled ? '|supports|' : ''
      if (undercut === null) return [`n${a} e${index}@-->${label} n${b}`]
      return [
        `j${index}((" "))`,
        `n${a} e${index}a@--- j${index}`,
        `j${index} e${index}b@-->${label} n${b}`,
        `n${undercut % nodes.length} e${index}c@-.->|undercuts| j${index}`,
      ]
    })
    return [`flowchart ${direction}`, ...labels, ...edges].join('\n')
  })

function covers(element: Element, x: number, y: number): boolean {
  const shape = element.querySelector(':scope > :is(rect, circle, polygon)')
  if (!shape) throw new TypeError('Expected a node to have a shape')
  const at = offset(element)
  return isWithin(shape, (x - at.x) * 1.01, (y - at.y) * 1.02)
}

describe('routeEdges', () => {
  it('leads no edge beneath a node, whatever the graph', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (text) => {
        const svg = parseSvg(await renderMermaid(text, { id: 'd' }))
        const nodes = [...svg.querySelectorAll('.node')]
        const paths = [...svg.querySelectorAll('.edge')].map((edge) => edge.getAttribute('d') ?? '')
        expect(paths.filter((path) => !/^M[-\d.,LQC ]+$/.test(path))).toEqual([])
        const beneath = paths.filter((path) =>
          walk(path).some(([x, y]) => nodes.some((each) => covers(each, x, y))),
        )
        expect(beneath).toEqual([])
      }),
      { numRuns: 10, endOnFailure: true },
    )
  }, 60_000)

  it('brings an undercut in from the side while the step goes straight through', async () => {
    const text = `flowchart BT
      n0("From") e0@--- j0((" ")):::junction
      j0 e1@--> n1("To")
      n2{{"But"}} e2@-.->|undercuts| j0`
    const svg = parseSvg(await renderMermaid(text, { id: 'd' }))
    const junction = svg.querySelector('.junction')
    if (!junction) throw new TypeError('Expected a junction')
    const at = offset(junction)
    const [into = [], out = [], undercut = []] = [...svg.querySelectorAll('.edge')].map((edge) =>
      walk(edge.getAttribute('d') ?? ''),
    )
    expect(into.at(-1)).toEqual([at.x, at.y + 6])
    expect(out[0]).toEqual([at.x, at.y - 6])
    expect(undercut.at(-1)?.[1]).toBe(at.y)
    expect(Math.abs((undercut.at(-1)?.[0] ?? 0) - at.x)).toBeCloseTo(10, 5)
  })
})

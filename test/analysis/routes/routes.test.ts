import { describe, expect, it } from 'vitest'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import { caseAgainst } from '../../../src/analysis/routes/case-against.ts'
import { caseFor } from '../../../src/analysis/routes/case-for.ts'
import { essayRoute } from '../../../src/analysis/routes/essay-route.ts'
import type { Route, Stop } from '../../../src/analysis/routes/route.ts'
import { wayTo } from '../../../src/analysis/routes/way-to.ts'
import type { Outline } from '../../../src/core/document.ts'
import type { NodeId } from '../../../src/core/id.ts'
import { joinSketch } from '../../graph/builder.ts'

const id = (text: string) => text as NodeId
const at = { file: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/** A stop as text: `mid supports top`, `top < mid supports top` where the edge ends at the stop. */
function told({ node, join }: Stop): string {
  if (join === undefined) return node
  const edge = `${join.edge.from} ${join.edge.kind} ${join.edge.to}`
  return join.isUp ? edge : `${node} < ${edge}`
}

function sections(route: Route): Record<string, readonly string[]> {
  return Object.fromEntries(route.map(({ name, stops }) => [name, stops.map(told)]))
}

describe('caseFor', () => {
  const sketch = {
    thesis: {},
    weak: { supports: ['thesis'] },
    strong: { supports: ['thesis'] },
    under: { supports: ['strong', 'weak'] },
    deep: { supports: ['under'] },
    one: { supports: ['thesis&pair'] },
    other: { supports: ['thesis&pair'] },
    against: { rebuts: ['thesis'] },
  }
  const strengths: Record<string, number> = { weak: 0.5, strong: 0.9, one: 0.8, other: 0.6, deep: 0.5, under: 0.5 }

  it('goes depth first, the strongest reason first, linked premises as their weakest and together', () => {
    const route = caseFor(joinSketch(sketch).graph, id('thesis'), (node) => strengths[node] ?? 0)
    expect(sections(route)).toEqual({
      thesis: ['thesis'],
      strong: ['strong supports thesis', 'under supports strong', 'deep supports under'],
      one: ['one supports thesis', 'other supports thesis'],
      weak: ['weak supports thesis'],
    })
  })

  it('counts how relevant a reason is', () => {
    const { graph } = joinSketch({ top: {}, aaa: { supports: ['top'] }, bbb: { supports: ['top'] } })
    const light = (graph.incoming.get(id('top')) ?? []).map((edge) =>
      edge.from === 'aaa' ? { ...edge, weight: 0.1 } : edge,
    )
    const weighed = { ...graph, incoming: new Map([...graph.incoming, [id('top'), light]]) }
    expect(caseFor(weighed, id('top'), () => 0.5).map(({ name }) => name)).toEqual(['top', 'bbb', 'aaa'])
  })

  it('ends in circles and goes down 10,000 steps', () => {
    const circle = joinSketch({ top: {}, one: { supports: ['top', 'two'] }, two: { supports: ['one'] } })
    expect(caseFor(circle.graph, id('top'), () => 0.5).flatMap(({ stops }) => stops).map(told)).toEqual([
      'top',
      'one supports top',
      'two supports one',
    ])
    const long = joinSketch(
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, i) => [`n${i}`, i === 0 ? {} : { supports: [`n${i - 1}`] }]),
      ),
    )
    expect(caseFor(long.graph, id('n0'), () => 0.5)[1]?.stops).toHaveLength(9_999)
  })
})

describe('caseAgainst', () => {
  const { graph } = joinSketch({
    thesis: { rebuts: ['rival'] },
    rival: { rebuts: ['thesis'] },
    ally: { supports: ['rival'] },
    reason: { supports: ['thesis'] },
    direct: { rebuts: ['thesis'] },
    stronger: { rebuts: ['thesis'] },
    beaten: { rebuts: ['thesis'] },
    answer: { rebuts: ['beaten'] },
    low: { rebuts: ['reason'] },
    doubt: { undercuts: ['reason>thesis'] },
    reply: { undercuts: ['doubt>thesis'], rebuts: ['doubt'] },
    retort: { rebuts: ['reply'] },
  })
  const labels = labelGrounded(graph)
  const strengthOf = (node: NodeId) => (node === 'stronger' ? 0.9 : 0.5)
  const route = (rival: NodeId | undefined) => caseAgainst(graph, id('thesis'), rival, { labels, strengthOf })

  it('has what stands, the strongest first, each with its answers, then the rival with its support', () => {
    expect(sections(route(id('rival')))).toEqual({
      thesis: ['thesis'],
      statement: ['stronger rebuts thesis', 'direct rebuts thesis'],
      reasons: ['low rebuts reason'],
      steps: ['doubt undercuts reason>thesis', 'reply rebuts doubt'],
      rival: ['rival rebuts thesis', 'ally supports rival'],
    })
  })

  it('ends without a rival that nobody knows or that is withdrawn', () => {
    const left = joinSketch({ thesis: { rebuts: ['rival'] }, rival: { withdrawn: true }, doubt: { rebuts: ['thesis'] } }).graph
    const judged = { labels: labelGrounded(left), strengthOf }
    for (const rival of ['rival', 'nobody']) {
      expect(sections(caseAgainst(left, id('thesis'), id(rival), judged))).toEqual({
        thesis: ['thesis'],
        statement: ['doubt rebuts thesis'],
      })
    }
  })

  it('has the same without a rival, and the thesis alone where nothing stands against it', () => {
    expect(route(undefined).map(({ name }) => name)).toEqual(['thesis', 'statement', 'reasons', 'steps'])
    const calm = joinSketch({ thesis: {}, reason: { supports: ['thesis'] } }).graph
    const judged = { labels: labelGrounded(calm), strengthOf }
    expect(sections(caseAgainst(calm, id('thesis'), undefined, judged))).toEqual({ thesis: ['thesis'] })
  })
})

describe('wayTo', () => {
  const { graph } = joinSketch({
    thesis: {},
    mid: { supports: ['thesis'] },
    low: { supports: ['mid'] },
    doubt: { undercuts: ['low>mid'] },
    aside: { refines: ['thesis'] },
    lost: {},
  })

  it('goes down from the top, to the start of a doubted step ahead of what doubts it', () => {
    expect(wayTo(graph, id('thesis'), id('doubt')).map(told)).toEqual([
      'thesis',
      'mid supports thesis',
      'low supports mid',
      'doubt undercuts low>mid',
    ])
  })

  it('takes no step that moves no strength, and finds nothing where there is no other', () => {
    expect(wayTo(graph, id('thesis'), id('aside'))).toEqual([])
    expect(wayTo(graph, id('thesis'), id('lost'))).toEqual([])
  })
})

describe('essayRoute', () => {
  const { graph } = joinSketch({
    thesis: {},
    left: { supports: ['thesis'] },
    right: { supports: ['thesis', 'left'] },
    above: {},
    below: { supports: ['above'] },
    doubt: { undercuts: ['left>thesis'] },
    alone: {},
    gone: { withdrawn: true },
  })
  const outline = (paragraphs: Readonly<Record<string, readonly (readonly string[])[]>>): Outline => ({
    ...({ type: 'outline', map: 'map', title: '', place: at, places: {} } as unknown as Outline),
    paragraphs: Object.entries(paragraphs).map(([heading, sentences]) => ({
      heading,
      sentences: sentences.map((ids) => ({
        label: 'S1',
        text: '',
        place: at,
        carriers: ids.map((each) => ({ id: each, place: at })),
      })),
    })),
  })

  it('has each statement once, at its first place, joined to the latest before it', () => {
    const route = essayRoute(
      graph,
      outline({
        first: [['thesis'], ['left', 'thesis']],
        again: [['left'], ['gone', 'nobody']],
        second: [['right', 'doubt'], ['below'], ['above', 'alone']],
      }),
    )
    expect(sections(route)).toEqual({
      first: ['thesis', 'left supports thesis'],
      second: [
        'right supports left',
        'doubt undercuts left>thesis',
        'below',
        'above < below supports above',
        'alone',
      ],
    })
  })
})

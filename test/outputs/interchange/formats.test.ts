import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import Graph from 'graphology'
import graphml from 'graphology-graphml'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { toGraphCsv } from '../../../src/outputs/interchange/csv.ts'
import { dotString, toDot } from '../../../src/outputs/interchange/dot.ts'
import { toGraphml } from '../../../src/outputs/interchange/graphml.ts'
import { toDiscourseGraph } from '../../../src/outputs/interchange/json-ld.ts'
import { chooseShare, type Share } from '../../../src/outputs/interchange/share.ts'
import { hostile, kbOf, node } from '../graph.ts'
import { nasty, real, reworded, small, smallShare } from './maps.ts'

const hostileShare = chooseShare(kbOf(reworded(small.map(() => hostile))))
const anyWords = fc.array(nasty, { minLength: 8, maxLength: 8 }).map((texts) => chooseShare(kbOf(reworded(texts))))

describe('chooseShare', () => {
  it('leaves out withdrawn nodes and relations to other maps and says so', () => {
    const gone = node('gone', 'claim', [], { withdrawn: { on: '2026-01-01', reason: 'x', see: [] } })
    const other = node('other', 'claim', [{ kind: 'supports', to: 'wave' }], { map: 'dark' as never })
    const kb = kbOf([...small, gone, other])
    const share = chooseShare(kb, [...kb.maps.values()][0])
    expect(share.nodes.length).toBe(small.length)
    expect(share.losses).toEqual(['1 withdrawn node is left out.', '1 relation to another map is left out.'])
  })
})

describe('toGraphml', () => {
  function read(share: Share) {
    const { text } = toGraphml(share)
    expect(XMLValidator.validate(text)).toBe(true)
    return graphml.parse(Graph, text)
  }

  it('is read as the same nodes, with a node for each step that is undercut', () => {
    for (const share of [smallShare, real]) {
      const graph = read(share)
      expect(graph.order).toBe(share.nodes.length + share.undercut.size)
      expect(graph.size).toBe(share.edges.length + share.undercut.size)
      for (const { id, title, statement, kind } of share.nodes) {
        expect(graph.getNodeAttributes(id)).toMatchObject({ label: title, statement, kind })
      }
      for (const edge of share.edges.filter(({ kind }) => kind === 'undercuts')) {
        expect(graph.hasEdge(edge.from, edge.to.replace('>', ':'))).toBe(true)
      }
    }
  })

  it('has names that GraphML allows, escapes words, and says what XML cannot hold', () => {
    fc.assert(
      fc.property(anyWords, (share) => {
        const graph = read(share)
        for (const { id, title, statement } of share.nodes) {
          expect([graph.getNodeAttribute(id, 'label'), graph.getNodeAttribute(id, 'statement')]).toEqual([title, statement])
        }
      }),
      { numRuns: 60 },
    )
    const { text, losses } = toGraphml(hostileShare)
    expect([...text.matchAll(/ id="([^"]*)"/g)].filter(([, id]) => !/^[\w:.-]+$/.test(id ?? ''))).toEqual([])
    expect(text).not.toMatch(/[\u0000-\u0008\u001b]/)
    expect(losses.join(' ')).toContain('characters that XML cannot hold are replaced')
    expect(read(hostileShare).getNodeAttribute('wave', 'statement')).toBe(hostile.replace(/[\u001b\u0007]/g, '\ufffd'))
  })
})

describe('toGraphCsv', () => {
  const read = (share: Share, table: 'nodes' | 'edges') =>
    parse(toGraphCsv(share, table).text, { columns: true }) as Record<string, string>[]

  it('is read as one row a node and one a relation', () => {
    for (const share of [smallShare, real]) {
      expect(read(share, 'nodes').map(({ id, statement }) => [id, statement])).toEqual(
        share.nodes.map(({ id, statement }) => [id, statement]),
      )
      expect(read(share, 'edges').map(({ id, kind, weight, because }) => [id, kind, Number(weight), because])).toEqual(
        share.edges.map(({ id, kind, weight, because }) => [id, kind, weight, because ?? '']),
      )
    }
  })

  it('holds no formula, and says where a mark was put before one', () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1']
    const share = chooseShare(kbOf(reworded(formulas)))
    const cells = read(share, 'nodes').flatMap((row) => [row['title'] ?? '', row['statement'] ?? ''])
    expect(cells.filter((cell) => /^\s*[=+\-@＝]/.test(cell))).toEqual([])
    expect(toGraphCsv(share, 'nodes').losses.join(' ')).toContain('16 texts begin with')
    expect(read(hostileShare, 'nodes')[0]?.['statement']).toBe(hostile)
  })
})

describe('toDot', () => {
  it('is laid out by Graphviz with every node, and shows words as they are', async () => {
    const graphviz = await Graphviz.load()
    const draw = (text: string) => JSON.parse(graphviz.layout(text, 'json', 'dot')) as { objects: { name: string; shape?: string }[]; edges: unknown[] }
    const drawn = draw(toDot(smallShare).text)
    expect(drawn.objects.map(({ name }) => name).sort()).toEqual(
      [...small.map(({ id }) => id), 'click>wave', 'film>slits', 'optics&wave', 'slits>wave'].sort(),
    )
    expect(drawn.edges.length).toBe(13)
    expect(draw(toDot(hostileShare).text).objects.length).toBe(drawn.objects.length)
    expect(draw(toDot(real).text).objects.length).toBeGreaterThan(real.nodes.length)
    const svg = graphviz.layout(`digraph ${dotString('x')} { a [label=${dotString('<b> \\N "&lt;" \\')}] }`, 'svg', 'dot')
    expect(/<text[^>]*>(.*)<\/text>/.exec(svg)?.[1]?.replaceAll('&#160;', ' ')).toBe('&lt;b&gt; \\N &quot;&amp;lt;&quot; \\')
  }, 60_000)

  it('keeps strangers’ words within their quotes', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(/^"(?:[^"\\\n\r]|\\["\\])*"$/.test(dotString(text))).toBe(true)
      }),
    )
  })
})

describe('toDiscourseGraph', () => {
  const dgb = 'https://discoursegraphs.com/schema/dg_base#'
  type Expanded = Record<string, unknown> & { '@id': string; '@type': string[] }
  const expand = async (text: string) => {
    const documentLoader = () => Promise.reject(new Error('no network'))
    const [whole] = (await jsonld.expand(JSON.parse(text) as object, { documentLoader })) as { '@graph'?: Expanded[] }[]
    return whole?.['@graph'] ?? []
  }
  const idOf = (value: unknown) => (value as { '@id': string }[])[0]?.['@id']

  it('expands offline to nodes, definitions both ways, and relations between what is there', async () => {
    for (const share of [smallShare, hostileShare, real]) {
      const all = await expand(toDiscourseGraph(share, 'https://example.org/assay').text)
      const ids = new Set(all.map((each) => each['@id']))
      const instances = all.filter((each) => each['@type'].includes(`${dgb}RelationInstance`))
      expect(instances.length).toBe(share.edges.length)
      for (const each of instances) {
        const ends = ['source', 'destination'].map((end) => idOf(each[`${dgb}${end}`]))
        const predicate = idOf(each['http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate'])
        expect([...ends, predicate].filter((id) => id === undefined || !ids.has(id))).toEqual([])
      }
      expect(all.filter((each) => each['@type'].includes(`${dgb}RelationDef`)).length).toBe(10)
      expect(ids.has('https://example.org/assay/c/' + (share.nodes[0]?.id ?? '') + '/')).toBe(true)
    }
  })

  it('marks claims, evidence and questions in titles, as Discourse Graphs do', async () => {
    const all = await expand(toDiscourseGraph(smallShare, '').text)
    const titles = all.flatMap((each) => each['http://purl.org/dc/elements/1.1/title'] ?? []) as { '@value': string }[]
    const marks = { claim: 'CLM', counterargument: 'CLM', evidence: 'EVD', question: 'QUE' }
    expect(titles.map((title) => title['@value'])).toEqual(
      smallShare.nodes.map(({ kind, statement }) => `[[${marks[kind]}]] - ${statement}`),
    )
    expect(all.every((each) => each['@id'].startsWith('urn:assay:'))).toBe(true)
  })
})

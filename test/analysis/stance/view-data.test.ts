import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compactGraph } from '../../../src/analysis/compact.ts'
import { toViewData } from '../../../src/analysis/stance/to-view-data.ts'
import { edgeName, fromViewData, indexViewData } from '../../../src/analysis/stance/view-data.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { joinDocuments, node } from '../../graph/builder.ts'
import { sketchMap } from './sketch.ts'

describe('what a page gets of the real map', () => {
  const { graph, maps } = assemble(
    readContent(path.resolve(import.meta.dirname, '../../../content')),
  )
  const data = toViewData(graph, maps)
  const text = JSON.stringify(data)
  const index = indexViewData(data)

  it('gives the graph that everything else computes over', () => {
    const { compact, edges } = compactGraph(graph)
    expect(fromViewData(JSON.parse(text))).toEqual(compact)
    expect(data.kind.map((_, edge) => edgeName(data, edge))).toEqual(edges)
    expect(edges.map((name) => index.edgeNumber(name))).toEqual(edges.map((_, edge) => edge))
    expect(compact.nodes.map((id) => index.nodeNumber(id))).toEqual(compact.nodes.map((_, n) => n))
  })

  it('says of each node what the map says', () => {
    data.nodes.forEach((id, n) => {
      const node = [...graph.nodes.values()].find((one) => one.id === id)!
      const letter = { claim: 'c', evidence: 'e', counterargument: 'o', question: 'q' }[node.kind]
      expect([data.titles[n], data.statements[n]]).toEqual([node.title, node.statement])
      expect(data.kinds[n]).toBe(letter)
    })
    const heads = [...maps.values()].flatMap(({ thesis, rival }) => [thesis, rival])
    expect(data.topics).toEqual(heads.filter((id) => id !== undefined))
  })

  it('fits into 25 kB', () => {
    expect(gzipSync(text, { level: 9 }).length).toBeLessThan(25_000)
  })
})

describe('what a page gets of a small map', () => {
  it('has linked premises and undercuts', () => {
    const { data, graph, index } = sketchMap({
      one: { supports: ['top&both'] },
      two: { supports: ['top&both'] },
      doubt: { undercuts: ['one>top'] },
      top: {},
    })
    expect(data.kind.map((_, edge) => edgeName(graph, edge))).toEqual([
      'doubt>one>top',
      'one>top',
      'two>top',
    ])
    expect([...graph.group]).toEqual([-1, 0, 0])
    expect(index.edgeNumber('doubt>one>top')).toBe(0)
    expect(index.edgeNumber('top>one')).toBeUndefined()
  })

  it('has withdrawn nodes apart, with those that took their places', () => {
    const old = node('old-one')
    const see = [{ id: 'new-one', place: old.place }]
    const withdrawn = { on: '2026-01-31', reason: 'Two in one.', see }
    const { graph, maps } = joinDocuments([node('new-one'), { ...old, withdrawn }])
    const data = toViewData(graph, maps)
    expect(data.nodes).toEqual(['new-one'])
    expect(data.withdrawn).toEqual([{ id: 'old-one', title: 'old-one', see: ['new-one'] }])
    expect(indexViewData(data).withdrawnOf('old-one')?.see).toEqual(['new-one'])
  })

  it('has open questions apart, by title', () => {
    const asks = { ...node('why-one'), kind: 'question' as const, title: 'Why one?' }
    const { graph, maps } = joinDocuments([node('one'), asks])
    const data = toViewData(graph, maps)
    expect([data.nodes, data.questions]).toEqual([['one'], [{ id: 'why-one', title: 'Why one?' }]])
    expect(indexViewData(data).questionOf('why-one')?.title).toBe('Why one?')
  })

  it('finds nothing under names that JavaScript knows', () => {
    const { index } = sketchMap({ top: {} })
    for (const name of ['__proto__', 'constructor', 'toString', '']) {
      expect(index.nodeNumber(name)).toBeUndefined()
      expect(index.edgeNumber(name)).toBeUndefined()
      expect(index.withdrawnOf(name)).toBeUndefined()
      expect(index.questionOf(name)).toBeUndefined()
      expect(index.titleOf(name)).toBe(name)
    }
  })

  it('can be empty', () => {
    const { graph, data } = sketchMap({})
    expect(graph.nodes).toEqual([])
    expect(data.topics).toEqual([])
  })
})

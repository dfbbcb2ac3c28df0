import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { syntheticMap } from '../../../scripts/bench/synthetic-map.ts'
import { stepEnds } from '../../../src/site/model/relations.ts'
import { strengthOf } from '../../../src/site/model/strengths.ts'
import { kindNames, labelNames, relationNames, type MapData } from '../../../src/site/map/map-data.ts'
import { toMapData } from '../../../src/site/map/to-map-data.ts'
import { contentFrom, realContent } from './real-content.ts'

const content = realContent()
const { graph } = content.kb
let data: MapData

beforeAll(async () => {
  data = JSON.parse(JSON.stringify((await toMapData(content)).data)) as MapData
}, 60_000)

function everyColumn({ nodes, edges }: MapData): void {
  for (const column of Object.values(nodes)) expect(column).toHaveLength(nodes.id.length)
  for (const column of Object.values(edges)) expect(column).toHaveLength(edges.from.length)
}

describe('the data of the map', () => {
  it('has every node that is not withdrawn, once, as it is', () => {
    everyColumn(data)
    const live = [...graph.nodes.values()].filter(({ withdrawn }) => !withdrawn)
    expect([...data.nodes.id].sort()).toEqual(live.map(({ id }) => id).sort())
    for (const node of live) {
      const at = data.nodes.id.indexOf(node.id)
      const strength = strengthOf(content, node.id)?.value
      const label = node.kind === 'question' ? undefined : content.labels.get(node.id)
      const part = data.parts[data.nodes.part[at] ?? -1]
      const named = content.kb.maps.get(node.map)?.parts.find(({ title }) => title === part?.title)
      expect(data.nodes.title[at]).toBe(node.title)
      expect(kindNames[data.nodes.kind[at] ?? -1]).toBe(node.kind)
      expect(labelNames[data.nodes.label[at] ?? -1]).toBe(label)
      expect(data.nodes.strength[at]).toBe(strength === undefined ? -1 : Math.round(100 * strength))
      expect(named?.id).toBe(content.kb.parts.get(node.id))
    }
  })

  it('has every relation between them, with its ends and its label', () => {
    const { id } = data.nodes
    const shown = (edge: number): string => {
      const [from, to] = [data.edges.from[edge] ?? -1, data.edges.to[edge] ?? -1]
      const kind = relationNames[data.edges.kind[edge] ?? -1]
      return `${id[from]} ${kind} ${kind === 'undercuts' ? shown(to) : id[to]}`
    }
    const ends = [...graph.edges.values()].map((edge) => {
      if (edge.kind !== 'undercuts') return `${edge.from} ${edge.kind} ${edge.to}`
      const { from, to } = stepEnds(content, edge.to)
      return `${edge.from} undercuts ${from.id} ${graph.edges.get(edge.to)?.kind} ${to.id}`
    })
    expect([...data.edges.from.keys()].map(shown)).toEqual(ends)
    expect(data.edges.label.map((label) => labelNames[label])).toEqual(
      [...graph.edges.keys()].map((edge) => content.labels.get(edge)),
    )
  })

  it('begins with the thesis and its rival, and goes through the parts in their order', () => {
    const map = [...content.kb.maps.values()][0]
    expect(data.nodes.id.slice(0, 2)).toEqual([map?.thesis, map?.rival])
    expect(data.nodes.depth.slice(0, 2)).toEqual([0, 0])
    const parts = data.nodes.part.filter((part, at, all) => part !== all[at - 1])
    expect(parts).toEqual([...data.parts.keys()])
  })

  it('tells where undercuts meet the steps that they doubt, inside the drawing', () => {
    const { kind, to, meetX, meetY } = data.edges
    const doubted = new Set(to.filter((_, edge) => relationNames[kind[edge] ?? 0] === 'undercuts'))
    for (const edge of kind.keys()) {
      const [x, y] = [meetX[edge] ?? NaN, meetY[edge] ?? NaN]
      if (!doubted.has(edge)) expect([x, y]).toEqual([0, 0])
      else expect(x > 0 && x < data.width && y > 0 && y < data.height).toBe(true)
    }
  })

  it('is laid out within 1,280 pixels, so that it needs no scrolling sideways', () => {
    expect(data.width).toBeLessThan(1280)
  })
})

describe('a large map', () => {
  it('is laid out without lines, and small when it is sent', async () => {
    const large = contentFrom(syntheticMap(1000).files)
    const { data: sent, layout } = await toMapData(large)
    everyColumn(sent)
    expect(sent.nodes.id).toHaveLength(1000)
    expect(layout.lines).toEqual([])
    // 600 kB at ten thousand nodes is 60 B a node.
    expect(gzipSync(JSON.stringify(sent)).length).toBeLessThan(60_000)
    for (const node of sent.nodes.id.keys()) {
      expect(Number.isInteger(sent.nodes.x[node]) && Number.isInteger(sent.nodes.y[node])).toBe(true)
    }
  }, 120_000)
})

import { describe, expect, it } from 'vitest'
import { adjacencyOf } from '../../../src/site/map/client/near.ts'
import { openSearch } from '../../../src/site/map/client/search.ts'
import { initialState, listed, sceneOf, type MapState } from '../../../src/site/map/client/state.ts'
import { mapOf } from './map-sketch.ts'

/** Sixty nodes, of which every second is evidence: fifty of rewards and ten of other things. */
const kinds = ['claim', 'evidence'] as const
const sketch = Array.from({ length: 60 }, (_, at) => [`n${at}`, { kind: kinds[at % 2]! }] as const)
const plain = mapOf(Object.fromEntries(sketch))
const title = plain.nodes.id.map((_, at) => (at < 50 ? `Reward ${at}` : `Model of a judge ${at}`))
title[7] = 'Reward model 7'
const data = { ...plain, nodes: { ...plain.nodes, title } }
// There are no statements here, as no site is.
const search = openSearch(data, '')

async function found(query: string): Promise<readonly number[]> {
  return (await search)(query)
}

async function listedFor(query: string, change: Partial<MapState>): Promise<readonly number[]> {
  const seen = { current: undefined, found: new Set(await found(query)) }
  return listed(sceneOf(data, adjacencyOf(data), { ...initialState, ...change }, data.nodes, seen))
}

describe('a search of the map', () => {
  it('finds all that has the word, however many', async () => {
    expect((await found('reward')).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, at) => at))
  })

  it('leaves nothing out that the filters let through', async () => {
    const evidence = await listedFor('reward', { kinds: new Set([1]) })
    expect(evidence).toHaveLength(25)
    expect(evidence.every((node) => node < 50 && node % 2 === 1)).toBe(true)
  })

  it('finds what has all words, and what has some only where nothing has all', async () => {
    expect(await found('reward model')).toEqual([7])
    expect(await found('reward judge')).toHaveLength(60)
  })

  it('finds nothing by nothing', async () => {
    expect(await found(' … ')).toEqual([])
    expect(await found('zzzz qqqq')).toEqual([])
  })
})

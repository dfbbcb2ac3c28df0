import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { toAif } from '../../../src/outputs/interchange/aif.ts'
import { toImportedFile } from '../../../src/outputs/interchange/imported-file.ts'
import { chooseShare, type Share } from '../../../src/outputs/interchange/share.ts'
import { readAif } from '../../../src/readers/interchange/aif.ts'
import { toDrafts } from '../../../src/readers/interchange/drafts.ts'
import { kbOf } from '../graph.ts'
import { anyKb, plain, real, realKb, small, smallShare } from './maps.ts'

interface Aif {
  nodes: { nodeID: string; type: string; text: string }[]
  edges: { edgeID: string; fromID: string; toID: string }[]
  locutions: unknown[]
}

function back(share: Share, parts: readonly string[] = []): KnowledgeBase {
  const material = readAif(toAif(share).text)
  if ('unreadable' in material) throw new Error(material.unreadable)
  expect([material.left, material.changed]).toEqual([[], []])
  expect(material.carried).toBe(material.found)
  const { nodes } = toDrafts(material, { taken: new Set(), parts: new Set(parts) })
  return assemble(nodes.map((each) => toImportedFile('light', each)))
}

function same(kb: KnowledgeBase, share: Share): void {
  const { nodes, edges } = kb.graph
  expect(plain({ nodes: nodes.values(), edges: edges.values() })).toEqual(plain(share))
}

describe('toAif', () => {
  it('writes what AIFdb has: unique ids, edges between nodes that are there, known types', () => {
    for (const share of [smallShare, real]) {
      const { nodes, edges, locutions } = JSON.parse(toAif(share).text) as Aif
      const ids = new Set(nodes.map(({ nodeID }) => nodeID))
      expect(ids.size).toBe(nodes.length)
      expect(new Set(edges.map(({ edgeID }) => edgeID)).size).toBe(edges.length)
      expect(edges.filter(({ fromID, toID }) => !ids.has(fromID) || !ids.has(toID))).toEqual([])
      expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(['I', 'RA', 'CA', 'MA']))
      expect(locutions).toEqual([])
    }
  })

  it('shares one inference among linked premises and attacks schemes with undercuts', () => {
    const { nodes, edges } = JSON.parse(toAif(smallShare).text) as Aif
    const into = (id: string) => edges.filter(({ toID }) => toID === id).map(({ fromID }) => fromID)
    expect(into('optics&wave').sort()).toEqual(['noise>slits>wave', 'rings', 'slits'])
    expect(into('click>wave').sort()).toEqual(['click', 'noise>click>wave'])
    expect(nodes.find(({ nodeID }) => nodeID === 'noise>click>wave')?.type).toBe('CA')
  })

  it('comes back as the same graph: every kind of relation, and the map of this repository', () => {
    same(back(chooseShare(kbOf(small))), smallShare)
    same(back(real), real)
    expect(real.nodes.length).toBe(realKb.graph.nodes.size)
  })

  it('comes back as the same graph whatever the graph', () => {
    fc.assert(
      fc.property(anyKb, (kb) => {
        const share = chooseShare(kb)
        same(back(share), share)
      }),
      { numRuns: 150 },
    )
  })
})

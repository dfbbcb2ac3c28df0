import { describe, expect, it } from 'vitest'
import { applyView } from '../../../src/analysis/stance/apply-view.ts'
import {
  emptyView,
  withCredence,
  withMuted,
  withOff,
  type View,
} from '../../../src/analysis/stance/view.ts'
import { evaluate } from '../../../src/analysis/strength/evaluate.ts'
import { dfQuad } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { copyScores } from '../../../src/analysis/strength/network.ts'
import { sketchMap } from './sketch.ts'

const { graph, index } = sketchMap({
  reason: { supports: ['top'] },
  objection: { rebuts: ['top'] },
  doubt: { undercuts: ['reason>top'] },
  one: { supports: ['side&both'] },
  two: { supports: ['side&both'] },
  side: {},
  top: {},
})
const network = compileNetwork(graph)

function apply(view: View) {
  return applyView(view, network, graph, index)
}

/** Strengths under DF-QuAD, by id, as they can be worked out on paper. */
function strengthOf(view: View, id: string): number {
  const { strength } = evaluate(network, dfQuad, apply(view).scores)
  return strength[network.elementOf[index.nodeNumber(id)!]!]!
}

describe('applying a view', () => {
  it('leaves the map as it is where the view is empty, and never changes the network', () => {
    const before = copyScores(network.scores)
    const muted = withMuted(withCredence(emptyView, 'top', 0), 'reason>top', true)
    const view = withOff(muted, 'doubt', true)
    apply(view)
    expect(network.scores).toEqual(before)
    const empty = apply(emptyView)
    expect(empty.scores).toEqual(before)
    expect([empty.muted.size, empty.credences.size, empty.off.includes(1)]).toEqual([0, 0, false])
  })

  // As it is, 0.5 · 0.5 of the reason arrives and 0.5 of the objection: 0.5 + 0.5 (0.5 - 0.75).
  it.each([
    ['nothing', emptyView, 0.375],
    ['a credence', withCredence(emptyView, 'objection', 0), 0.625],
    ['a node off', withOff(emptyView, 'objection', true), 0.625],
    ['what doubts a step off', withOff(emptyView, 'doubt', true), 0.5],
    ['a step muted', withMuted(emptyView, 'objection>top', true), 0.625],
    ['a doubted step muted', withMuted(emptyView, 'reason>top', true), 0.25],
    ['an undercut muted', withMuted(emptyView, 'doubt>reason>top', true), 0.5],
  ])('%s', (_, view, strength) => {
    expect(strengthOf(view, 'top')).toBeCloseTo(strength, 12)
  })

  it.each([
    ['a linked premise off', withOff(emptyView, 'one', true)],
    ['the step of a linked premise muted', withMuted(emptyView, 'two>side', true)],
  ])('%s silences the others', (_, view) => {
    expect(strengthOf(emptyView, 'side')).toBeCloseTo(0.75, 12)
    expect(strengthOf(view, 'side')).toBeCloseTo(0.5, 12)
  })

  it('says in numbers what labels need', () => {
    const view = withOff(withMuted(emptyView, 'objection>top', true), 'doubt', true)
    const { muted, off } = apply(view)
    expect([...muted]).toEqual([index.edgeNumber('objection>top')])
    expect(off).toHaveLength(graph.nodes.length + graph.kind.length)
    expect([...off.keys()].filter((node) => off[node] === 1)).toEqual([index.nodeNumber('doubt')])
  })

  it('leaves aside what the map does not have', () => {
    const muted = withMuted(withCredence(emptyView, 'gone', 1), 'gone>top', true)
    expect(apply(withOff(muted, 'left', true))).toEqual(apply(emptyView))
  })
})

import { describe, expect, it } from 'vitest'
import type { NodeId } from '../../src/core/id.ts'
import { groundsOf, type Ground } from '../../src/graph/grounds.ts'
import { joinSketch } from './builder.ts'

const id = (text: string) => text as NodeId

/** A ground as text: premises of one reason joined by `+`, what is told elsewhere with a star. */
function told({ node, reasons, more }: Ground): string {
  const premises = reasons.map((reason) =>
    reason.map(({ edge, ground }) => (ground === undefined ? `${edge.from}*` : told(ground))).join(' + '),
  )
  const all = [...premises, ...(more > 0 ? [`${String(more)} more`] : [])]
  return all.length === 0 ? node : `${node} (${all.join(', ')})`
}

describe('groundsOf', () => {
  const { graph } = joinSketch({
    top: {},
    aaa: { supports: ['top&pair'] },
    bbb: { supports: ['top'] },
    ccc: { supports: ['top&pair'] },
    deep: { supports: ['aaa', 'bbb'] },
    deeper: { supports: ['deep'] },
    against: { rebuts: ['top'] },
    doubt: { undercuts: ['aaa>top'] },
  })

  it('goes down by supports alone and tells each statement once, where it is nearest to the top', () => {
    const grounds = groundsOf(graph, id('top'), 99)
    expect(told(grounds.top)).toBe('top (aaa (deep (deeper)) + ccc, bbb (deep*))')
    expect(grounds.told).toEqual(['aaa', 'ccc', 'bbb', 'deep', 'deeper'])
    expect(grounds.leaves).toEqual(['ccc', 'deeper'])
    expect(grounds.steps.map((step) => step.id)).toEqual(['aaa>top', 'ccc>top', 'bbb>top', 'deep>aaa', 'deep>bbb', 'deeper>deep'])
    expect(grounds.isComplete).toBe(true)
  })

  it('leaves out the farthest reasons and says where', () => {
    const grounds = groundsOf(graph, id('top'), 2)
    expect(told(grounds.top)).toBe('top (aaa (1 more) + ccc, bbb (1 more))')
    expect(grounds.leaves).toEqual(['ccc'])
    expect(grounds.isComplete).toBe(false)
  })

  it('finds nothing below a statement that nothing supports', () => {
    const grounds = groundsOf(graph, id('deeper'), 99)
    expect([told(grounds.top), grounds.leaves, grounds.isComplete]).toEqual(['deeper', [], true])
  })

  it('ends in a circle, which has no leaf', () => {
    const circle = joinSketch({ top: {}, one: { supports: ['top', 'two'] }, two: { supports: ['one'] } })
    const grounds = groundsOf(circle.graph, id('top'), 99)
    expect(told(grounds.top)).toBe('top (one (two (one*)))')
    expect(grounds.leaves).toEqual([])
  })

  it('is done in an instant where each of 2,000 nodes supports the 100 before it', () => {
    const ids = Array.from({ length: 2000 }, (_, i) => `n${String(i).padStart(4, '0')}`)
    const dense = joinSketch(
      Object.fromEntries(ids.map((name, i) => [name, { supports: ids.slice(Math.max(0, i - 100), i) }])),
    )
    const start = performance.now()
    const grounds = groundsOf(dense.graph, id('n0000'), 5000)
    expect(performance.now() - start).toBeLessThan(1000)
    expect([grounds.told.length, grounds.leaves, grounds.isComplete]).toEqual([149, [], false])
  }, 60_000)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergersOf, successorsOf } from '../../src/analysis/successors.ts'
import type { ArgumentNode, Withdrawal } from '../../src/core/document.ts'
import type { NodeId } from '../../src/core/id.ts'
import { fileStart } from '../../src/core/place.ts'
import { findMergeCircles, followMerges, replacementOf } from '../../src/graph/merges.ts'
import { node } from '../outputs/graph.ts'

const place = fileStart('content/light/x.md')
const id = (name: string) => name as NodeId

/** Nodes by what they say of their withdrawal: `into` or `-` and then `see`, after spaces. */
function nodesOf(sketch: Readonly<Record<string, string>>): ReadonlyMap<NodeId, ArgumentNode> {
  return new Map(
    Object.entries(sketch).map(([name, said]) => [
      id(name),
      node(name, 'claim', [], said === '' ? {} : { withdrawn: withdrawal(said) }),
    ]),
  )
}

function withdrawal(said: string): Withdrawal {
  const [into = '-', ...see] = said.split(' ')
  return {
    on: '2026-01-31',
    reason: 'No.',
    see: see.map((each) => ({ id: each, place })),
    ...(into === '-' ? {} : { mergedInto: { id: into, place } }),
  }
}

describe('successorsOf', () => {
  it.each([
    ['nothing of a node that stands', { one: '' }, { see: [], through: [] }],
    ['nothing of one that is not there', {}, { see: [], through: [] }],
    ['what is named', { one: '- two three', two: '', three: '' }, { see: ['two', 'three'], through: [] }],
    ['where it was merged', { one: 'two', two: '' }, { merged: 'two', see: [], through: [] }],
    [
      'the end of a chain and the way there',
      { one: 'two', two: 'three', three: 'four', four: '' },
      { merged: 'four', see: [], through: ['two', 'three'] },
    ],
    [
      'an end that was withdrawn without a merge',
      { one: 'two', two: '- three', three: '' },
      { merged: 'two', see: [], through: [] },
    ],
    [
      'what is named where that was merged, once',
      { one: '- two three four', two: 'four', three: 'four', four: '' },
      { see: ['four'], through: [] },
    ],
    [
      'nothing twice: neither itself nor what is on the way',
      { one: 'two one two three four', two: 'three', three: '', four: '' },
      { merged: 'three', see: ['four'], through: ['two'] },
    ],
    ['nothing that is unknown', { one: 'nine eight two', two: '' }, { see: ['two'], through: [] }],
    ['nothing of what was merged into itself', { one: 'one two', two: '' }, { see: ['two'], through: [] }],
    ['nothing of a circle', { one: 'two', two: 'one' }, { see: [], through: [] }],
    [
      'what is named in a circle',
      { one: '- two', two: 'three', three: 'two' },
      { see: ['two'], through: [] },
    ],
    ['nothing of what leads into one', { one: 'two', two: 'three', three: 'two' }, { see: [], through: [] }],
  ])('gives %s', (_, sketch, expected) => {
    expect(successorsOf(nodesOf(sketch as Record<string, string>), id('one'))).toEqual(expected)
  })

  it('follows a chain of 50,000 and a circle as long', () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `n-${i}`)
    const chain = Object.fromEntries(names.map((name, i) => [name, names[i + 1] ?? '']))
    const { merged, through } = successorsOf(nodesOf(chain), id('n-0'))
    expect([merged, through.length]).toEqual(['n-49999', 49_998])
    const circle = nodesOf({ ...chain, 'n-49999': 'n-0' })
    expect(successorsOf(circle, id('n-7'))).toEqual({ see: [], through: [] })
    expect(findMergeCircles(circle).map(({ length }) => length)).toEqual([50_000])
  })
})

const names = ['a', 'b', 'c', 'd', 'e']
const anySketch = fc
  .tuple(...names.map(() => fc.constantFrom('', '-', 'a', 'b', 'c', 'd', 'e', 'unknown')))
  .map((into) => nodesOf(Object.fromEntries(names.map((name, i) => [name, into[i] ?? '']))))

describe('whatever is merged into what', () => {
  it('a merge ends at a node that was not merged, each on the way is named once', () => {
    fc.assert(
      fc.property(anySketch, fc.constantFrom(...names), (nodes, start) => {
        const { end, through } = followMerges(nodes, id(start))
        const way = [start, ...through, ...(end === undefined ? [] : [end.id])]
        expect(new Set(way).size).toBe(way.length)
        expect(end?.withdrawn?.mergedInto).toBeUndefined()
        for (const [i, each] of way.entries()) {
          if (i > 0) expect(nodes.get(id(way[i - 1] ?? ''))?.withdrawn?.mergedInto?.id).toBe(each)
        }
      }),
    )
  })

  it('mergers are those whose way ends at a node or goes there first', () => {
    fc.assert(
      fc.property(anySketch, (nodes) => {
        const mergers = mergersOf(nodes)
        for (const name of names.map(id)) {
          const expected = names.filter((other) => {
            const { merged, through } = successorsOf(nodes, id(other))
            return merged === name || through[0] === name
          })
          expect((mergers.get(name) ?? []).map((each) => each.id)).toEqual(expected)
        }
      }),
    )
  })

  it('a circle is found once, from its first name, and all in it lead nowhere', () => {
    fc.assert(
      fc.property(anySketch, (nodes) => {
        const circles = findMergeCircles(nodes)
        const inside = circles.flat()
        expect(new Set(inside).size).toBe(inside.length)
        for (const circle of circles) {
          expect([...circle].sort()[0]).toBe(circle[0])
          for (const [i, each] of circle.entries()) {
            expect(nodes.get(each)?.withdrawn?.mergedInto?.id).toBe(circle[(i + 1) % circle.length])
            expect(successorsOf(nodes, each).merged).toBeUndefined()
          }
        }
      }),
    )
  })
})

describe('replacementOf', () => {
  it.each([
    [{ one: 'two', two: '' }, 'two'],
    [{ one: 'two three', two: '- four', three: '', four: '' }, 'four'],
    [{ one: 'two three', two: 'one', three: '' }, 'three'],
    [{ one: '- three', three: '' }, 'three'],
    [{ one: '-' }, undefined],
  ])('of %j is %s', (sketch, expected) => {
    const nodes = nodesOf(sketch as Record<string, string>)
    expect(replacementOf(nodes, nodes.get(id('one')) as ArgumentNode)).toBe(expected)
  })
})

import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStatementSearch } from '../../src/analysis/find-statements.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'

const nodes = [...assemble(readContent(path.resolve('content'))).graph.nodes.values()]
const search = openStatementSearch(nodes)

describe('finding a node of this map by a part of its sentence', () => {
  it.each([
    ['knowing is not car', 'knowing-is-not-caring'],
    ['reward models small', 'reward-models-are-small'],
    ['small models rewards', 'reward-models-are-small'],
    ['whieght decay blind', 'weight-decay-closes-blind-directions'],
    ['which-degrades-first', 'which-degrades-first'],
    ['kept small to save compute', 'small-for-cost-not-ease'],
  ])('%s', (typed, id) => {
    expect(search.find(typed, 3)).toContain(id)
  })

  it('finds every node by its first words', () => {
    const lost = nodes.filter(({ id, statement }) => {
      const words = statement.split(' ').slice(0, 8).join(' ')
      return !search.find(words.slice(0, -1), 8).includes(id)
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  })

  it('gives no more than was asked for, nothing twice, and the whole id first', () => {
    const found = search.find('judge', 5)
    expect(found).toHaveLength(5)
    expect(new Set(found).size).toBe(5)
    expect(search.find(' knowing-is-not-caring ')[0]).toBe('knowing-is-not-caring')
  })
})

describe('any text', () => {
  it.each(['', '  ', '?!', '\u0000', '日本', 'constructor', '__proto__', '*', '"a" OR b', '\ud800'])(
    'is a query: %j',
    (typed) => {
      expect(Array.isArray(search.find(typed))).toBe(true)
    },
  )

  it('may be long', () => {
    const typed = Array.from({ length: 5000 }, (_, i) => `a${String(i)}`).join(' ')
    expect(search.find(typed + 'judge'.repeat(1000)).length).toBeLessThanOrEqual(8)
  })

  it('may be in the nodes, ids twice and accents among them', () => {
    const entry = (id: string, statement: string) => ({ id, title: '', statement, kind: 'claim' })
    const odd = openStatementSearch([
      entry('a', 'Héros naïfs'),
      entry('a', 'Something else'),
      entry('__proto__', 'constructor'),
    ])
    expect(odd.find('heros naif')).toEqual(['a'])
    expect(odd.find('constructor')).toEqual(['__proto__'])
    expect(openStatementSearch([]).find('x')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { chainOf, type Chain, type ChainEntry } from '../../../src/analysis/labels/chain-of.ts'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { NodeId } from '../../../src/core/id.ts'
import { joinSketch, type NodeSketch } from '../../graph/builder.ts'

function chain(sketches: Readonly<Record<string, NodeSketch>>, id: string, most = 12): Chain {
  const { graph } = joinSketch(sketches)
  return chainOf(graph, labelGrounded(graph), id as NodeId, most)
}

/** Entries as words: the objection, what there is against it, `…` for what is told or left out. */
function words({ objection, against, isTold, more }: ChainEntry): string {
  const inner = [
    ...against.map(words),
    ...(isTold ? ['told'] : []),
    ...(more > 0 ? [`…${more}`] : []),
  ]
  return inner.length === 0 ? objection : `${objection}(${inner.join(' ')})`
}

describe('chainOf', () => {
  it('tells why objections stand: nobody objects, or every objection is answered', () => {
    const found = chain(
      {
        claim: {},
        plain: { rebuts: ['claim'] },
        defended: { rebuts: ['claim'] },
        critic: { rebuts: ['defended'] },
        reply: { rebuts: ['critic'] },
        doubt: { undercuts: ['defended>claim'] },
        'second-reply': { undercuts: ['doubt>defended>claim'], rebuts: ['doubt'] },
        beaten: { rebuts: ['claim'] },
        beater: { rebuts: ['beaten'] },
      },
      'claim',
    )
    expect(found.label).toBe('out')
    expect(found.open.map(words)).toEqual(['defended(critic(reply) doubt(second-reply))', 'plain'])
    expect(found.answered.map(words)).toEqual(['beaten(beater)'])
    expect(found).toMatchObject({ more: 0, circles: [] })
  })

  it('names the step by which each objects', () => {
    const { open } = chain(
      {
        claim: {},
        against: { rebuts: ['claim'] },
        doubt: { undercuts: ['against>claim'] },
        reply: { rebuts: ['doubt'] },
      },
      'claim',
    )
    expect(open[0]).toMatchObject({
      step: 'against>claim',
      against: [{ step: 'doubt>against>claim', against: [{ step: 'reply>doubt' }] }],
    })
  })

  it('tells what is against a node once', () => {
    const found = chain(
      {
        claim: {},
        first: { rebuts: ['claim'] },
        second: { rebuts: ['claim'] },
        critic: { rebuts: ['first', 'second'] },
        reply: { rebuts: ['critic'] },
      },
      'claim',
    )
    expect(found.open.map(words)).toEqual(['first(critic(reply))', 'second(critic(told))'])
  })

  it('comes to an end where the claim strikes back at what defeats it', () => {
    const found = chain(
      {
        claim: { rebuts: ['against'] },
        against: { rebuts: ['claim'] },
        ally: { rebuts: ['claim'] },
      },
      'claim',
    )
    expect(found.open.map(words)).toEqual(['against(claim(told))', 'ally'])
  })

  it('has no more entries than asked for, the nearest first, and counts the rest', () => {
    const sketches: Record<string, NodeSketch> = { n00: {} }
    for (let i = 1; i < 40; i++) {
      const id = (n: number) => `n${String(n).padStart(2, '0')}`
      sketches[id(i)] = { rebuts: [id(i - 1)] }
    }
    sketches['extra'] = { rebuts: ['n00'] }
    const found = chain(sketches, 'n00', 4)
    expect(found.open.map(words)).toEqual(['extra', 'n01(n02(n03(…1)))'])
    expect(chain(sketches, 'n00', 1)).toMatchObject({ open: [{ objection: 'extra' }], more: 1 })
    expect(chain(sketches, 'n00', 0)).toMatchObject({ open: [], answered: [], more: 2 })
  })

  it('refuses what has no label', () => {
    expect(() => chain({ claim: {} }, 'nobody')).toThrow(RangeError)
  })
})

describe('chainOf what is undecided', () => {
  it('gives the shortest circle through it, each objecting to the next', () => {
    const found = chain(
      {
        aaa: { rebuts: ['bbb'] },
        bbb: { rebuts: ['ccc', 'ddd'] },
        ccc: { rebuts: ['aaa'] },
        ddd: { rebuts: ['eee'] },
        eee: { rebuts: ['aaa'] },
      },
      'aaa',
    )
    expect(found).toMatchObject({ label: 'undecided', circles: [['aaa', 'bbb', 'ccc']] })
  })

  it('gives the nearest circle of each set it hangs on, but none behind them', () => {
    const found = chain(
      {
        claim: {},
        link: { rebuts: ['claim'] },
        'left-a': { rebuts: ['link', 'left-b'] },
        'left-b': { rebuts: ['left-a'] },
        'right-a': { rebuts: ['claim', 'right-b'] },
        'right-b': { rebuts: ['right-a'] },
        'far-a': { rebuts: ['far-b', 'left-b'] },
        'far-b': { rebuts: ['far-a'] },
      },
      'claim',
    )
    expect(found.circles).toEqual([
      ['right-a', 'right-b'],
      ['left-a', 'left-b'],
    ])
  })

  it('finds a circle that runs along a step', () => {
    const defence = { aaa: { undercuts: ['bbb>aaa'] }, bbb: { rebuts: ['aaa'] } }
    expect(chain(defence, 'aaa').circles).toEqual([['aaa', 'bbb>aaa']])
    const longer = chain(
      {
        aaa: { rebuts: ['ddd'] },
        bbb: { rebuts: ['aaa'] },
        ddd: { rebuts: ['eee'] },
        eee: { undercuts: ['bbb>aaa'] },
      },
      'aaa',
    )
    expect(longer).toMatchObject({
      label: 'undecided',
      circles: [['aaa', 'ddd', 'eee', 'bbb>aaa']],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { NodeId } from '../../../src/core/id.ts'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import { bothSides, objectionsTold, reasonsTold } from '../../../src/site/model/stands.ts'
import { computeStrengths } from '../../../src/site/model/strengths.ts'
import { joinDocuments, joinSketch, node, type NodeSketch } from '../../graph/builder.ts'

function sidesOf(kb: KnowledgeBase, most = 9) {
  const { graph } = kb
  const content = { kb, written: kb, labels: labelGrounded(graph), strengths: computeStrengths(graph), problems: [], paths: [] }
  const { reasons, objections } = bothSides(content, 'thesis' as NodeId, most)
  const told = ({ rows, all, standing }: typeof reasons) => ({ ids: rows.map(({ other }) => other.id), all, standing })
  return { reasons: told(reasons), objections: told(objections), rows: objections.rows }
}

const sketched = (sketches: Readonly<Record<string, NodeSketch>>) => sidesOf(joinSketch({ thesis: {}, ...sketches }))

describe('bothSides', () => {
  it('counts what stands, out of all that is not withdrawn', () => {
    const { reasons, objections } = sketched({
      sound: { supports: ['thesis'] },
      beaten: { supports: ['thesis'] },
      gone: { supports: ['thesis'], withdrawn: true },
      attack: { rebuts: ['beaten'] },
      open: { rebuts: ['thesis'] },
      answered: { rebuts: ['thesis'] },
      answer: { rebuts: ['answered'] },
      left: { rebuts: ['thesis'], withdrawn: true },
    })
    expect(reasons).toEqual({ ids: ['sound'], all: 2, standing: 1 })
    expect(objections).toEqual({ ids: ['open'], all: 2, standing: 1 })
  })

  it('takes what is contested for nothing that stands, nor what bears by a contested step', () => {
    const { reasons, objections } = sketched({
      reason: { supports: ['thesis'] },
      another: { supports: ['thesis'] },
      doubt: { undercuts: ['another>thesis'] },
      answer: { rebuts: ['doubt'] },
      open: { rebuts: ['thesis'] },
      unsure: { rebuts: ['thesis'] },
      // Contested, as they object to each other: so are the steps that they doubt, though both ends stand.
      quarrel: { rebuts: ['counter'], undercuts: ['reason>thesis', 'open>thesis'] },
      counter: { rebuts: ['quarrel', 'unsure'] },
    })
    expect(reasons).toEqual({ ids: ['another'], all: 2, standing: 1 })
    // open and unsure, and what undercuts the steps from the reasons.
    expect(objections).toEqual({ ids: [], all: 4, standing: 0 })
  })

  it('takes a reason on an undercut step for none, and the objection of two steps for one', () => {
    const { reasons, objections, rows } = sketched({
      one: { supports: ['thesis'] },
      two: { supports: ['thesis'] },
      doubt: { undercuts: ['one>thesis', 'two>thesis'] },
      beside: { undercuts: ['low>one'] },
      low: { supports: ['one'] },
    })
    expect(reasons).toEqual({ ids: [], all: 2, standing: 0 })
    expect(objections).toEqual({ ids: ['doubt'], all: 1, standing: 1 })
    expect(rows[0]?.step?.to.id).toBe('thesis')
  })

  it('puts first what has most strength times weight, and gives no more than are wanted', () => {
    const made = Object.entries({ strong: 0.9, middling: 0.6, weighty: 0.5, faint: 0.1 }).map(
      ([id, credence]) => ({ ...node(id, { supports: ['thesis'] }), credence }),
    )
    // 0.9 of a fifth is less than 0.5 and more than 0.1.
    const weighed = made.map((each) => ({
      ...each,
      relations: each.relations.map((relation) => ({ ...relation, weight: each.id === 'strong' ? 0.2 : 1 })),
    }))
    const kb = joinDocuments([node('thesis'), ...weighed])
    expect(sidesOf(kb).reasons.ids).toEqual(['middling', 'weighty', 'strong', 'faint'])
    expect(sidesOf(kb, 2).reasons).toEqual({ ids: ['middling', 'weighty'], all: 4, standing: 4 })
  })
})

describe('what is said of the two sides', () => {
  const of = (all: number, standing: number) => ({ rows: [], all, standing })

  it('says how many reasons stand, in words for one and none', () => {
    expect(reasonsTold(of(6, 4))).toBe(
      'Of 6 reasons for the thesis 4 stand in this map: no objection to them or to the steps from them is open or contested.',
    )
    expect(reasonsTold(of(3, 1))).toMatch(/^Of 3 reasons for the thesis one stands in this map: no objection to it /)
    expect(reasonsTold(of(3, 0))).toBe(
      'None of the 3 reasons for the thesis stands in this map: an objection to each, or to the step from it, is open or contested.',
    )
    expect(reasonsTold(of(1, 1))).toMatch(/^The one reason for the thesis stands in this map: no objection to it /)
    expect(reasonsTold(of(1, 0))).toMatch(/^The one reason for the thesis does not stand in this map: an objection to it,/)
  })

  it('says of objections what became of the answers to them', () => {
    const about = 'to the thesis and to the steps towards it'
    expect(objectionsTold(of(3, 2))).toBe(
      `Of 3 objections ${about} 2 stand in this map: every answer to them, if there is any, has been answered in turn.`,
    )
    expect(objectionsTold(of(3, 0))).toBe(
      `None of the 3 objections ${about} stands in this map: each has an answer that stands or is contested.`,
    )
    expect(objectionsTold(of(1, 1))).toMatch(/^The one objection .* stands in this map: every answer to it,/)
    expect(objectionsTold(of(1, 0))).toMatch(/^The one objection .* does not stand in this map: it has an answer /)
  })
})

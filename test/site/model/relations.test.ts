import { describe, expect, it } from 'vitest'
import { wordingOf } from '../../../src/analysis/reviews.ts'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { NodeId } from '../../../src/core/id.ts'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import { fileStart } from '../../../src/core/place.ts'
import type { SiteContent } from '../../../src/site/content.ts'
import { relationsOf } from '../../../src/site/model/relations.ts'
import { computeStrengths } from '../../../src/site/model/strengths.ts'
import { typeset } from '../../../src/site/model/typeset.ts'
import { joinSketch } from '../../graph/builder.ts'

function contentOf(written: KnowledgeBase): SiteContent {
  const { graph } = written
  return {
    kb: typeset(written),
    written,
    labels: labelGrounded(graph),
    strengths: computeStrengths(graph),
    problems: [],
    paths: [],
  }
}

describe('relationsOf', () => {
  const statement = 'It\'s "so" -- or so it seems.'
  const sketch = (said: string) =>
    joinSketch({
      thesis: { statement: said },
      ally: { supports: ['thesis'] },
      doubt: { undercuts: ['ally>thesis'] },
    })
  const before = sketch(statement)
  const reviews = [...before.graph.edges.values()].map((edge) => ({
    edge: edge.id,
    wording: wordingOf(before.graph, edge),
    place: fileStart('content/reviews.tsv'),
  }))
  const rows = (kb: KnowledgeBase) => relationsOf(contentOf({ ...kb, reviews }), 'ally' as NodeId)

  it('takes typographic quotation marks for no other wording', () => {
    const { bearsOn, doubted } = rows(before)
    expect([...bearsOn, ...doubted].map(({ edge, isSuspect }) => [edge.id, isSuspect])).toEqual([
      ['ally>thesis', false],
      ['doubt>ally>thesis', false],
    ])
  })

  it('marks what was judged against an earlier wording', () => {
    const { bearsOn, doubted } = rows(sketch('It is otherwise.'))
    expect([...bearsOn, ...doubted].map(({ isSuspect }) => isSuspect)).toEqual([true, true])
  })

  it('says nothing of relations that nobody reviewed', () => {
    const { bearsOn } = relationsOf(contentOf(sketch('It is otherwise.')), 'ally' as NodeId)
    expect(bearsOn.map(({ isSuspect }) => isSuspect)).toEqual([false])
  })
})

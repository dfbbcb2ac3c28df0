import type { ArgumentNode } from '../../core/document.ts'
import type { Edge } from '../../core/relation.ts'
import type { Plain } from '../content-file.ts'
import { bearing, nodeFields } from './node-fields.ts'
import {
  isUndercut,
  lostOfMap,
  told,
  type Exported,
  type Share,
} from './share.ts'

type Fields = Readonly<Record<string, Plain | undefined>>

interface AifEdge extends Record<string, Plain | undefined> {
  readonly fromID: string
  readonly toID: string
}

/**
 * Nodes and relations as AIF in the JSON of AIFdb. A support is an RA node, a rebuttal a CA node, an
 * undercut a CA node that ends at the RA or CA node of its step, a refinement an MA node; linked
 * premises share one RA node. What AIF has no words for stands in fields of our own, which AIFdb's
 * tools pass over and `npm run import` reads, so that the graph comes back whole.
 */
export function toAif(share: Share): Exported {
  const schemes = layOutSchemes(share)
  const edges = schemes.edges.map(({ fromID, toID, ...rest }, index) => ({
    edgeID: String(index + 1),
    fromID,
    toID,
    formEdgeID: null,
    ...rest,
  }))
  const whole = {
    nodes: [...share.nodes.map((node) => information(node, share)), ...schemes.nodes],
    edges,
    schemefulfillments: [],
    locutions: [],
    participants: [],
    map: { title: share.title, question: share.question },
  }
  return { text: `${JSON.stringify(whole, null, 2)}\n`, losses: aifLosses(share) }
}

function information(node: ArgumentNode, { edges }: Share): Fields {
  const answers = edges.flatMap((edge) =>
    edge.kind === 'answers' && edge.from === node.id ? [{ to: edge.to, ...bearing(edge) }] : [],
  )
  return {
    nodeID: node.id,
    text: node.statement,
    type: 'I',
    ...nodeFields(node),
    answers: answers.length === 0 ? undefined : answers,
    body: node.body.markdown,
  }
}

const schemeOf = {
  supports: { type: 'RA', text: 'Default Inference' },
  rebuts: { type: 'CA', text: 'Default Conflict' },
  undercuts: { type: 'CA', text: 'Default Conflict' },
  refines: { type: 'MA', text: 'Default Rephrase' },
} as const

function layOutSchemes({ edges, steps }: Share): {
  readonly nodes: readonly Fields[]
  readonly edges: readonly AifEdge[]
} {
  const nodes = new Map<string, Fields>()
  const written: AifEdge[] = []
  for (const edge of edges) {
    if (edge.kind === 'answers') continue
    const nodeID = schemeId(edge)
    const step = isUndercut(edge) ? steps.get(edge.to) : undefined
    const linked = edge.kind === 'supports' ? edge.linked : undefined
    if (!nodes.has(nodeID)) {
      nodes.set(nodeID, { nodeID, ...schemeOf[edge.kind], linked })
      const toID = step === undefined ? edge.to : schemeId(step)
      const doubted = step === undefined ? undefined : { from: step.from, to: step.to }
      written.push({ fromID: nodeID, toID, step: doubted })
    }
    written.push({ fromID: edge.from, toID: nodeID, ...bearing(edge) })
  }
  return { nodes: [...nodes.values()], edges: written }
}

function schemeId(edge: Edge): string {
  const linked = edge.kind === 'supports' ? edge.linked : undefined
  return linked === undefined ? edge.id : `${linked}&${edge.to}`
}

function aifLosses(share: Share): readonly string[] {
  const { edges, steps, losses } = share
  const several = edges.filter((edge) => {
    const step = isUndercut(edge) ? steps.get(edge.to) : undefined
    return step?.kind === 'supports' && step.linked !== undefined
  })
  return [
    'AIF has one kind of information node: kinds, titles, reasons, weights, caveats, credences, sources, experiments and bodies stand in fields of our own, which tools for AIF pass over.',
    ...told(
      edges.filter(({ kind }) => kind === 'answers').length,
      '1 answer stands',
      '# answers stand',
      'in a field of our own alone.',
    ),
    ...told(
      several.length,
      '1 undercut of one of several linked premises ends',
      '# undercuts of one of several linked premises end',
      'at the inference of all of them; the premise stands in a field of our own.',
    ),
    ...losses,
    lostOfMap,
  ]
}

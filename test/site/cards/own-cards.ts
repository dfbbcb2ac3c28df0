import path from 'node:path'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import type { ArgumentNode } from '../../../src/core/document.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { root } from '../../../scripts/setup/run.mjs'
import type { Card } from '../../../src/site/cards/card.ts'
import { nodeCard, siteCard, type CardContent } from '../../../src/site/cards/node-card.ts'
import { typeset } from '../../../src/site/model/typeset.ts'
import { hostileTexts } from './hostile-texts.ts'

const kb = typeset(assemble(readContent(path.join(root, 'content'))))

/** The content of this repository as cards need it. */
export const content: CardContent = { kb, labels: labelGrounded(kb.graph) }

export const address = 'assay.example/assay'

/** The cards of all nodes and of the site, by name. */
export const realCards: ReadonlyMap<string, Card> = new Map<string, Card>([
  ...[...kb.graph.nodes.values()].map((node): [string, Card] => [node.id, nodeCard(content, node, address)]),
  ['the site', siteCard(content, address)],
])

/** A claim that nothing is known to be wrong with. */
export const plainCard: Card = {
  kind: { shape: 'claim', word: 'Claim' },
  title: 'Knowing is not caring',
  statement: 'A system can understand what people value without being motivated by it.',
  standing: { mark: 'in', word: 'No open objection' },
  map: 'Does alignment generalise further than capabilities?',
  address,
}

/** Cards whose every text is hostile, by what it tries. */
export const hostileCards: ReadonlyMap<string, Card> = new Map(
  Object.entries(hostileTexts).map(([name, text], i) => [
    name,
    {
      ...plainCard,
      title: text,
      statement: text,
      map: text,
      address: i % 2 === 0 ? address : text,
      standing: { mark: (['out', 'undecided', 'withdrawn'] as const)[i % 3] ?? 'out', word: 'Open objection' },
    },
  ]),
)

/** A node of the content with some fields changed. */
export function changedNode(changes: Partial<ArgumentNode>): ArgumentNode {
  const node = [...kb.graph.nodes.values()].find(({ kind }) => kind === 'claim')
  if (node === undefined) throw new Error('There is no claim.')
  return { ...node, ...changes }
}

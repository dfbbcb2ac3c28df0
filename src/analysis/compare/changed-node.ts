import type { ArgumentNode } from '../../core/document.ts'
import { cutText, nodeFields, type ChangedNode, type NodeField } from './comparison.ts'
import { countWords, wordDiff } from './word-diff.ts'

/** What one field of a node says, as text that is equal where nothing changed. */
const fieldText: Readonly<Record<NodeField, (node: ArgumentNode) => string>> = {
  statement: ({ statement }) => statement,
  title: ({ title }) => title,
  kind: ({ kind }) => kind,
  credence: ({ credence }) => String(credence),
  'credence-because': ({ credenceBecause = '' }) => credenceBecause,
  caveat: ({ caveat }) => String(caveat),
  part: ({ part = '' }) => part,
  sources: ({ sources }) => JSON.stringify(sources.map(({ id, at, quote }) => [id, at, quote])),
  experiment: ({ experiment }) =>
    experiment === undefined ? '' : JSON.stringify(experiment, withoutPlaces),
  withdrawn: ({ withdrawn }) =>
    withdrawn === undefined ? '' : JSON.stringify(withdrawn, withoutPlaces),
  body: ({ body }) => body.markdown,
  map: ({ map }) => map,
}

/**
 * The fields of a node that say something else; its relations are edges, and that it left the
 * argument or came back is told elsewhere. Undefined for none.
 */
export function changedNode(old: ArgumentNode, node: ArgumentNode): ChangedNode | undefined {
  const leftOrCame = (old.withdrawn === undefined) !== (node.withdrawn === undefined)
  const fields = nodeFields.filter(
    (field) =>
      fieldText[field](old) !== fieldText[field](node) && !(field === 'withdrawn' && leftOrCame),
  )
  if (fields.length === 0) return undefined
  const has = (field: NodeField) => fields.includes(field)
  const body = has('body') ? countWords(old.body.markdown, node.body.markdown) : undefined
  return {
    id: node.id,
    fields,
    ...(has('statement') ? { statement: wordDiff(old.statement, node.statement) } : {}),
    ...(has('title') ? { title: { before: cutText(old.title), after: cutText(node.title) } } : {}),
    ...(has('kind') ? { kind: { before: old.kind, after: node.kind } } : {}),
    ...(has('credence') ? { credence: credences(old, node) } : {}),
    ...(body === undefined ? {} : { body }),
  }
}

function credences({ credence: before }: ArgumentNode, { credence: after }: ArgumentNode) {
  return {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

function withoutPlaces(name: string, value: unknown): unknown {
  return name === 'place' || name === 'presetPlace' ? undefined : value
}

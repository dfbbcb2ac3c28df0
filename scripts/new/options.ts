import { nodeKinds, readings } from '../../src/core/document.ts'

/** Options of a new node. */
export const nodeOptions = {
  statement: 'text',
  title: 'text',
  kind: nodeKinds,
  supports: 'text',
  rebuts: 'text',
  undercuts: 'text',
  refines: 'text',
  answers: 'text',
  because: 'text',
  weight: 'text',
  source: 'texts',
  map: 'text',
  part: 'text',
  caveat: 'flag',
} as const

/** Options of a new source. */
export const sourceOptions = { 'source-from': 'text', checked: readings, where: 'text' } as const

/** All options of `npm run new`. */
export const newOptions = {
  ...nodeOptions,
  ...sourceOptions,
  id: 'text',
  body: 'text',
  'body-file': 'text',
  yes: 'flag',
  'dry-run': 'flag',
  content: 'text',
  help: 'flag',
} as const

import type { Source } from '../core/document.ts'
import { formatReference, type Citation } from './cite/csl-engine.ts'

export type { Citation } from './cite/csl-engine.ts'

const known = new WeakMap<Source['csl'], Citation>()

/**
 * The reference of a source in the style of the APA, from its CSL-JSON alone. Equal sources give
 * equal references; of one record it is made once.
 */
export function formatCitation({ csl }: Pick<Source, 'csl'>): Citation {
  const citation = known.get(csl) ?? formatReference(csl, 'apa')
  known.set(csl, citation)
  return citation
}

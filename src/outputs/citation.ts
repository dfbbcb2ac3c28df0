import type { Source } from '../core/document.ts'
import { formatReference, type Citation } from './cite/csl-engine.ts'

export type { Citation } from './cite/csl-engine.ts'

/**
 * The reference of a source in the style of the APA, from its CSL-JSON alone. Equal sources give
 * equal references.
 */
export function formatCitation(source: Pick<Source, 'csl'>): Citation {
  return formatReference(source.csl, 'apa')
}

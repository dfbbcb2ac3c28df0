import type { z } from 'zod'
import type { Document } from '../../core/document.ts'
import { MapFields, OutlineFields } from './map.ts'
import { NodeFields } from './node.ts'
import { SourceFields } from './source.ts'

/** The schema of the front matter of each type of document. */
export const fieldsByType: Readonly<Record<Document['type'], z.ZodType>> = {
  node: NodeFields,
  source: SourceFields,
  map: MapFields,
  outline: OutlineFields,
}

import { z } from 'zod'
import { Id, Title, line, text } from './common.ts'

const Part = z.strictObject(
  {
    id: Id.meta({ description: 'The name by which nodes say that they belong to this part.' }),
    title: Title,
    label: line('what the part is called', 60).meta({
      description: 'What the part is called in the essay: "Argument 1".',
    }),
    head: Id.meta({ description: 'The node a reader meets first.' }),
    summary: text('a summary in a sentence or two', 600).meta({
      description: 'What the part says, in a sentence or two.',
    }),
  },
  { error: 'a part with `id`, `title`, `label`, `head` and `summary`' },
)

/** Front matter of a map. */
export const MapFields = z.strictObject({
  title: line('a title', 120).meta({ description: 'The title of the map.' }),
  question: line('a question', 240).meta({ description: 'The question that the map is about.' }),
  thesis: Id.meta({ description: 'The node that the essay argues for.' }),
  rival: Id.meta({ description: 'The node that the essay argues against.' }).optional(),
  outline: line('the name of the outline', 120)
    .meta({ description: 'The file with the essay’s assertions in order.' })
    .optional(),
  source: Id.meta({ description: 'The source that is the essay.' }).optional(),
  parts: z
    .array(Part, { error: 'a list of parts' })
    .refine((parts) => new Set(parts.map(({ id }) => id)).size === parts.length, {
      error: 'parts each with an `id` of its own',
    })
    .meta({ description: 'The parts of the map in the order of the essay.' }),
})
export type MapFields = z.infer<typeof MapFields>

/** Front matter of an outline. */
export const OutlineFields = z.strictObject({
  title: line('a title', 120).meta({ description: 'The title of the outline.' }),
  source: Id.meta({ description: 'The source that is the essay.' }).optional(),
})
export type OutlineFields = z.infer<typeof OutlineFields>

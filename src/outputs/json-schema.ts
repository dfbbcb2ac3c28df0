import { z } from 'zod'
import { nodeKinds, readings } from '../core/document.ts'
import { relationKinds } from '../core/relation.ts'

/** An id of a node or a map. */
export const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
/** A share of one. */
export const share = z.number().min(0).max(1)
/** A grounded label. */
export const label = z
  .enum(['in', 'out', 'undecided'])
  .describe('The grounded labelling: no open objection, an open objection, contested.')
const body = z.string().describe('The body in Markdown; its links are relative to its file.')

const Step = z.object({ from: id, to: id }).describe('The step from one node to another.')
const Common = {
  id: z.string().describe('`from>to`; of an undercut `from>a>b`.'),
  because: z.string().optional().describe('Why the node bears on its target.'),
  weight: share.describe('How relevant the node is to its target. Not how true it is.'),
  label: label.optional().describe('Of a step: `supports` or `rebuts`.'),
}
/** A relation of the export, in the node that it starts from. */
export const Relation = z.union([
  z.object({
    kind: z.literal('supports'),
    to: id,
    ...Common,
    linked: z.string().optional().describe('Supports with one name count only together.'),
  }),
  z.object({ kind: z.enum(relationKinds).extract(['rebuts', 'refines', 'answers']), to: id, ...Common }),
  z.object({ kind: z.literal('undercuts'), to: Step, ...Common }),
])

const Experiment = z.object({
  id,
  preset: z.string(),
  expect: z.record(z.string(), z.object({ min: z.number().optional(), max: z.number().optional() })),
})

const Withdrawn = z.object({
  on: z.string().describe('The day, `YYYY-MM-DD`.'),
  reason: z.string(),
  see: z.array(id).describe('Nodes that take its place.'),
  mergedInto: id.optional().describe('The node that says what this one said, as its file has it.'),
})

/** A node of the export. */
export const Node = z.object({
  id: id.describe('Permanent and unique.'),
  map: id,
  part: z.string().optional().describe('The part of the map in which it stands.'),
  kind: z.enum(nodeKinds),
  caveat: z.boolean().describe('Whether the essay itself makes this counterargument.'),
  title: z.string(),
  statement: z.string(),
  credence: share.optional().describe('An editor’s base score; 0.5 where absent.'),
  credenceBecause: z.string().optional(),
  label,
  relations: z.array(Relation),
  sources: z.array(
    z.object({ id: z.string(), at: z.string().optional(), quote: z.string().optional() }),
  ),
  experiment: Experiment.optional(),
  withdrawn: Withdrawn.optional().describe('A withdrawn node is kept and counts for nothing.'),
  body,
})

const Map = z.object({
  id,
  title: z.string(),
  question: z.string(),
  thesis: z.string(),
  rival: z.string().optional(),
  source: z.string().optional(),
  parts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      label: z.string(),
      head: z.string(),
      summary: z.string(),
    }),
  ),
  body,
})

const Source = z.object({
  id,
  csl: z.record(z.string(), z.unknown()).describe('CSL-JSON, but for its `id`.'),
  checked: z.object({ how: z.enum(readings), where: z.string() }),
  body,
})

const Outline = z.object({
  map: id,
  title: z.string(),
  source: z.string().optional(),
  paragraphs: z.array(
    z.object({
      heading: z.string(),
      sentences: z.array(
        z.object({ label: z.string(), text: z.string(), carriers: z.array(z.string()) }),
      ),
    }),
  ),
  body,
})

/** The public export, version 1. Later versions may add fields; what is here stays as it is. */
export const exportSchema = z
  .object({
    version: z.literal(1),
    maps: z.array(Map),
    nodes: z.array(Node),
    sources: z.array(Source),
    outlines: z.array(Outline).describe('The assertions of each map’s essay, in order.'),
  })
  .describe('Maps of arguments: nodes, the relations between them and the sources they rest on.')

export type Export = z.infer<typeof exportSchema>

/** The schema of the export as JSON Schema, draft 2020-12. Fields it does not name are allowed. */
export function toJsonSchema(): string {
  const schema = z.toJSONSchema(exportSchema, { io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'Assay export' }, null, 2)}\n`
}

import { z } from 'zod'
import { nodeKinds, readings } from '../../core/document.ts'
import { id, label, Node, Relation, share } from '../json-schema.ts'

const address = z
  .string()
  .describe('Absolute where the host of the site is known, else a path from its root.')
const wordingHash = z.string().regex(/^[0-9a-f]{8}$/)

const Moment = z.object({
  commit: z.string().describe('The full name of a commit.'),
  on: z.iso.datetime().describe('When it came to the published branch.'),
})

const Brief = z
  .object({
    id,
    kind: z.enum(nodeKinds),
    title: z.string(),
    statement: z.string(),
    label,
    withdrawn: z.literal(true).optional(),
    url: address,
    json: address,
  })
  .describe('Another node in brief.')

const Doubt = z.intersection(
  Relation,
  z.object({ from: id, other: Brief.describe('The node that doubts the step.') }),
)

const NodeRelation = z.intersection(
  Relation,
  z.object({
    from: id,
    other: Brief.describe('The other node; of an undercut that goes out, the start of its step.'),
    stepTo: Brief.optional().describe('Of an undercut: the end of its step.'),
    doubts: z.array(Doubt).describe('What undercuts this very step, whether it prevails or not.'),
  }),
)

const Strength = z
  .object({
    value: share.optional().describe('By the default formula; absent where that gives no number.'),
    lowest: share.optional(),
    highest: share.optional(),
    dependsOnFormula: z.boolean().describe('Whether the formulas disagree about the middle, 0.5.'),
  })
  .describe('How a statement fares under four formulas. It is no probability of being true.')

const NodeSource = Node.shape.sources.element.extend({
  url: address,
  csl: z.record(z.string(), z.unknown()).describe('An item of CSL-JSON, its `id` included.'),
  checked: z.object({ how: z.enum(readings), where: z.string() }),
})

const Wording = z.object({
  hash: wordingHash.describe(
    'The first 8 hexadecimal digits of the SHA-256 of the statement in UTF-8, white space as one space and none at its ends.',
  ),
  since: Moment.optional().describe('The commit that brought it, where that is known.'),
})

/** One node with all that is known of it, version 1. Later versions may add fields. */
export const nodeFileSchema = Node.omit({ relations: true, sources: true })
  .extend({
    $schema: address,
    version: z.literal(1),
    url: address.describe('Its page, for ever.'),
    pinned: address.describe('Its page with the present wording pinned: what is to be cited.'),
    forms: z.record(z.string(), address).describe('The same node in other forms.'),
    wording: Wording,
    modified: Moment.optional().describe('The last commit that changed its file or its label.'),
    strength: Strength.optional().describe('Left out for questions and what is withdrawn.'),
    relations: z.array(NodeRelation).describe('What the node bears on.'),
    incoming: z.array(NodeRelation).describe('What bears on the node.'),
    sources: z.array(NodeSource),
    successors: z
      .array(Brief)
      .optional()
      .describe('Of a withdrawn node: the end of its merges first, then what takes its place.'),
  })
  .describe('A node of an argument map and the relations it stands in.')

/** All nodes in brief, version 1. Later versions may add fields. */
export const indexFileSchema = z
  .object({
    $schema: address,
    version: z.literal(1),
    url: address.describe('The site.'),
    modified: Moment.optional().describe('The newest commit that is known.'),
    nodes: z.array(
      z.object({
        id,
        map: id,
        kind: z.enum(nodeKinds),
        title: z.string(),
        statement: z.string(),
        label,
        wording: wordingHash,
        url: address,
        json: address,
        modified: z.iso.datetime().optional(),
        withdrawn: z.literal(true).optional(),
        mergedInto: id.optional(),
      }),
    ),
  })
  .describe('Every node of the site in brief, in order of id, the withdrawn ones included.')

export type NodeFile = z.infer<typeof nodeFileSchema>
export type IndexFile = z.infer<typeof indexFileSchema>
export type NodeBrief = z.infer<typeof Brief>
export type NodeFileRelation = z.infer<typeof NodeRelation>

/** The schemas by the names of their files, which never change what they mean. */
export const machineSchemas = {
  'claim-v1.schema.json': { title: 'Assay node', schema: nodeFileSchema },
  'index-v1.schema.json': { title: 'Assay index of nodes', schema: indexFileSchema },
} as const

export type MachineSchema = keyof typeof machineSchemas

/**
 * A schema as JSON Schema, draft 2020-12, with a line end; `address` is where it stands. Fields it
 * does not name are allowed.
 */
export function toMachineSchema(file: MachineSchema, address: string): string {
  const { title, schema } = machineSchemas[file]
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return `${JSON.stringify({ $schema, $id: address, title, ...rest }, null, 2)}\n`
}

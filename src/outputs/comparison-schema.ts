import { z } from 'zod'
import { longestText, nodeFields, type Comparison, type ListName } from '../analysis/compare/comparison.ts'
import { nodeKinds } from '../core/document.ts'
import { verdictLabels } from '../core/experiment-result.ts'
import { idPattern } from '../core/id.ts'
import { relationKinds } from '../core/relation.ts'

const text = z.string().max(longestText)
const id = z.string().max(64).regex(idPattern)
const word = '[a-z][a-z0-9-]{2,63}'
const edge = z.string().max(200).regex(new RegExp(`^${word}>${word}(?:>${word})?$`))
const nodeOrStep = z.union([id, edge])
const share = z.number().min(0).max(1)
const count = z.int().min(0).max(1e9)
const optional = z.exactOptional

const NodeRef = z.strictObject({ id })
const EdgeRef = z.strictObject({ id: edge, kind: z.enum(relationKinds) })
const Standing = z.strictObject({
  label: z.enum(['in', 'out', 'undecided']),
  strength: optional(share),
  lowest: optional(share),
  highest: optional(share),
})
const Moved = z.strictObject({
  id: nodeOrStep,
  before: optional(Standing),
  after: optional(Standing),
})
const Words = z
  .array(z.strictObject({ is: z.enum(['same', 'added', 'removed']), text }))
  .max(2 * longestText)
const Turn = z.strictObject({ before: text, after: text })
const Amount = z.strictObject({ value: z.number(), halfWidth: optional(z.number()) })
const Problem = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,63}$/),
  severity: z.enum(['error', 'warning', 'info']),
  file: text,
  line: count,
  message: text,
})

function list<Entry extends z.ZodType>(entry: Entry) {
  return z.array(entry).max(200)
}

const Lists = {
  topics: list(
    Moved.extend({ id, map: id, role: z.enum(['thesis', 'rival']), was: optional(id) }),
  ),
  moved: list(Moved),
  added: list(
    NodeRef.extend({
      kind: z.enum(nodeKinds),
      file: text,
      statement: text,
      standing: optional(Standing),
    }),
  ),
  changed: list(
    NodeRef.extend({
      fields: z.array(z.enum(nodeFields)).max(nodeFields.length),
      statement: optional(Words),
      title: optional(Turn),
      kind: optional(Turn),
      credence: optional(z.strictObject({ before: optional(share), after: optional(share) })),
      body: optional(z.strictObject({ added: count, removed: count })),
    }),
  ),
  withdrawn: list(
    NodeRef.extend({ reason: text, see: z.array(id).max(10), mergedInto: optional(id) }),
  ),
  resurrected: list(NodeRef),
  removed: list(NodeRef.extend({ file: text })),
  edgesAdded: list(EdgeRef),
  edgesChanged: list(
    EdgeRef.extend({
      was: optional(z.enum(relationKinds)),
      because: optional(Words),
      weight: optional(z.strictObject({ before: share, after: share })),
      linked: optional(z.literal(true)),
    }),
  ),
  edgesRemoved: list(EdgeRef),
  unanswered: list(NodeRef.extend({ isNew: z.boolean() })),
  answered: list(NodeRef),
  suspect: list(EdgeRef),
  alike: list(NodeRef.extend({ other: id, kind: z.enum(['same', 'opposite']), score: share })),
  domains: list(z.strictObject({ host: text, file: text })),
  measures: list(
    z.strictObject({
      file: text,
      name: text,
      before: optional(Amount),
      after: optional(Amount),
      isByHand: z.boolean(),
    }),
  ),
  verdicts: list(
    z.strictObject({ file: text, before: z.enum(verdictLabels), after: z.enum(verdictLabels) }),
  ),
  figures: list(Turn.extend({ file: text, result: text, pointer: text })),
  files: list(z.strictObject({ file: text, is: z.enum(['added', 'changed', 'removed']) })),
  problemsNew: list(Problem),
  problemsFixed: list(Problem),
  unreadBefore: list(text),
  unreadAfter: list(text),
}

/** The lists of a comparison. */
export const lists = Object.keys(Lists) as ListName[]

const Drawing = z.strictObject({
  nodes: z
    .array(
      NodeRef.extend({
        kind: z.enum(nodeKinds),
        caveat: z.boolean(),
        mark: optional(z.enum(['new', 'changed', 'withdrawn', 'removed'])),
      }),
    )
    .max(60),
  edges: z.array(EdgeRef.extend({ linked: optional(text) })).max(1000),
  leftOut: count,
})

/** What a comparison has to be, with bounds for everything that a stranger may have written. */
export const Shape = z.strictObject({
  ...Lists,
  titles: z.record(id, text).refine((titles) => Object.keys(titles).length <= 10_000),
  drawing: Drawing,
  leftOut: optional(
    z.partialRecord(z.enum(lists as [ListName, ...ListName[]]), count),
  ),
}) satisfies z.ZodType<Comparison>

import { z } from 'zod'
import { nodeKinds } from '../../core/document.ts'
import { Day, Id, Share, Title, line, text } from './common.ts'

const Because = text('a sentence that says why it bears on its target', 500).meta({
  description: 'Why this node bears on that target, in one sentence.',
})
const Weight = Share.meta({
  description:
    'How relevant this node is to its target, 0 to 1; 1 where nothing is said. Not how true it is.',
})

const expectedTarget = 'an id, or `to` with an id and `because`'
const Target = z.union(
  [Id, z.strictObject({ to: Id, because: Because.optional(), weight: Weight.optional() })],
  { error: expectedTarget },
)
const SupportTarget = z.union(
  [
    Id,
    z.strictObject({
      to: Id,
      because: Because.optional(),
      weight: Weight.optional(),
      linked: Id.meta({
        description: 'A name shared by premises that support one target only together.',
      }).optional(),
    }),
  ],
  { error: expectedTarget },
)
const StepTarget = z.strictObject(
  { from: Id, to: Id, because: Because.optional(), weight: Weight.optional() },
  { error: 'a step with `from` and `to`' },
)

const targets = { error: 'a list of ids, each between brackets or after `- `' }
const SourceItem = z.union(
  [
    Id,
    z.strictObject({
      id: Id,
      at: line('a page, section or table of the source', 120)
        .meta({ description: 'Where in the source: a page, a section, a table.' })
        .optional(),
      quote: text('words of the source', 600).meta({
        description: 'A short quotation.',
      }).optional(),
    }),
  ],
  { error: 'an id, or `id` with `at`' },
)

const bound = z.number({ error: 'a number' })
const Bounds = z
  .strictObject(
    { min: bound.optional(), max: bound.optional() },
    { error: 'bounds such as `{ min: 0.9 }`' },
  )
  .refine(({ min, max }) => min !== undefined || max !== undefined, { error: '`min` or `max`' })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    error: 'a `min` that is not above `max`',
  })

const ExperimentFields = z.strictObject(
  {
    id: Id.meta({ description: 'The id of an experiment of this site.' }),
    preset: line('the name of a preset', 64)
      .meta({ description: 'The settings of the run; `published` where nothing is said.' })
      .optional(),
    expect: z
      .record(
        z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, { error: 'the name of a measure' }),
        Bounds,
        { error: 'measures with bounds' },
      )
      .meta({ description: 'What the run must show: bounds by the name of a measure.' })
      .optional(),
  },
  { error: 'an experiment with `id`' },
)

const WithdrawnFields = z.strictObject(
  {
    on: Day.meta({ description: 'The day it was withdrawn.' }),
    reason: text('a sentence that says why it was withdrawn', 500).meta({
      description: 'Why it was withdrawn, for readers who followed a link to it.',
    }),
    see: z.array(Id, targets).meta({ description: 'Nodes that take its place.' }).optional(),
    'merged-into': Id.meta({
      description: 'The node that says what this one said: its address leads there.',
    }).optional(),
  },
  { error: '`on` with a date and `reason`' },
)

/** Front matter of a node. */
export const NodeFields = z
  .strictObject({
    kind: z
      .enum(nodeKinds, { error: `one of ${nodeKinds.map((kind) => `\`${kind}\``).join(', ')}` })
      .meta({
        description:
          'A claim is held to be true, evidence can be checked, a counterargument is a reason to doubt, a question is open.',
      }),
    title: Title,
    statement: line('one sentence', 240).meta({
      description:
        'One declarative sentence of at most 240 characters; of a question, the question.',
    }),
    part: Id.meta({
      description:
        'The part of the map it belongs to, where that is not the part of what it bears on.',
    }).optional(),
    caveat: z
      .boolean({ error: '`true` or `false`' })
      .meta({ description: 'Whether the essay itself makes this counterargument.' })
      .optional(),
    credence: Share.meta({
      description: 'An editor’s base score, 0 to 1; 0.5 where nothing is said.',
    }).optional(),
    'credence-because': text('a sentence that says why', 500)
      .meta({ description: 'Why the credence is what it is.' })
      .optional(),
    supports: z
      .array(SupportTarget, targets)
      .meta({ description: 'Nodes that this one is a reason to accept.' })
      .optional(),
    rebuts: z
      .array(Target, targets)
      .meta({ description: 'Nodes that this one is a reason to reject.' })
      .optional(),
    undercuts: z
      .array(StepTarget, { error: 'a list of steps with `from` and `to`' })
      .meta({ description: 'Steps from one node to another that this one is a reason to doubt.' })
      .optional(),
    refines: z
      .array(Target, targets)
      .meta({ description: 'Nodes that this one says more narrowly; never counted.' })
      .optional(),
    answers: z
      .array(Target, targets)
      .meta({ description: 'Questions that this node answers.' })
      .optional(),
    sources: z
      .array(SourceItem, { error: 'a list of ids of sources' })
      .meta({ description: 'The sources it rests on.' })
      .optional(),
    experiment: ExperimentFields.meta({
      description: 'The run of an experiment that this evidence rests on.',
    }).optional(),
    withdrawn: WithdrawnFields.meta({
      description: 'Says that the node no longer stands; its page stays as an explanation.',
    }).optional(),
  })
export type NodeFields = z.infer<typeof NodeFields>

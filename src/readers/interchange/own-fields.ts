import { NodeFields } from '../schemas/node.ts'
import type { OwnFields } from './material.ts'

const shape = NodeFields.shape
const read = {
  kind: shape.kind,
  title: shape.title,
  part: shape.part,
  caveat: shape.caveat,
  credence: shape.credence,
  'credence-because': shape['credence-because'],
  sources: shape.sources,
  experiment: shape.experiment,
} as const

/** Relations as our own exports write them beside what the format has. */
const relations = {
  supports: shape.supports,
  rebuts: shape.rebuts,
  undercuts: shape.undercuts,
  refines: shape.refines,
  answers: shape.answers,
} as const
const ofRelation = { because: shape['credence-because'], weight: shape.credence } as const

export type OwnRelations = Pick<NodeFields, keyof typeof relations>

/** The own value of a name of an object, else undefined; never what it inherits. */
export function ownValue(record: unknown, name: string): unknown {
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, name)) return undefined
  return (record as Record<string, unknown>)[name]
}

/** The fields of ours that a record of another format has, where they are as we write them. */
export function ownFields(record: unknown): Partial<OwnFields> {
  return pick(record, read) as Partial<OwnFields>
}

/** The relations that a record says in our own way. */
export function ownRelations(record: unknown): Partial<OwnRelations> {
  return pick(record, relations) as Partial<OwnRelations>
}

/** Why and how much, where a record says it in our own way. */
export function ownBearing(record: unknown): { because?: string; weight?: number } {
  return pick(record, ofRelation) as { because?: string; weight?: number }
}

function pick(
  record: unknown,
  schemas: Readonly<Record<string, { safeParse(value: unknown): { success: boolean; data?: unknown } }>>,
): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(schemas)) {
    const value = ownValue(record, name)
    if (value === undefined) continue
    const checked = schema.safeParse(value)
    if (checked.success) found[name] = checked.data
  }
  return found
}

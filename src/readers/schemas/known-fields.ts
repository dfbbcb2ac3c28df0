import { z } from 'zod'

/** The names of the fields that a schema knows at a path, in the order they are declared. */
export function knownFields(schema: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  let schemas: z.core.$ZodType[] = unwrap(schema)
  for (const step of path) schemas = schemas.flatMap((each) => inner(each, step)).flatMap(unwrap)
  return schemas.flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : []))
}

function inner(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element]
  if (schema instanceof z.ZodRecord) return [schema.valueType]
  if (schema instanceof z.ZodObject) {
    const field: z.core.$ZodType | undefined = schema.shape[step]
    return field === undefined ? [] : [field]
  }
  return []
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap)
  return [schema]
}

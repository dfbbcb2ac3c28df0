import { toJsonSchema } from '../../outputs/json-schema.ts'

/** The JSON Schema of the export. */
export function GET(): Response {
  return new Response(toJsonSchema(), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  })
}

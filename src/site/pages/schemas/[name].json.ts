import type { APIRoute } from 'astro'
import { schemaTypes, toEditorSchema } from '../../../outputs/editor-schemas.ts'

export function getStaticPaths() {
  return schemaTypes.map((type) => ({ params: { name: `${type}.schema` }, props: { type } }))
}

/** The JSON Schema of the front matter of a type of document, for editors. */
export const GET: APIRoute<{ type: (typeof schemaTypes)[number] }> = ({ props }) =>
  new Response(toEditorSchema(props.type), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  })

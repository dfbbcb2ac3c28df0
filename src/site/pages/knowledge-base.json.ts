import { toJson } from '../../outputs/json.ts'
import { siteContent } from '../content.ts'

/** The whole knowledge base for machines. */
export function GET(): Response {
  return new Response(toJson(siteContent().written), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}

import { toMachineSchema } from '../../../outputs/machine/node-schema.ts'
import { addresses } from '../../model/machine.ts'

const file = 'claim-v1.schema.json'

/** The JSON Schema of `/c/<id>.json`. */
export function GET(): Response {
  return new Response(toMachineSchema(file, addresses.schema(file)), {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  })
}

import { indexFileText, toIndexFile } from '../../../outputs/machine/node-file.ts'
import { siteHistory } from '../../model/history.ts'
import { machineContent } from '../../model/machine.ts'

/** Every node in brief. */
export function GET(): Response {
  return new Response(indexFileText(toIndexFile(machineContent(), siteHistory().head)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}

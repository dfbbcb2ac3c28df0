import type { APIContext } from 'astro'
import type { NodeId } from '../../../core/id.ts'
import { nodeFileText, toNodeFile } from '../../../outputs/machine/node-file.ts'
import { machineContent } from '../../model/machine.ts'

/** One file for each node. */
export function getStaticPaths() {
  return [...machineContent().kb.graph.nodes.keys()].map((id) => ({ params: { id } }))
}

/** A node with all that is known of it, as JSON. */
export function GET({ params }: APIContext): Response {
  const content = machineContent()
  const node = content.kb.graph.nodes.get(params['id'] as NodeId)
  if (node === undefined) return new Response(null, { status: 404 })
  return new Response(nodeFileText(toNodeFile(node, content)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}

import type { APIContext } from 'astro'
import type { NodeId } from '../../../core/id.ts'
import { toNodeFile } from '../../../outputs/machine/node-file.ts'
import { toNodeMarkdown } from '../../../outputs/machine/node-markdown.ts'
import { machineContent } from '../../model/machine.ts'
import { nodeFilePaths, nodeFileResponse } from '../../model/node-files.ts'

export const getStaticPaths = nodeFilePaths

/** A node as Markdown, for notes and for language models. */
export function GET({ params }: APIContext): Response {
  const content = machineContent()
  const node = content.kb.graph.nodes.get(params['id'] as NodeId)
  if (node === undefined) return new Response(null, { status: 404 })
  return nodeFileResponse('md', toNodeMarkdown(node, toNodeFile(node, content), content))
}

import type { APIRoute } from 'astro'
import type { NodeId } from '../../core/id.ts'
import type { CitedNode } from '../../outputs/cite/cited-node.ts'
import { siteContent } from '../content.ts'
import { citedNode } from './cited.ts'

/** The forms of a node that are files named after it, what each is, and its media type. */
export const nodeFiles = {
  json: { is: 'the statement and its relations', type: 'application/json' },
  md: { is: 'the same as Markdown', type: 'text/markdown' },
  bib: { is: 'BibTeX', type: 'application/x-bibtex' },
  ris: { is: 'RIS', type: 'application/x-research-info-systems' },
  'csl.json': { is: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
} as const
export type NodeFileForm = keyof typeof nodeFiles

/** Their names, in the order in which they are listed. */
export const nodeFileForms = Object.keys(nodeFiles) as readonly NodeFileForm[]

/** A text in one of the forms, as it is served. */
export function nodeFileResponse(form: NodeFileForm, text: string): Response {
  return new Response(text, {
    headers: { 'Content-Type': `${nodeFiles[form].type}; charset=utf-8` },
  })
}

/** A path for each node, for the files named after it. */
export function nodeFilePaths() {
  return [...siteContent().written.graph.nodes.keys()].map((id) => ({ params: { id } }))
}

/** Serves the present wording of a node as `write` cites it. */
export function citedAs(form: NodeFileForm, write: (node: CitedNode) => string): APIRoute {
  return ({ params }) => nodeFileResponse(form, write(citedNode(params['id'] as NodeId)))
}

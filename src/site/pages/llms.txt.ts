import type { APIRoute } from 'astro'
import { toLlmsText } from '../../outputs/machine/llms-text.ts'
import { machineContent } from '../model/machine.ts'
import { dataFiles, optionalFiles } from '../model/machine-files.ts'
import { readingOrder } from '../model/order.ts'

/** The site for language models: what it is, and where everything is as Markdown. */
export const GET: APIRoute = () => {
  const content = machineContent()
  const text = toLlmsText(content, readingOrder(content.kb), dataFiles(), optionalFiles())
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })
}

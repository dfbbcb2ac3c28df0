import type { APIRoute } from 'astro'
import { siteIndex } from '../../search/site-index.ts'

interface Props {
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Every file of the index and of what searches it. */
export async function getStaticPaths() {
  return [...(await siteIndex())].map(([file, bytes]) => ({ params: { file }, props: { bytes } }))
}

/** A file of the search, fetched by the page of the search alone. */
export const GET: APIRoute<Props> = ({ params, props }) => {
  const type = params['file']?.endsWith('.js') ? 'text/javascript' : 'application/octet-stream'
  return new Response(props.bytes, { headers: { 'Content-Type': type } })
}

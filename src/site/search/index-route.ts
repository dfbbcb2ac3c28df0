import type { APIRoute, GetStaticPathsResult } from 'astro'
import { siteIndex } from './site-index.ts'

interface IndexRoute {
  getStaticPaths(): Promise<GetStaticPathsResult>
  readonly GET: APIRoute
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
}

/**
 * The route of the files of the index whose names end alike, `[name].<end>` in a folder of the index
 * or, with an empty one, at its top. In development Astro wants a slash after addresses whose route
 * does not end so.
 */
export function indexRoute(folder: string, end: string): IndexRoute {
  const start = folder === '' ? '' : `${folder}/`
  const nameOf = (path: string): string | undefined => {
    const name = path.startsWith(start) ? path.slice(start.length, -end.length - 1) : ''
    return path.endsWith(`.${end}`) && name !== '' && !name.includes('/') ? name : undefined
  }
  return {
    async getStaticPaths() {
      const names = [...(await siteIndex()).keys()].map(nameOf)
      return names.flatMap((name) => (name === undefined ? [] : [{ params: { name } }]))
    },
    async GET({ params }) {
      const bytes = (await siteIndex()).get(`${start}${params['name']}.${end}`)
      const type = types[end] ?? 'application/octet-stream'
      return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': type } })
    },
  }
}

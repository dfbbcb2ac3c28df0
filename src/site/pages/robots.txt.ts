import type { APIRoute } from 'astro'
import { toRobots } from '../../outputs/machine/host-files.ts'
import { absolute, isPublished, url } from '../urls.ts'

/** What robots may read; it names the sitemap where there is one. */
export const GET: APIRoute = () =>
  new Response(toRobots(isPublished ? absolute(url('/sitemap.xml')) : undefined), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

import type { APIRoute } from 'astro'
import { toSitemap } from '../../outputs/machine/sitemap.ts'
import { sitemapPages } from '../model/sitemap-pages.ts'
import { isPublished } from '../urls.ts'

/** The sitemap, only where the host is known. */
export function getStaticPaths() {
  return isPublished ? [{ params: { sitemap: 'sitemap' } }] : []
}

/** It. */
export const GET: APIRoute = async () =>
  new Response(await toSitemap(await sitemapPages()), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })

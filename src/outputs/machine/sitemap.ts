import { SitemapStream, streamToPromise } from 'sitemap'
import { byText } from '../../graph/by-text.ts'

/** A page for readers: its absolute address, and when what it shows changed, if that is known. */
export interface SitemapPage {
  readonly address: string
  readonly modified?: string | undefined
}

/**
 * The pages as a sitemap of sitemaps.org, sorted by address, with a line end.
 *
 * @throws RangeError when there is no page, or more than the 50,000 that a sitemap may have.
 */
export async function toSitemap(pages: readonly SitemapPage[]): Promise<string> {
  if (pages.length === 0 || pages.length > 50_000) {
    throw new RangeError(`Expected \`pages\` to be 1 to 50,000: ${String(pages.length)}`)
  }
  const stream = new SitemapStream({
    xmlns: { news: false, xhtml: false, image: false, video: false },
  })
  const written = streamToPromise(stream)
  for (const { address, modified } of pages.toSorted((a, b) => byText(a.address, b.address))) {
    stream.write({ url: address, ...(modified === undefined ? {} : { lastmod: modified }) })
  }
  stream.end()
  return `${(await written).toString()}\n`
}

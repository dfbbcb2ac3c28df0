/** `robots.txt`: everything may be read; `sitemap` is its absolute address, where that is known. */
export function toRobots(sitemap: string | undefined): string {
  const rules = 'User-agent: *\nAllow: /\n'
  return sitemap === undefined ? rules : `${rules}\nSitemap: ${sitemap}\n`
}

const anyOrigin = 'Access-Control-Allow-Origin: *'

/**
 * `_headers` for Netlify and Cloudflare. Pages of any site may read what is for machines; nothing is
 * said of frames, so that `/embed/` works in them. `base` is the path of the site without a slash at
 * its end; `typed` are files, by their paths, whose media type a host cannot tell by their names.
 */
export function toHostHeaders(base: string, typed: ReadonlyMap<string, string>): string {
  const open = [
    '/c/*',
    '/feeds/*',
    '/maps/*',
    '/experiments/*',
    '/schemas/*',
    '/embed/*',
    '/knowledge-base.json',
    '/knowledge-base.schema.json',
    '/llms.txt',
    '/card.png',
    '/assay-card.js',
  ]
  const rules = [
    ['/*', ['X-Content-Type-Options: nosniff', 'Referrer-Policy: no-referrer']] as const,
    ...open.map((path) => [path, [anyOrigin]] as const),
  ].map(([path, headers]) => rule(base + path, headers))
  const types = [...typed].map(([path, type]) =>
    rule(path, [`Content-Type: ${type}; charset=utf-8`]),
  )
  return [...rules, ...types].join('\n')
}

function rule(path: string, headers: readonly string[]): string {
  return `${[path, ...headers.map((header) => `  ${header}`)].join('\n')}\n`
}

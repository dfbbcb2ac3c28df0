/**
 * Where the site is published: `https://example.org/assay`, or its path alone where the host is not
 * known. No slash at the end, so that a path of the site can follow.
 *
 * @throws RangeError when `site` is not an address of the web.
 */
export function siteAddress(options: {
  /** The host: `https://example.org`. */
  readonly site?: string | undefined
  /** The path under which the site stands: `/assay/`. */
  readonly base?: string | undefined
}): string {
  const parts = (options.base ?? '').split('/').filter((part) => part !== '')
  const path = parts.map((part) => `/${part}`).join('')
  if (options.site === undefined || options.site === '') return path
  const url = URL.parse(options.site)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new RangeError(`Expected \`site\` to be an address of the web, got \`${options.site}\``)
  }
  return url.origin + path
}

/** A link of a page or of a drawing in it. */
export type NodeLink = HTMLAnchorElement | SVGAElement

const folder = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/c/`

/** Where a link leads; of one that cannot be read the parts are empty. */
function placeOf({ href }: NodeLink): HTMLAnchorElement {
  const address = typeof href === 'string' ? href : href.baseVal
  return Object.assign(document.createElement('a'), { href: address })
}

/** The path of the page that a link leads to. */
export function pathOf(link: NodeLink): string {
  return placeOf(link).pathname
}

/**
 * The link around `target`, if it leads to the page of a node, `/c/<id>/` below the base path of
 * the site, or to a place in it; not to the page that it stands on, and not if the link cannot be seen.
 */
export function linkToNode(target: EventTarget | null): NodeLink | undefined {
  const link = target instanceof Element && target.closest<NodeLink>('a[*|href]:not(.sr-only)')
  if (!link) return undefined
  const { origin, pathname } = placeOf(link)
  const isNode = pathname.startsWith(folder) && /^[^/]+\/$/.test(pathname.slice(folder.length))
  return isNode && origin === location.origin && pathname !== location.pathname ? link : undefined
}

import { successorsOf } from '../analysis/successors.ts'
import type { ArgumentNode } from '../core/document.ts'
import type { NodeId } from '../core/id.ts'

/**
 * The fragment, without `#`, or the query, without `?`, by which the page of a node is told which
 * merged node a reader comes from: `from=<id>`. An element of that page has it for its id.
 */
export function arrivalOf(id: string): string {
  return `from=${id}`
}

/**
 * `_redirects` for Netlify and Cloudflare Pages: a line for each merged node, from its address to
 * the end of its merges, in order of id; empty where nothing was merged. `urlOf` gives the path of
 * a node's page with the base path. What a reader comes from stands in the query, so that browsers
 * keep the fragment of the link, which may mean a wording. Where a host prefers files (Netlify) or
 * reads none of this (GitHub Pages), the page of the merged node does the same.
 */
export function toRedirects(
  nodes: ReadonlyMap<NodeId, ArgumentNode>,
  urlOf: (id: string) => string,
): string {
  return [...nodes.keys()]
    .map((id) => ({ id, to: successorsOf(nodes, id).merged }))
    .flatMap(({ id, to }) =>
      to === undefined ? [] : [`${urlOf(id)} ${urlOf(to)}?${arrivalOf(id)} 301\n`],
    )
    .join('')
}

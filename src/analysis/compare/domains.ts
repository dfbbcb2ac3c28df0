import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { outsideLinks } from '../outside-links.ts'
import { cutText, type NewDomain } from './comparison.ts'

/** Hosts that pages lead to and did not before, each with the first file that names it. */
export function findDomains(before: KnowledgeBase, after: KnowledgeBase): readonly NewDomain[] {
  const known = new Set(outsideLinks(before).map(({ host }) => host))
  const found = new Map<string, NewDomain>()
  for (const { host, place } of outsideLinks(after)) {
    if (known.has(host) || found.has(host)) continue
    found.set(host, { host: cutText(host), file: cutText(place.file) })
  }
  return [...found.values()]
}

import { visible } from '../core/catalogue/entry.ts'
import type { Place } from '../core/place.ts'
import { toMarkdownText } from './markdown-text.ts'

/** An address of the web after somebody knocked at it. */
export interface CheckedLink {
  readonly url: string
  /** `unknown`: the host keeps robots out, so that it says nothing about the page. */
  readonly state: 'good' | 'broken' | 'unknown'
  /** What it answered, in a few words. */
  readonly reason: string
  /** Where it is written, in reading order. */
  readonly places: readonly Place[]
}

/** The first line of the issue about broken links. */
export const linksMarker = '<!-- assay-links -->'

/** The report for a terminal: what is broken, what could not be told, and how many were looked at. */
export function toLinkText(links: readonly CheckedLink[]): string {
  const lines = (['broken', 'unknown'] as const).flatMap((state) =>
    links
      .filter((link) => link.state === state)
      .flatMap(({ url, reason, places }) => [
        `${state === 'broken' ? 'Broken' : 'Could not be checked'}: ${visible(url)} (${reason})`,
        ...places.map(({ file, start }) => `  ${visible(file)}:${String(start.line)}`),
      ]),
  )
  return [...lines, summary(links), ''].join('\n')
}

/**
 * The report as the text of an issue, at most 60,000 characters. `site` is the address of the site.
 */
export function toLinkMarkdown(links: readonly CheckedLink[], site: string): string {
  const head = [linksMarker, toMarkdownText(summary(links)), '']
  const broken = itemsOf(links, 'broken', site)
  const unknown = itemsOf(links, 'unknown', site)
  const lines = [
    ...(broken.length === 0 ? [] : ['### Broken', '', ...broken, '']),
    ...(unknown.length === 0 ? [] : ['### Could not be checked', '', ...unknown, '']),
  ]
  return [...head, ...withinLength(lines, 58_000)].join('\n')
}

function itemsOf(
  links: readonly CheckedLink[],
  state: CheckedLink['state'],
  site: string,
): string[] {
  return links
    .filter((link) => link.state === state)
    .map(({ url, reason, places }) => {
      const where = places.map(({ file, start }) => {
        const page = pageOf(file, site)
        const name = `${toMarkdownText(`\`${file}\``)}, line ${String(start.line)}`
        return page === undefined ? name : `${name} ([page](${page}))`
      })
      return `- ${toMarkdownText(`\`${url}\``)}, ${toMarkdownText(reason)}: ${where.join('; ')}`
    })
}

function pageOf(file: string, site: string): string | undefined {
  const [, folder, id] = /^content\/([a-z0-9-]+)\/([a-z0-9-]+)\.md$/.exec(file) ?? []
  if (folder === undefined || id === undefined || site === '') return undefined
  if (folder === 'sources') return `${site}/sources/${id}/`
  if (id === 'index') return `${site}/maps/${folder}/`
  return id === 'outline' ? `${site}/essay/` : `${site}/c/${id}/`
}

function withinLength(lines: readonly string[], most: number): string[] {
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    length += line.length + 1
    if (length > most) return [...kept, '- …', '']
    kept.push(line)
  }
  return kept
}

function summary(links: readonly CheckedLink[]): string {
  const count = (state: CheckedLink['state']) =>
    String(links.filter((link) => link.state === state).length)
  return `${count('good')} of ${String(links.length)} addresses answer, ${count('broken')} are broken, ${count('unknown')} could not be checked.`
}

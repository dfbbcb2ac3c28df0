import type { Source } from '../core/document.ts'

/** What tells one work from another. */
export interface Work {
  readonly title: string
  readonly issued: string | number
  readonly DOI?: string | undefined
  readonly number?: string | number | undefined
}

/**
 * The first source that is the same work: of the same DOI, the same number in arXiv, or of the same
 * title in the same year, whatever the case and the signs in it.
 */
export function findSameSource(sources: Iterable<Source>, work: Work): Source | undefined {
  const doi = work.DOI?.toLowerCase()
  const arxiv = arxivOf(work.number)
  const title = plain(work.title)
  const year = Number(String(work.issued).slice(0, 4))
  return [...sources].find(
    ({ csl, doi: known }) =>
      (doi !== undefined && known?.toLowerCase() === doi) ||
      (arxiv !== undefined && arxivOf(csl['number']) === arxiv) ||
      (plain(csl.title) === title && csl.issued['date-parts'][0]?.[0] === year),
  )
}

function arxivOf(number: unknown): string | undefined {
  const found = /^arxiv:\s*(\S+?)(?:v\d+)?$/i.exec(typeof number === 'string' ? number : '')
  return found?.[1]?.toLowerCase()
}

function plain(title: string): string {
  return title.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

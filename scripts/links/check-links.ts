import fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LinkChecker, LinkState, type LinkResult } from 'linkinator'
import type { OutsideLink } from '../../src/analysis/outside-links.ts'
import type { Place } from '../../src/core/place.ts'
import type { CheckedLink } from '../../src/outputs/link-report.ts'

/** How patient the check is. */
export interface Patience {
  /** Milliseconds until an answer. */
  readonly timeout: number
  /** How often one who fails, and does not refuse, is asked again. */
  readonly retries: number
}

const atOnce = 6

/**
 * Asks for every address once, whatever its fragment and however often it is written, in order of
 * address. The network is touched here.
 */
export async function checkLinks(
  links: readonly OutsideLink[],
  { timeout, retries }: Patience,
): Promise<readonly CheckedLink[]> {
  const places = new Map<string, Place[]>()
  for (const { url, place } of links) {
    const known = places.get(withoutFragment(url))
    if (known === undefined) places.set(withoutFragment(url), [place])
    else known.push(place)
  }
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'assay-links-'))
  try {
    await fs.writeFile(path.join(folder, 'index.html'), toPage(places.keys()))
    const checker = new LinkChecker()
    const { links: found } = await checker.check({
      ...{ path: folder, recurse: false, concurrency: atOnce, timeout },
      // It counts from the second time on.
      ...{ retryErrors: retries > 0, retryErrorsCount: retries - 1, retryErrorsJitter: 500 },
    })
    // The page itself is among them, as a folder.
    const results = new Map(
      found
        .filter(({ url }) => URL.canParse(url))
        .map((result) => [withoutFragment(result.url), result]),
    )
    return [...places]
      .map(([url, where]) => judge(url, results.get(url), where))
      .sort((a, b) => (a.url < b.url ? -1 : 1))
  } finally {
    await fs.rm(folder, { recursive: true })
  }
}

function withoutFragment(url: string): string {
  const address = new URL(url)
  address.hash = ''
  return address.href
}

function toPage(urls: Iterable<string>): string {
  const anchors = [...urls].map((url) => {
    const escaped = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
    return `<a href="${escaped}"></a>`
  })
  return `<!doctype html><title>Links</title>${anchors.join('\n')}`
}

// Answers to a robot that say nothing about what a person would see.
const refusals: ReadonlySet<number> = new Set([401, 403, 405, 406, 429, 451, 999])

function judge(url: string, result: LinkResult | undefined, places: readonly Place[]): CheckedLink {
  if (result === undefined) return { url, state: 'unknown', reason: 'not asked for', places }
  const { status = 0, state } = result
  if (state === LinkState.OK) return { url, state: 'good', reason: String(status), places }
  if (state === LinkState.SKIPPED || refusals.has(status)) {
    return { url, state: 'unknown', reason: `answers a robot with ${String(status)}`, places }
  }
  const reason = status === 0 ? `no answer${causeOf(result)}` : `answers with ${String(status)}`
  return { url, state: 'broken', reason, places }
}

function causeOf({ failureDetails = [] }: LinkResult): string {
  for (const failure of failureDetails) {
    if (!(failure instanceof Error)) continue
    if (failure.name === 'TimeoutError' || failure.name === 'AbortError') return ' in time'
    const { cause } = failure
    if (cause instanceof Error && 'code' in cause && /^\w+$/.test(String(cause.code))) {
      return `: ${String(cause.code)}`
    }
  }
  return ''
}

import lighthouse from 'lighthouse'
import { withPackedSite } from './reading-browser.ts'
import { pagesOfAllKinds } from './reading-pages.ts'
import { targetTable, toTable } from './table.ts'

const judged = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof judged)[number]

/** What Lighthouse thinks of a page: scores from 0 to 100, and what it would have otherwise. */
export interface Judgement {
  readonly path: string
  readonly scores: Readonly<Partial<Record<Category, number>>>
  /** Each audit of these categories that was not passed, with the first elements it names. */
  readonly faults: readonly string[]
}

/**
 * Lets Lighthouse judge pages of a built site, as a middling phone on slow 4G, which it simulates; it
 * sends no report to anybody.
 *
 * @throws Error where there is no Chromium, or a page cannot be judged.
 */
export async function judgePages(
  out: string,
  pages: readonly string[],
  categories: readonly Category[] = judged,
): Promise<readonly Judgement[]> {
  return withPackedSite(out, async ({ port, url }) => {
    const judgements: Judgement[] = []
    for (const page of pages) judgements.push(await judge(port, url, page, categories))
    return judgements
  })
}

async function judge(
  port: number,
  url: string,
  path: string,
  categories: readonly Category[],
): Promise<Judgement> {
  const paced = categories.includes('performance')
  const result = await lighthouse(url + path, {
    port,
    logLevel: 'silent',
    output: 'json',
    onlyCategories: [...categories],
    disableFullPageScreenshot: true,
    ...(paced ? {} : { throttlingMethod: 'provided' as const }),
  })
  const report = result?.lhr
  if (report === undefined || report.runtimeError !== undefined) {
    throw new Error(`Lighthouse could not judge /${path}: ${report?.runtimeError?.message ?? ''}`)
  }
  const scores = categories.map((name) => [name, 100 * (report.categories[name]?.score ?? NaN)])
  const counted = categories
    .flatMap((name) => report.categories[name]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => report.audits[id])
  const faults = counted.flatMap((audit) =>
    audit?.score === undefined || audit.score === null || audit.score >= 0.9
      ? []
      : [[audit.id, audit.displayValue ?? '', ...elementsOf(audit.details)].join(' ').trim()],
  )
  return { path, scores: Object.fromEntries(scores) as Judgement['scores'], faults }
}

/** The first elements that an audit names; other things it lists are told as they are. */
function elementsOf(details: unknown): readonly string[] {
  const { items = [] } = (details ?? {}) as { items?: readonly Record<string, unknown>[] }
  return items.slice(0, 3).map((item) => {
    const { snippet } = (item['node'] ?? {}) as { snippet?: string }
    return snippet ?? JSON.stringify(item).slice(0, 200)
  })
}

/** Judges one page of every kind and tells the scores, what is asked, and each fault. */
export async function tellLighthouse(out: string): Promise<string> {
  const judgements = await judgePages(out, pagesOfAllKinds(out))
  const rows = judgements.map(({ path, scores }) => [
    `/${path}`,
    ...judged.map((name) => String(Math.round(scores[name] ?? NaN))),
  ])
  const least = (name: Category) => Math.min(...judgements.map(({ scores }) => scores[name] ?? 0))
  const targets = targetTable('every kind of page', [
    ...judged.slice(1).map((name) => {
      const score = least(name)
      return [`${name} 100`, score.toFixed(0), score === 100] as const
    }),
    ['performance at least 98', least('performance').toFixed(0), least('performance') >= 98],
  ])
  const faults = judgements.flatMap(({ path, faults }) => faults.map((fault) => `/${path}: ${fault}`))
  const table = toTable([['Lighthouse', ...judged], ...rows])
  return [table, targets, ...(faults.length === 0 ? [] : [faults.join('\n')])].join('\n\n')
}

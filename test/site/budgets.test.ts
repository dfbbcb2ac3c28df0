import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import {
  attribute,
  elements,
  fileAt,
  named,
  pagesOf,
  rootBuild,
  textOf,
  type Element,
  type Page,
} from './built.ts'

const kB = 1000
const pages = pagesOf(rootBuild)
const ordinary = pages.filter((page) => !page.file.startsWith('experiments/'))
/** The script of every page that is no card for a frame. */
const everywhere = pages
  .filter(({ file }) => !file.startsWith('embed/'))
  .map((page) => new Set(scriptFiles(page)))
  .reduce((common, files) => common.intersection(files))

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length
}

/** The pages that are over a budget, the heaviest first. */
function over(
  checked: readonly Page[],
  budget: number,
  weigh: (page: Page) => number,
): readonly string[] {
  return checked
    .map((page) => ({ page: page.path, bytes: weigh(page) }))
    .filter(({ bytes }) => bytes > budget)
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ page, bytes }) => `${page}: ${bytes} bytes`)
}

describe('budgets, gzip', () => {
  it('keeps the HTML of a node page, without its figures, to 12 kB', () => {
    const nodes = pages.filter((page) => page.file.startsWith('c/'))
    expect(over(nodes, 12 * kB, (page) => gzipped(withoutDiagrams(page.html)))).toEqual([])
  })

  it('keeps the CSS of a page to 14 kB', () => {
    const heavy = over(ordinary, 14 * kB, ({ document }) => {
      const linked = named(document, 'link').filter(
        (link) => attribute(link, 'rel') === 'stylesheet',
      )
      const outside = linked.map((link) => gzipped(fileText(attribute(link, 'href') ?? '')))
      const inside = named(document, 'style').map((style) => gzipped(textOf(style)))
      return sum([...outside, ...inside])
    })
    expect(heavy).toEqual([])
  })

  it('keeps the script of a page without experiment to 6 kB', () => {
    expect(over(ordinary, 6 * kB, (page) => scriptOf(page))).toEqual([])
  })

  it('keeps the script of every page to 1.2 kB, and what it loads to show where a link leads to 2.5 kB', () => {
    expect(everywhere.size).toBe(1)
    const [script = ''] = everywhere
    expect(gzipped(fileText(script))).toBeLessThanOrEqual(1.2 * kB)
    const all = new Set<string>()
    follow(script, all, true)
    expect(all.size).toBeGreaterThan(1)
    expect(sum([...all].map((file) => gzipped(fileText(file))))).toBeLessThanOrEqual(3.7 * kB)
  })

  it('keeps the map that a reader’s own view is computed from to 25 kB', () => {
    expect(gzipped(fileText('/stance.json'))).toBeLessThanOrEqual(25 * kB)
  })

  it('keeps the page for new nodes to 0.8 kB of script, and what it judges by to 30 kB', () => {
    const composers = pages.filter(({ file }) => file === 'new/index.html')
    expect(over(composers, 0.8 * kB, (page) => ownScriptOf(page))).toEqual([])
    expect(gzipped(fileText('/new.json'))).toBeLessThanOrEqual(30 * kB)
  })

  it('keeps the script of a view to 0.7 kB until it is touched', () => {
    const untouched = ordinary.filter(
      ({ html }) => html.includes('data-view') && !/data-(?:live|link)\b/.test(html),
    )
    expect(untouched.length).toBeGreaterThan(0)
    expect(over(untouched, 0.7 * kB, (page) => ownScriptOf(page))).toEqual([])
  })

  it('keeps what copies links to 1.3 kB, and with comparing wordings and quoting to 5.7 kB', () => {
    const linked = pages.filter(({ file }) => /^c\/[^/]+\/link\/index\.html$/.test(file))
    expect(linked.length).toBeGreaterThan(0)
    expect(over(linked, 1.3 * kB, (page) => ownScriptOf(page))).toEqual([])
    expect(over(linked, 5.7 * kB, (page) => ownScriptOf(page, true))).toEqual([])
  })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function withoutDiagrams(html: string): string {
  const document = parse(html, { sourceCodeLocationInfo: true })
  const places = named(document, 'figure')
    .filter((figure) => /\b(?:drawing|chart)\b/.test(attribute(figure, 'class') ?? ''))
    .flatMap((figure) => [...elements(figure)].filter(({ tagName }) => tagName === 'svg'))
    .map((svg) => svg.sourceCodeLocation)
    .filter((place) => place !== undefined && place !== null)
  return places.reduceRight(
    (text, place) => text.slice(0, place.startOffset) + text.slice(place.endOffset),
    html,
  )
}

function fileText(href: string): string {
  const file = fileAt(rootBuild, new URL(href, 'https://assay.example').pathname)
  if (file === undefined) throw new Error(`There is no ${href}.`)
  return readFileSync(path.join(rootBuild.out, file), 'utf8')
}

/** What the scripts of a page weigh together, with what they import, before they run or ever. */
function scriptOf(page: Page, ever = false): number {
  return weightOf(page, ever, new Set())
}

/** The same without the script of every page. */
function ownScriptOf(page: Page, ever = false): number {
  return weightOf(page, ever, everywhere)
}

function scriptsOf({ document }: Page): readonly Element[] {
  return named(document, 'script').filter((el) => !/json/.test(attribute(el, 'type') ?? ''))
}

function scriptFiles(page: Page): readonly string[] {
  return scriptsOf(page).flatMap((script) => attribute(script, 'src') ?? [])
}

function weightOf(page: Page, ever: boolean, without: ReadonlySet<string>): number {
  const scripts = scriptsOf(page)
  const files = new Set<string>()
  for (const file of scriptFiles(page)) if (!without.has(file)) follow(file, files, ever)
  const inside = scripts.map((script) => (textOf(script) === '' ? 0 : gzipped(textOf(script))))
  return sum([...[...files].map((file) => gzipped(fileText(file))), ...inside])
}

/** A script and what it imports before it runs; with `ever` also what it may import later. */
function follow(href: string, files: Set<string>, ever: boolean): void {
  if (files.has(href)) return
  files.add(href)
  const first = /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]*?from\s*)?["'`]([^"'`]+)["'`]/g
  const later = /\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g
  for (const pattern of ever ? [first, later] : [first]) {
    for (const match of fileText(href).matchAll(pattern)) {
      const { pathname } = new URL(match[1] ?? '', new URL(href, 'https://assay.example'))
      follow(pathname, files, ever)
    }
  }
}

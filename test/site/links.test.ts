import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAsked } from '../../src/site/new/doings.ts'
import {
  attribute,
  builds,
  cssResources,
  elements,
  fileAt,
  filesOf,
  named,
  pagesOf,
  resourcesOf,
  type Build,
  type Page,
} from './built.ts'

const origin = 'https://assay.example'

describe.each(builds)('the site under $base', (build) => {
  const pages = pagesOf(build)
  const ids = new Map(pages.map((page) => [page.file, idsOf(page)]))

  it('has pages', () => {
    expect(pages.map((page) => page.path)).toEqual(
      expect.arrayContaining([build.base, `${build.base}404.html`, `${build.base}essay/`]),
    )
    expect(pages.filter((page) => page.file.startsWith('c/')).length).toBeGreaterThan(100)
  })

  it('has no link to a page or place that does not exist', () => {
    const broken = pages.flatMap((page) =>
      named(page.document, 'a', 'area', 'form')
        .map((link) => attribute(link, link.tagName === 'form' ? 'action' : 'href'))
        .filter((href) => href !== undefined)
        .map((href) => problemOf(build, page, href, ids))
        .filter((problem) => problem !== undefined),
    )
    expect(broken).toEqual([])
  })

  it('loads nothing from elsewhere and nothing that is missing', () => {
    const wrong = [
      ...pages.flatMap((page) => resourcesOf(page).map((href) => ({ at: page.path, href }))),
      ...filesOf(build)
        .filter((file) => file.endsWith('.css'))
        .flatMap((file) => {
          const css = readFileSync(path.join(build.out, file), 'utf8')
          return cssResources(css).map((href) => ({ at: build.base + file, href }))
        }),
    ].filter(({ at, href }) => !href.startsWith('data:') && !isOwnFile(build, at, href))
    expect(wrong).toEqual([])
  })

  it('refers to ids that the page has', () => {
    const missing = pages.flatMap((page) => {
      const known = ids.get(page.file)
      return referencesOf(page)
        .filter((id) => !known?.has(id))
        .map((id) => `${page.path} #${id}`)
    })
    expect(missing).toEqual([])
  })

  it('addresses everything from the root on the page for 404, which is shown at any depth', () => {
    const page = pages.find(({ file }) => file === '404.html')
    if (page === undefined) throw new Error('There is no 404.html.')
    const links = named(page.document, 'a').map((link) => attribute(link, 'href') ?? '')
    const relative = [...links, ...resourcesOf(page)].filter(
      (href) => !/^(?:\/|#|https?:|mailto:)/.test(href),
    )
    expect(relative).toEqual([])
  })
})

function idsOf(page: Page): ReadonlySet<string> {
  return new Set([...elements(page.document)].map((element) => attribute(element, 'id') ?? ''))
}

function problemOf(
  build: Build,
  page: Page,
  href: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const url = new URL(href, origin + page.path)
  if (url.protocol === 'mailto:') return undefined
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `${page.path}: ${href}`
  if (url.origin !== origin) return undefined
  const file = fileAt(build, url.pathname)
  if (file === undefined) return `${page.path}: no page ${href}`
  const anchor = decodeURIComponent(url.hash.slice(1))
  if (anchor === '' || anchor === 'top' || !file.endsWith('.html')) return undefined
  const isThere =
    ids.get(file)?.has(anchor) ||
    (file === 'new/index.html' && isAsked(anchor, ids)) ||
    (file === 'map/index.html' && isFocus(anchor, ids))
  return isThere ? undefined : `${page.path}: no place ${href}`
}

/** Whether a fragment asks the page for new nodes for something to be done to nodes there are. */
function isAsked(fragment: string, pages: ReadonlyMap<string, unknown>): boolean {
  const asked = readAsked(fragment)
  if (asked === undefined || asked === 'wrong') return false
  const nodes = asked.end === '' ? [asked.target] : [asked.target, asked.end]
  return nodes.every((id) => pages.has(`c/${id}/index.html`))
}

/** Whether a fragment asks the map to put a node in the middle that there is. */
function isFocus(fragment: string, pages: ReadonlyMap<string, unknown>): boolean {
  return pages.has(`c/${/^focus=(.*)$/.exec(fragment)?.[1] ?? ''}/index.html`)
}

function isOwnFile(build: Build, at: string, href: string): boolean {
  const url = new URL(href, origin + at)
  return url.origin === origin && fileAt(build, url.pathname) !== undefined
}

const idReferences = [
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-details',
  'for',
  'headers',
]

function referencesOf(page: Page): readonly string[] {
  return [...elements(page.document)].flatMap((element) => {
    const named = idReferences.flatMap((name) => (attribute(element, name) ?? '').split(/\s+/))
    const drawn = element.attrs.flatMap(({ value }) =>
      [...value.matchAll(/^url\(["']?#([^)"']+)["']?\)$/g)].map((match) => match[1] ?? ''),
    )
    return [...named, ...drawn].filter((id) => id !== '')
  })
}

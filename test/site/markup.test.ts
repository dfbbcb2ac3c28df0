import { describe, expect, it } from 'vitest'
import { attribute, elements, named, pagesOf, rootBuild, textOf, type Page } from './built.ts'

const pages = pagesOf(rootBuild)

/** The pages for which a check gives something, with what it gave. */
function wrong(check: (page: Page) => unknown): readonly unknown[] {
  return pages.flatMap((page) => {
    const found = check(page)
    return found === undefined ? [] : [{ page: page.path, found }]
  })
}

function meta(page: Page, name: string): string | undefined {
  const element = named(page.document, 'meta').find((meta) => attribute(meta, 'name') === name)
  return element && attribute(element, 'content')
}

describe('every page', () => {
  it('has each id once', () => {
    const twice = wrong(({ document }) => {
      const ids = [...elements(document)]
        .map((el) => attribute(el, 'id'))
        .filter((id) => id !== undefined)
      const repeated = ids.filter((id, i) => ids.indexOf(id) !== i)
      return repeated.length === 0 ? undefined : repeated
    })
    expect(twice).toEqual([])
  })

  it('has exactly one h1 and skips no level of heading', () => {
    const levels = wrong(({ document }) => {
      const found = named(document, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((h) =>
        Number(h.tagName[1]),
      )
      const skips = found.some((level, i) => level > (found[i - 1] ?? 0) + 1)
      return found.filter((level) => level === 1).length === 1 && !skips ? undefined : found
    })
    expect(levels).toEqual([])
  })

  it('names its language', () => {
    expect(
      wrong(({ document }) => {
        const lang = named(document, 'html').map((html) => attribute(html, 'lang'))[0]
        return lang !== undefined && /^en(-[A-Z]{2})?$/.test(lang) ? undefined : String(lang)
      }),
    ).toEqual([])
  })

  it('has a title that no other page has', () => {
    const titles = pages.map((page) =>
      textOf(named(page.document, 'title')[0] ?? (page.document as never)).trim(),
    )
    expect(titles.filter((title, i) => title === '' || titles.indexOf(title) !== i)).toEqual([])
  })

  it('has a description and fits a narrow window', () => {
    expect(
      wrong((page) => (meta(page, 'description')?.trim() ? undefined : 'no description')),
    ).toEqual([])
    expect(
      wrong((page) =>
        /width=device-width/.test(meta(page, 'viewport') ?? '') ? undefined : 'no viewport',
      ),
    ).toEqual([])
  })

  it('begins its head with a Content-Security-Policy that allows nothing it does not name', () => {
    const without = wrong(({ document }) => {
      const head = named(document, 'head')[0]
      const first = head && [...elements(head)][0]
      const policy = first && attribute(first, 'content')
      const right =
        first?.tagName === 'meta' &&
        attribute(first, 'http-equiv')?.toLowerCase() === 'content-security-policy' &&
        /(?:^|;)\s*default-src 'none'\s*(?:;|$)/.test(policy ?? '') &&
        !/script-src[^;]*'unsafe-(?:inline|eval)'/.test(policy ?? '')
      return right ? undefined : (policy ?? first?.tagName ?? 'no head')
    })
    expect(without).toEqual([])
  })

  it('has JSON-LD that is JSON and cannot end its script', () => {
    const broken = wrong(({ document }) => {
      const blocks = named(document, 'script').filter(
        (el) => attribute(el, 'type') === 'application/ld+json',
      )
      return blocks.map(textOf).find((text) => text.includes('<') || !isJsonObject(text))
    })
    expect(broken).toEqual([])
  })

  it('has no handler of events in an attribute', () => {
    const handlers = wrong(
      ({ document }) =>
        [...elements(document)].flatMap((el) => el.attrs).find(({ name }) => name.startsWith('on'))
          ?.name,
    )
    expect(handlers).toEqual([])
  })
})

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && '@context' in value
  } catch {
    return false
  }
}

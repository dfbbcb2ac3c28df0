import { readFileSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { wordingHash } from '../../../src/core/wording.ts'
import { arrivalOf } from '../../../src/outputs/redirects.ts'
import { setStage } from '../browser/browser.ts'
import { attribute, elements, fileAt, named, pagesOf } from '../built.ts'
import { hostileTitle } from './content.ts'
import { buildWithdrawn } from './site.ts'

const withdrawnBuild = buildWithdrawn()
const stage = setStage(withdrawnBuild)
const moved = 'c/light-moves/'
const arrived = '/assay/c/wave/#from=light-moves'
const pinned = `#v=${wordingHash('Light travels "as waves do" & <i>bends</i>.')}`

const placeOf = (page: Page) => {
  const { pathname, hash } = new URL(page.url())
  return pathname + hash
}
const landOn = (page: Page, where: string) => page.waitForURL((url) => url.pathname + url.hash === where)
const section = (page: Page, id: string) => page.locator(`[id="${arrivalOf(id)}"]`)

/** The page of a merged node as a browser shows it that does not follow it. */
async function stay(page: Page): Promise<void> {
  await page.route('**/merged.js', (route) => route.abort())
  await page.route(`**/${moved}`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '')
    await route.fulfill({ response, body })
  })
}

describe('the address of a merged node', () => {
  it.each([true, false])('leads at once to where it was merged; scripts: %s', async (javaScriptEnabled) => {
    const look = async (page: Page) => {
      await landOn(page, arrived)
      const here = section(page, 'light-moves')
      expect(await here.textContent()).toContain('31 January 2026')
      expect(await here.textContent()).toContain('Light travels “as waves do” & <i>bends</i>.')
      expect(await here.locator('.came').isVisible()).toBe(true)
      expect(await section(page, 'undulation').locator('.came').isVisible()).toBe(false)
      const [box, title] = [await here.boundingBox(), await page.locator('h1').boundingBox()]
      expect(box?.y).toBeGreaterThan(0)
      expect(title?.y).toBeGreaterThanOrEqual(0)
      expect(box?.y).toBeLessThan(600)
    }
    await stage.visit(moved, look, { javaScriptEnabled })
  })

  it.each(['', pinned])('has its place on the other page where a host redirected; with %s', async (hash) => {
    const look = async (page: Page) => {
      await page.locator('[data-copy]').first().waitFor()
      const came = section(page, 'light-moves').locator('.came')
      await came.waitFor()
      expect(await page.locator('.wording-notice').count()).toBe(0)
      expect(placeOf(page)).toBe(`/assay/c/wave/${hash || '#from=light-moves'}`)
    }
    await stage.visit(`c/wave/?from=light-moves${hash}`, look)
  })

  it('leads to the end of a chain, or to what was withdrawn there', async () => {
    await stage.visit('c/undulation/', (page) => landOn(page, '/assay/c/wave/#from=undulation'))
    await stage.visit('c/old-ether/', (page) => landOn(page, '/assay/c/ether/#from=old-ether'))
  })

  it.each(['', pinned])('does not hold whoever goes back; with %s', async (hash) => {
    const look = async (page: Page) => {
      const before = await page.evaluate(() => history.length)
      await page.evaluate((to) => void (location.href = to), `/assay/${moved}${hash}`)
      await landOn(page, hash === '' ? arrived : `/assay/${moved}kept/${hash}`)
      expect(await page.evaluate(() => history.length)).toBe(before + 1)
      await page.goBack()
      expect(placeOf(page)).toBe('/assay/questions/')
    }
    await stage.visit('questions/', look)
  })

  it('leads to the wording that a link means, where that is kept', async () => {
    const look = async (page: Page) => {
      await landOn(page, `/assay/${moved}kept/${pinned}`)
      expect(await page.locator(':target').textContent()).toBe('Light travels “as waves do” & <i>bends</i>.')
    }
    await stage.visit(moved + pinned, look)
  })

  it.each([
    ['with its sign encoded', pinned.replace('=', '%3D')],
    ['in capitals', `#v=${pinned.slice(3).toUpperCase()}`],
    ['with mark-up after it', `${pinned}"><script>`],
  ])('leads there also from a pin %s', async (_, fragment) => {
    await stage.visit(moved + fragment, (page) => landOn(page, `/assay/${moved}kept/${pinned}`))
  })

  it.each(['#v=1234', '#v="><script>alert(1)</script>', '#v=//evil.example', '#supported-by', '#v=1234567g'])(
    'is not led astray by %s',
    async (hash) => {
      await stage.visit(moved + hash, (page) => landOn(page, arrived))
    },
  )

  it('explains itself to a browser that stays', async () => {
    const look = async (page: Page) => {
      expect(await page.title()).toMatch(/^Merged: /)
      expect(await page.locator('h1').textContent()).toContain(hostileTitle.slice(1))
      const links = await page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
      expect(links).toEqual(['/assay/c/wave/', arrived, `/assay/${moved}kept/`])
    }
    await stage.visit(moved, look, { before: stay })
  })

  it('is that of the other node to robots and where it is pasted', () => {
    for (const file of [`${moved}index.html`, `${moved}kept/index.html`]) {
      const html = readFileSync(path.join(withdrawnBuild.out, file), 'utf8')
      expect(html).toContain('<link rel="canonical" href="https://assay.example/assay/c/wave/">')
      expect(html).toMatch(/<meta property="og:title" content="(?:Merged|Withdrawn): ”/)
    }
  })
})

describe('the page of a withdrawn node', () => {
  it('says when, why and what takes its place, and how that stands', async () => {
    const look = async (page: Page) => {
      expect(await page.title()).toBe('Withdrawn: An ether carries light · Assay')
      expect(await page.locator('h1').textContent()).toBe('Withdrawn: An ether carries light')
      const notice = page.getByRole('region', { name: 'Withdrawn' })
      const words = (await notice.innerText()).replace(/\s+/g, ' ')
      expect(words).toContain('Withdrawn on 31 January 2026. No experiment has found an ether.')
      expect(words).toContain('See instead')
      expect(words).toContain(
        'Claim No open objection Light needs no carrier Light is a field that needs nothing to carry it.',
      )
      // It names `undulation`, which was merged into `wave`.
      const links = await notice.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
      expect(links).toEqual(['/assay/c/field/', '/assay/c/wave/'])
    }
    await stage.visit('c/ether/', look)
  })

  it('keeps its wording, its body, its sources and its links as they were written', async () => {
    const look = async (page: Page) => {
      expect(await page.locator('.statement').textContent()).toBe('An ether at rest carries light.')
      expect(await page.locator('.prose').innerText()).toContain('Words that say')
      expect(await page.locator('aside').innerText()).toContain('p. 12')
      const bore = await page.getByRole('region', { name: /What it bore on/ }).innerText()
      expect(bore).toMatch(/Supports[^]*Light is a wave[^]*Waves are waves of “something”\./)
      const borne = await page.getByRole('region', { name: /What bore on it/ }).innerText()
      expect(borne).toMatch(/Undercuts a step[^]*A carrier proves no wave[^]*Rivers carry boats\./)
      expect(borne).toMatch(/Rebuts[^]*No drift was found[^]*A drift would have been seen\./)
    }
    await stage.visit('c/ether/', look)
  })

  it('can be found by robots, and says what it is where it is pasted', () => {
    const html = readFileSync(path.join(withdrawnBuild.out, 'c/ether/index.html'), 'utf8')
    expect(html).not.toContain('noindex')
    expect(html).toContain('<link rel="canonical" href="https://assay.example/assay/c/ether/">')
    expect(html).toContain('property="og:title" content="Withdrawn: An ether carries light"')
    expect(html).toMatch(/property="og:description" content="Withdrawn on 31 January 2026: No exp/)
  })

  it('is marked where others link to it', async () => {
    const text = await stage.visit('c/wave/', (page) => page.locator('.prose').innerText())
    expect(text).toContain(
      'something carries it (withdrawn) and that it moves (withdrawn) as particles do',
    )
    for (const [where, name] of [['', 'what carries light'], ['sources/young/', 'An ether carries light']]) {
      const main = await stage.visit(where ?? '', (page) => page.locator('main').innerText())
      expect(main).toMatch(new RegExp(`${name} \\(withdrawn\\)|Withdrawn\\s+${name}`))
    }
  })
})

describe('every page', () => {
  it('of those has each id once and links that lead to something', () => {
    const pages = pagesOf(withdrawnBuild).filter(({ file }) => /^c\/[^/]+\/(kept\/)?index/.test(file))
    expect(pages).toHaveLength(12)
    for (const page of pages) {
      const ids = [...elements(page.document)].flatMap((element) => attribute(element, 'id') ?? [])
      expect(new Set(ids).size, page.file).toBe(ids.length)
      for (const link of named(page.document, 'a')) {
        const to = new URL(attribute(link, 'href') ?? '', `https://assay.example${page.path}`)
        if (to.host !== 'assay.example') continue
        expect(fileAt(withdrawnBuild, to.pathname), `${page.file} ${to.href}`).toBeDefined()
      }
    }
  })

  it('breaks no rule of its Content-Security-Policy on the way', async () => {
    const said: string[] = []
    const before = async (page: Page) =>
      void page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    await stage.visit(moved, (page) => landOn(page, arrived), { before })
    await stage.visit(moved + pinned, (page) => page.locator('.was:target').waitFor(), { before })
    expect(said).toEqual([])
  })

  it('fits a window of 320 pixels', async () => {
    for (const where of ['c/ether/', `${moved}kept/`, 'c/wave/#from=light-moves', moved]) {
      const over = (page: Page) =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      const options = { viewport: { width: 320, height: 640 }, before: stay }
      expect(await stage.visit(where, over, options), where).toBe(0)
    }
  })

  it.each(['light', 'dark'] as const)('passes axe in %s', async (colorScheme) => {
    for (const where of ['c/ether/', `${moved}kept/`, 'c/wave/#from=light-moves', moved]) {
      const options = { bypassCSP: true, colorScheme, before: stay }
      expect(await stage.visit(where, violations, options), where).toEqual([])
    }
  })
})

describe('_redirects', () => {
  it('leads from pages that are there to pages that have a place for who comes', () => {
    const text = readFileSync(path.join(withdrawnBuild.out, '_redirects'), 'utf8')
    const lines = text.trimEnd().split('\n').map((line) => line.split(' '))
    expect(lines.map(([from]) => from)).toEqual([
      '/assay/c/light-moves/',
      '/assay/c/old-ether/',
      '/assay/c/undulation/',
    ])
    for (const [from = '', to = '', code, ...rest] of lines) {
      expect([code, rest]).toEqual(['301', []])
      const { pathname, search } = new URL(to, 'https://assay.example')
      const file = fileAt(withdrawnBuild, pathname) ?? ''
      expect(fileAt(withdrawnBuild, from)).toBeDefined()
      expect(readFileSync(path.join(withdrawnBuild.out, file), 'utf8')).toContain(` id="${search.slice(1)}"`)
    }
  })
})

async function violations(page: Page): Promise<readonly unknown[]> {
  await page.addScriptTag({ content: axe.source })
  const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])
}

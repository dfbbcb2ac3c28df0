import { describe, expect, it } from 'vitest'
import type { Page, Route } from 'playwright-core'
import { typographic } from '../../../src/outputs/typography.ts'
import { addFinder } from '../link/quoting.ts'
import { buildWaves, hashes, statements } from '../link/wave-site.ts'
import { setStage } from './browser.ts'

const stage = setStage(buildWaves())
const [first, second, now] = hashes as [string, string, string]
const unknown = 'This link names a wording that is not in the history of this site; it may have been mistyped or cut. The present one is below.'
const noticeOn = (page: Page) => page.getByRole('region', { name: 'The wording that was linked to' })

/** A statement as a page words it; which spaces a change of words takes along is not told. */
const shown = (statement: string) => typographic(statement).replace(/\s+/g, '')

/** What a notice says, and the text of then and of now that its changes make, without spaces. */
async function said(page: Page) {
  const notice = noticeOn(page)
  await notice.waitFor()
  return notice.evaluate((section) => {
    const text = (left: string) => {
      const copy = section.querySelectorAll('p')[1]?.cloneNode(true) as HTMLElement
      for (const gone of copy.querySelectorAll(`${left}, .sr-only`)) gone.remove()
      return copy.textContent.replace(/\s+/g, '')
    }
    return {
      says: section.querySelector('p')?.textContent ?? '',
      then: text('ins'),
      now: text('del'),
      tags: [...new Set([...section.querySelectorAll('*')].map(({ tagName }) => tagName))].sort(),
      links: [...section.querySelectorAll('a')].map(({ pathname }) => pathname),
    }
  })
}

/** Whether there is a notice once all that could bring one has run. */
async function isNoticed(page: Page): Promise<boolean> {
  await page.locator('[data-copy]').first().waitFor()
  await page.waitForLoadState('networkidle')
  return (await noticeOn(page).count()) > 0
}

describe('a link to an earlier wording', () => {
  it.each([
    [first, statements[0]],
    [second, statements[1]],
  ])('to %s says what has changed, as text', async (hash, statement) => {
    const seen = await stage.visit(`c/wave/#v=${hash}`, said)
    expect(seen.says).toMatch(/^This link means the wording of \d+\s\w+\s\d{4}, which was changed on /)
    expect(seen.then).toBe(shown(statement))
    expect(seen.now).toBe(shown(statements[2]))
    expect(seen.tags.filter((tag) => !/^(?:A|BUTTON|DEL|INS|P|SPAN|STRONG)$/.test(tag))).toEqual([])
    expect(seen.links).toEqual(['/assay/c/wave/history/'])
  })

  it('leads to the notice, though its wording is in a list further down', async () => {
    const look = async (page: Page) => {
      await said(page)
      await page.waitForFunction(() => document.activeElement?.className === 'wording-notice')
      return noticeOn(page).evaluate((notice) => notice.getBoundingClientRect().top)
    }
    const small = { viewport: { width: 360, height: 640 } }
    const top = await stage.visit(`c/wave/#v=${first}`, look, small)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(200)
  })

  it('leaves a reader at the words that it quotes', async () => {
    const look = async (page: Page) => {
      await said(page)
      await page.waitForTimeout(500)
      const where = { within: '.prose', from: 'Last words' }
      return page.evaluate((asked) => globalThis.rangeOf(asked).getBoundingClientRect().top, where)
    }
    const small = { viewport: { width: 360, height: 640 }, before: addFinder }
    const top = await stage.visit(`c/wave/#v=${first}:~:text=Last%20words`, look, small)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(640)
  })

  it('offers a link to the present wording', async () => {
    const look = async (page: Page) => {
      await noticeOn(page).getByRole('button').click()
      await noticeOn(page).getByRole('button', { name: 'Copied' }).waitFor()
      return page.evaluate(() => navigator.clipboard.readText())
    }
    const allowed = { permissions: ['clipboard-read', 'clipboard-write'] }
    const copied = await stage.visit(`c/wave/#v=${first}`, look, allowed)
    expect(copied).toBe(`${stage.origin}/assay/c/wave/#v=${now}`)
  })

  it('comes and goes with the fragment', async () => {
    const seen = await stage.visit('c/wave/', async (page) => {
      const go = (hash: string) => page.evaluate((to) => void (location.hash = to), hash)
      await go(`v=${first}`)
      const one = await said(page)
      await go(`v=${second}`)
      await page.waitForFunction(() => document.querySelector('.wording-notice del') !== null)
      const two = await said(page)
      await go(`v=${now}`)
      await noticeOn(page).waitFor({ state: 'detached' })
      return [one.then, two.then]
    })
    expect(seen).toEqual([shown(statements[0]), shown(statements[1])])
  })

  it.each<readonly [string, (route: Route) => Promise<void>]>([
    ['cannot be had', (route) => route.abort()],
    ['is not there', (route) => route.fulfill({ status: 404, body: 'no' })],
    ['is broken', (route) => route.fulfill({ body: '{"version":1,"wordings":[' })],
    ['is of another version', (route) => route.fulfill({ json: { version: 2, wordings: [] } })],
  ])('stays calm where the file of wordings %s', async (_, answer) => {
    const seen = await stage.visit(`c/wave/#v=${first}`, said, {
      before: async (page) => void (await page.route('**/wordings.json', answer)),
    })
    expect(seen.says).toBe(
      'This link means another wording than the present one, which is below. What has changed could not be loaded.',
    )
  })
})

describe('any other fragment', () => {
  it.each([
    ['where there were others', 'wave'],
    ['where there never was another', 'slit'],
  ])('that pins a wording nobody knows is told to, %s', async (_, id) => {
    expect((await stage.visit(`c/${id}/#v=00000000`, said)).says).toBe(unknown)
  })

  it.each([
    ['the present wording', `#v=${now}`],
    ['no wording', '#its-history'],
    ['a broken encoding', '#v=%'],
    ['mark-up', '#v=<img src=x onerror=alert(1)>'],
    ['mark-up after a pin', `#v=${now}<img src=x onerror=alert(1)>`],
    ['the name of something every object has', '#v=__proto__'],
    ['100 kB', `#v=${'a'.repeat(100_000)}`],
    ['a text fragment', '#:~:text=Light'],
  ])('that means %s does nothing', async (_, fragment) => {
    const faults: string[] = []
    const before = async (page: Page) => {
      page.on('pageerror', ({ message }) => faults.push(message))
      page.on('dialog', (dialog) => faults.push(dialog.message()))
    }
    expect(await stage.visit(`c/wave/${fragment}`, isNoticed, { before })).toBe(false)
    expect(faults).toEqual([])
  })

  it('that is a reader’s view opens the view and nothing else', async () => {
    const look = async (page: Page) => {
      await page.getByRole('slider').first().waitFor()
      return isNoticed(page)
    }
    expect(await stage.visit('c/wave/#v=1&wave=90', look)).toBe(false)
  })
})

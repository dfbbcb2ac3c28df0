import { describe, expect, it } from 'vitest'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { button, experimentOn, listen, livePages, open } from './live-page.ts'

const stage = setStage(rootBuild)

describe.each(livePages.slice(0, 1))('/%s', (where) => {
  it('shows the settings of a link and waits', async () => {
    const id = await stage.visit(where, (page) =>
      experimentOn(page).getAttribute('data-experiment'),
    )
    const link = `${where}#${id}?v=1&preset=attack&seed=7&nothing=<b>1</b>&nothing=2`
    await stage.visit(link, async (page) => {
      const experiment = experimentOn(page)
      await button(experiment, 'Run').waitFor()
      expect(await experiment.getByLabel('Seed', { exact: true }).inputValue()).toBe('7')
      expect(await button(experiment, 'Attack').getAttribute('aria-pressed')).toBe('true')
      expect(await experiment.locator('.notices').innerText()).toContain('“nothing”')
      expect(await experiment.locator('.notices b').count()).toBe(0)
      expect(page.workers()).toEqual([])
      await page.evaluate((name) => (location.hash = `${name}?preset=quick`), id)
      await expect.poll(() => button(experiment, 'Quick').getAttribute('aria-pressed')).toBe('true')
    })
  })

  it.each([
    ['a bare percent sign', '%'],
    ['percent signs that encode nothing', '?%ff%'],
    ['numbers that are none', '?noise=NaN&seed=1e308'],
    ['90 kB of it', `?${'%F0'.repeat(30_000)}`],
    ['markup', '?seed=<script>'],
  ])('survives %s in its fragment', async (_, end) => {
    let faults: readonly string[] = []
    const id = await stage.visit(where, (page) =>
      experimentOn(page).getAttribute('data-experiment'),
    )
    await stage.visit(
      `${where}#${id}${end}`,
      async (page) => {
        const experiment = experimentOn(page)
        const opened = end.startsWith('?') ? 'Run' : 'Change the assumptions and run it'
        await button(experiment, opened).waitFor()
      },
      { before: async (page) => void (faults = await listen(page)) },
    )
    expect(faults).toEqual([])
  })

  it('copies a link that leads back to its settings', async () => {
    await stage.visit(
      where,
      async (page) => {
        const experiment = await open(page)
        await button(experiment, 'Attack').click()
        await experiment.getByLabel('Seed', { exact: true }).fill('12')
        await button(experiment, 'Copy link').click()
        await experiment.getByText('The link is on the clipboard.').waitFor()
        const link = await page.evaluate(() => navigator.clipboard.readText())
        expect(link).toBe(page.url())
        expect(link).toMatch(/#[\w-]+\?v=\d+&preset=attack&seed=12$/)
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    )
  })

  it('shows a link to copy where the clipboard is refused', async () => {
    await stage.visit(
      where,
      async (page) => {
        const experiment = await open(page)
        await button(experiment, 'Copy link').click()
        const shown = experiment.getByLabel('The clipboard was refused')
        expect(await shown.inputValue()).toBe(page.url())
      },
      {
        before: async (page) => {
          await page.addInitScript(() => {
            navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
          })
        },
      },
    )
  })
})

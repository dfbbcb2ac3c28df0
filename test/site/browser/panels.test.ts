import { describe, expect, it } from 'vitest'
import { rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { button, livePages, open } from './live-page.ts'

const stage = setStage(rootBuild)
const stepper = livePages.filter((page) => page === 'experiments/checking-and-finding/')
const puzzles = livePages.filter((page) => page === 'experiments/judging-and-steering/')

describe.each(stepper)('/%s', (where) => {
  it('pages through a search by keyboard', async () => {
    await stage.visit(where, async (page) => {
      const experiment = await open(page)
      await experiment.getByText('Step through one search').click()
      const step = experiment.locator('.step')
      await expect.poll(() => step.innerText()).toMatch(/^Step 1 of \d+/)
      await button(experiment, 'Next').focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => step.innerText()).toMatch(/^Step 2 of/)
      await page.keyboard.press('End')
      await expect.poll(() => step.innerText()).toMatch(/^Step (\d+) of \1\./)
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('Home')
      await expect.poll(() => step.innerText()).toMatch(/^Step 1 of/)
      expect(await button(experiment, 'Back').getAttribute('aria-disabled')).toBe('true')
    })
  })
})

describe.each(puzzles)('/%s', (where) => {
  it.each([false, true])('poses twelve puzzles and tells the score, timed: %s', async (isTimed) => {
    await stage.visit(where, async (page) => {
      const experiment = await open(page)
      await experiment.getByText('twelve puzzles').first().click()
      if (isTimed) await experiment.getByLabel('Time me').check()
      await button(experiment, 'Start').click()
      for (let i = 1; i <= 12; i++) {
        await experiment.getByText(`Puzzle ${i} of 12`).waitFor()
        expect(await button(experiment, 'Pause').count()).toBe(isTimed ? 1 : 0)
        const answer =
          i % 3 === 0 ? button(experiment, 'Skip') : experiment.locator('.answers button')
        await answer.first().click()
      }
      const rows = experiment.locator('.panel tbody tr')
      await expect.poll(() => rows.count()).toBe(6)
      const text = (await rows.allInnerTexts()).join(' ')
      expect(text).toContain('2ⁿ = 256')
      expect(/\d\.\d s/.test(text)).toBe(isTimed)
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    })
  })
})

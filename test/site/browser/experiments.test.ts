import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { fileAt, rootBuild } from '../built.ts'
import { setStage } from './browser.ts'
import {
  button,
  experimentOn,
  listen,
  livePages,
  open,
  runQuick,
  startLong,
  status,
} from './live-page.ts'
import { watchWorker } from '../../../scripts/bench/watch-worker.ts'

const stage = setStage(rootBuild)
const kB = 1000
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const first = livePages.slice(0, 1)

describe('the build', () => {
  it('has experiments', () => {
    expect(livePages.length).toBeGreaterThan(0)
  })
})

describe.each(livePages.filter((page) => page.startsWith('experiments/') || page === first[0]))(
  '/%s',
  (where) => {
    it('comes to the published quick result, digest and all', async () => {
      let faults: readonly string[] = []
      const seen = await stage.visit(
        where,
        async (page) => {
          const experiment = await open(page)
          await runQuick(experiment)
          const drawings = experiment.locator('[data-report] svg')
          await expect.poll(() => drawings.count()).toBeGreaterThan(0)
          return experiment.locator('.own-run').allInnerTexts()
        },
        { before: async (page) => void (faults = await listen(page)) },
      )
      expect(seen).toEqual([expect.stringContaining('Identical to the published quick result')])
      expect(faults).toEqual([])
    })
  },
)

describe.each(first)('/%s', (where) => {
  it('loads no more than each touch needs', async () => {
    const scripts: string[] = []
    const take = (): number => weigh(scripts.splice(0))
    const seen = await stage.visit(
      where,
      async (page) => {
        await experimentOn(page).getByRole('button').first().waitFor()
        const untouched = take()
        const experiment = await open(page)
        const touched = take()
        await runQuick(experiment)
        await expect.poll(() => experiment.locator('[data-report] svg').count()).toBeGreaterThan(0)
        const [plots, rest] = [scripts.filter(isPlot), scripts.filter((url) => !isPlot(url))]
        return { untouched, touched, plots: weigh(plots), rest: weigh(rest) }
      },
      {
        before: async (page) =>
          void page.on('request', (request) => {
            // That of every page, and what it loads to show where a link leads, are weighed apart.
            if (/\/(?!Page\.|follow\.)[^/]+\.js$/.test(request.url())) scripts.push(request.url())
          }),
      },
    )
    expect(seen.untouched).toBeLessThan(0.6 * kB)
    expect(seen.touched).toBeLessThan(15 * kB)
    expect(seen.plots).toBeLessThan(90 * kB)
    expect(seen.rest).toBeLessThan(40 * kB)
  })

  // How long it takes is measured by `npm run bench`; a worker that is slow to answer is replaced.
  it('stops computing when it is cancelled, and by a changed setting', async () => {
    const seen = await stage.visit(
      where,
      async (page) => {
        const experiment = await open(page)
        const slider = experiment.getByRole('slider').first()
        const latencies: number[] = []
        for (const stop of [
          () => button(experiment, 'Cancel').click(),
          () => slider.press('ArrowRight'),
          () => button(experiment, 'Cancel').click(),
        ]) {
          await startLong(experiment)
          await page.waitForTimeout(300)
          await stop()
          await expect
            .poll(() => page.evaluate(() => globalThis.stopped.length))
            .toBe(latencies.length + 1)
          latencies.push(await page.evaluate(() => globalThis.stopped.at(-1) ?? Number.NaN))
        }
        return { latencies, made: await page.evaluate(() => globalThis.workersMade) }
      },
      { before: watchWorker },
    )
    expect(seen.latencies).toHaveLength(3)
    expect(seen.made).toBe(1)
  })

  it('gives the same result with the same seed, and another with another', async () => {
    const texts = await stage.visit(where, async (page) => {
      const experiment = await open(page)
      const all: string[] = []
      await runQuick(experiment)
      for (const act of ['Run', 'New seed'] as const) {
        all.push(await experiment.locator('[data-report] table').allInnerTexts().then(String))
        if (act === 'New seed') await button(experiment, 'New seed').click()
        await button(experiment, 'Run').click()
        await expect
          .poll(() => status(experiment).innerText(), { timeout: 50_000 })
          .toContain('Finished')
      }
      all.push(await experiment.locator('.own-run').first().innerText())
      return all
    })
    expect(texts[1]).toBe(texts[0])
    expect(texts[2]).toContain('seed')
  })

  it('hands out JSON and CSV of the run', async () => {
    const files = await stage.visit(where, async (page) => {
      const experiment = await open(page)
      await runQuick(experiment)
      const texts: string[] = []
      for (const type of ['JSON', 'CSV']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          button(experiment, `Download ${type}`).click(),
        ])
        texts.push(readFileSync(await download.path(), 'utf8'))
      }
      return texts
    })
    expect(JSON.parse(files[0] ?? '')).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(files[1]).toContain('\r\n')
  })

  it('is worked by keyboard alone, and the focus stays where it is', async () => {
    await stage.visit(where, async (page) => {
      const experiment = experimentOn(page)
      await experiment.getByRole('button').first().focus()
      await page.keyboard.press('Enter')
      await button(experiment, 'Run').waitFor()
      const focused = (): Promise<string> =>
        page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
      await expect.poll(focused).toBe('Change the assumptions')
      for (const name of ['Quick', 'Run', 'Cancel', 'Run', 'Back to the published result']) {
        await tabTo(page, name, focused)
        await page.keyboard.press(name === 'Run' ? 'Enter' : ' ')
        await page.waitForTimeout(150)
        expect(await focused()).toBe(name)
      }
    })
  })

  it('puts the published result back as it was', async () => {
    await stage.visit(where, async (page) => {
      const report = experimentOn(page).locator('[data-report]')
      const before = await report.innerHTML()
      const experiment = await open(page)
      await runQuick(experiment)
      expect(await report.innerHTML()).not.toBe(before)
      await button(experiment, 'Back to the published result').click()
      expect(await report.innerHTML()).toBe(before)
    })
  })

  it('says in a sentence that the worker is missing, and runs when it is back', async () => {
    await stage.visit(where, async (page) => {
      const experiment = await open(page)
      await page.route(/\/worker-[^/]*\.js$/, (route) => route.abort())
      await button(experiment, 'Run').click()
      const failure = experiment.locator('.failure')
      await expect.poll(() => failure.innerText()).toMatch(/^The run ended in an error: .*loaded/)
      await page.unrouteAll()
      await runQuick(experiment)
      expect(await failure.count()).toBe(0)
    })
  })

  it('shows the sentence and the tables where the figures cannot be loaded', async () => {
    await stage.visit(where, async (page) => {
      const experiment = await open(page)
      await page.route(/draw-for-page/, (route) => route.abort())
      await runQuick(experiment)
      const report = experiment.locator('[data-report]')
      await expect.poll(() => report.innerText()).toContain('could not be drawn')
      expect(await report.locator('table').count()).toBeGreaterThan(0)
    })
  })

  it('fits 320 pixels with a result on it', async () => {
    const width = await stage.visit(
      where,
      async (page) => {
        await runQuick(await open(page))
        return page.evaluate(() => document.documentElement.scrollWidth)
      },
      { viewport: { width: 320, height: 640 } },
    )
    expect(width).toBeLessThanOrEqual(320)
  })

  it.each(['light', 'dark'] as const)('gives axe nothing to find, in %s', async (colorScheme) => {
    const found = await stage.visit(
      where,
      async (page) => {
        const experiment = await open(page)
        await runQuick(experiment)
        for (const summary of await experiment.locator('summary').all()) await summary.click()
        await page.addScriptTag({ content: axe.source })
        const { violations } = await page.evaluate(
          (values) =>
            (globalThis as unknown as { axe: typeof axe }).axe.run({
              runOnly: { type: 'tag', values },
            }),
          tags,
        )
        return violations.map(({ id, nodes }) => ({
          id,
          at: nodes.slice(0, 3).map(({ html }) => html),
        }))
      },
      { bypassCSP: true, colorScheme, reducedMotion: 'reduce' },
    )
    expect(found).toEqual([])
  })
})

function weigh(urls: Iterable<string>): number {
  const sizes = [...urls].map((url) => {
    const file = fileAt(rootBuild, new URL(url).pathname)
    return gzipSync(readFileSync(path.join(rootBuild.out, file ?? '')), { level: 9 }).length
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}

function isPlot(url: string): boolean {
  return /draw-for-page/.test(url)
}

async function tabTo(page: Page, name: string, focused: () => Promise<string>): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if ((await focused()) === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to “${name}”.`)
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { watchLoad, worstWindow } from '../../../scripts/bench/reading-watch.ts'
import { publishedBuild } from '../built.ts'
import { setStage } from './browser.ts'
import { thesis } from './view-page.ts'

const stage = setStage(publishedBuild)
const screens = [
  { width: 412, height: 823 },
  { width: 1280, height: 900 },
]
const cases = ['', `c/${thesis}/`, 'essay/', 'questions/'].flatMap((where) =>
  screens.map((viewport) => [where, viewport.width, viewport] as const),
)

/** Holds back every font until a page has long been painted. */
async function holdFonts(page: Page): Promise<void> {
  await page.route('**/*.woff2', async (route) => {
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    )
    await wait(300)
    await route.continue()
  })
  await watchLoad(page)
}

it.each(cases)('fonts that come late move nothing on /%s at %d pixels', async (where, _, viewport) => {
  const look = async (page: Page) => {
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(300)
    return page.evaluate(() => ({
      shifts: globalThis.watchedLoad.shifts,
      standIns: [...document.fonts].filter(
        ({ family, status }) => / as /.test(family) && status === 'loaded',
      ).length,
    }))
  }
  const { shifts, standIns } = await stage.visit(where, look, { viewport, before: holdFonts })
  expect(worstWindow(shifts)).toBeLessThanOrEqual(0.02)
  // Else the page was set in ours all along, or in whatever the system has.
  expect(standIns).toBeGreaterThan(0)
})

it('fonts that come in time are ours', async () => {
  const families = await stage.visit(`c/${thesis}/`, (page) =>
    page.evaluate(async () => {
      await document.fonts.ready
      const loaded = [...document.fonts].filter(({ status }) => status === 'loaded')
      return loaded.map(({ family }) => family.replaceAll(/["']/g, ''))
    }),
  )
  expect(families).toContain('Source Serif 4 Variable')
  expect(families).toContain('Source Sans 3 Variable')
})

const text =
  'Where no exact checker exists, it is often picking the right answer, not producing it, that limits performance.'

it.each([
  ['serif', 400],
  ['serif', 600],
  ['sans', 400],
  ['sans', 600],
])('what stands in for the %s at weight %d is as wide and as high', async (family, weight) => {
  const sizes = await stage.visit('', (page) =>
    page.evaluate(
      async ({ family, weight, text }) => {
        const value = getComputedStyle(document.documentElement).getPropertyValue(`--${family}`)
        const [ours = '', ...others] = value.split(',').map((name) => name.trim())
        const fontOf = (name: string) => `${String(weight)} 20px ${name}`
        const loaded = async (name: string) =>
          document.fonts.load(fontOf(name), text).then(
            (faces) => faces.length > 0,
            () => false,
          )
        const sizeIn = (name: string) => {
          const line = document.createElement('span')
          line.textContent = text
          Object.assign(line.style, { font: fontOf(name), lineHeight: 'normal' })
          Object.assign(line.style, { display: 'inline-block', whiteSpace: 'nowrap' })
          document.body.append(line)
          const { width, height } = line.getBoundingClientRect()
          return { width, height }
        }
        await loaded(ours)
        const standIns = []
        for (const name of others) if (await loaded(name)) standIns.push(name)
        return { ours: sizeIn(ours), standIns: standIns.map(sizeIn) }
      },
      { family, weight, text },
    ),
  )
  // Of the fonts that a system may have, those of this one.
  expect(sizes.standIns.length).toBeGreaterThan(0)
  for (const { width, height } of sizes.standIns) {
    expect(Math.abs(width / sizes.ours.width - 1)).toBeLessThan(0.03)
    expect(Math.abs(height - sizes.ours.height)).toBeLessThanOrEqual(1)
  }
})

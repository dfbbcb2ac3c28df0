import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { filesOf, rootBuild } from '../built.ts'

/** Pages with an experiment that can be run, those of experiments first. */
export const livePages: readonly string[] = filesOf(rootBuild)
  .filter((file) => file.endsWith('.html'))
  .filter((file) => readFileSync(path.join(rootBuild.out, file), 'utf8').includes('data-live'))
  .map((file) => file.replace(/index\.html$/, ''))
  .sort((a, b) => Number(b.startsWith('experiments/')) - Number(a.startsWith('experiments/')))

/** The first experiment of a page that can be run. */
export function experimentOn(page: Page): Locator {
  return page
    .locator('[data-experiment]')
    .filter({ has: page.locator('[data-live]') })
    .first()
}

/** Brings the controls of the first experiment of a page. */
export async function open(page: Page): Promise<Locator> {
  const experiment = experimentOn(page)
  await experiment.getByRole('button', { name: 'Change the assumptions' }).click()
  await button(experiment, 'Run').waitFor()
  return experiment
}

/** A button of an experiment by its name. */
export function button(experiment: Locator, name: string): Locator {
  return experiment.getByRole('button', { name, exact: true })
}

/** What tells how far a run is. */
export function status(experiment: Locator): Locator {
  return experiment.locator('.progress [role=status]')
}

/** Runs the quick preset to its end. */
export async function runQuick(experiment: Locator): Promise<void> {
  await button(experiment, 'Quick').click()
  await button(experiment, 'Run').click()
  await experiment.locator('.live-report .verdict-box').waitFor({ timeout: 50_000 })
}

/** Starts a run that takes longer than a test of a run that ends before its time. */
export async function startLong(experiment: Locator): Promise<void> {
  await button(experiment, 'Published').click()
  await button(experiment, 'Run').click()
  await expect.poll(() => status(experiment).innerText()).toContain('Running')
}

/** Faults of a page: errors, and what its policy forbids. */
export async function listen(page: Page): Promise<string[]> {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  return faults
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { ContentIndex } from '../../../src/analysis/draft/content-index.ts'
import { builds, rootBuild, type Build } from '../built.ts'
import { setStage } from './browser.ts'
import { codesOf, fileText, fillIn, openedComposer, withRepository } from './new-page.ts'

const index = JSON.parse(
  readFileSync(path.join(rootBuild.out, 'new.json'), 'utf8'),
) as ContentIndex
const thesis = index.maps[0]?.thesis ?? ''
const step = index.nodes
  .flatMap(({ id, relations }) => relations.map(([kind, to]) => ({ kind, from: id, to })))
  .find(({ kind, to }) => kind === 'supports' && to === thesis)
const stated = index.nodes.find(({ id }) => id === thesis)?.statement ?? ''

const stage = setStage(rootBuild)

describe('a page for new nodes', () => {
  it('takes from its address what is asked for', async () => {
    const seen = await stage.visit(`new/#undercuts=${step?.from}/${thesis}`, async (page) => {
      const composer = await openedComposer(page)
      await composer.locator('.chosen').waitFor()
      const doing = await composer.getByLabel('Challenge a step').isChecked()
      return { doing, text: await fileText(composer) }
    })
    expect(seen.doing).toBe(true)
    expect(seen.text).toContain(`undercuts:\n  - from: ${step?.from}\n    to: ${thesis}\n`)
    expect(seen.text).toContain('kind: counterargument')
  })

  it('says what is missing until nothing is', async () => {
    const seen = await stage.visit(`new/#supports=${thesis}`, async (page) => {
      const composer = await openedComposer(page)
      await composer.getByLabel('Title').fill('Turnips grow in sand')
      await expect.poll(() => codesOf(composer)).toContain('invalid-field')
      await fillIn(composer, 'Turnips grow in sand')
      await expect.poll(() => codesOf(composer)).toEqual(['claim-without-support'])
      return composer.getByRole('status').allInnerTexts()
    })
    expect(seen).toContain('1 remark to consider.')
  })

  it('finds a slip in a file that is edited itself, and goes to its line', async () => {
    const selected = await stage.visit(`new/#rebuts=${thesis}`, async (page) => {
      const composer = await openedComposer(page)
      await fillIn(composer, 'Turnips grow in sand')
      await composer.getByRole('button', { name: 'Edit the file itself' }).click()
      const file = composer.getByLabel('The file')
      await file.fill((await file.inputValue()).replace(thesis, `${thesis}x`))
      const item = composer.locator('.problems li', { hasText: 'unknown-target' })
      await item.waitFor()
      expect(await item.innerText()).toContain(`such as ${thesis}`)
      await item.getByRole('button').click()
      return page.evaluate(() => getSelection()?.toString())
    })
    expect(selected).toBe(`${thesis}x`)
  })

  it('shows while one types that it is said already', async () => {
    const seen = await stage.visit('new/#question=' + step?.from, async (page) => {
      const composer = await openedComposer(page)
      await composer.getByLabel('Challenge a statement').check()
      await composer.getByLabel('Statement', { exact: true }).fill(stated)
      const same = composer.locator('.alike .same')
      await same.first().waitFor()
      const words = await same.first().innerText()
      await same.first().getByRole('button', { name: 'Support it instead' }).click()
      await composer.locator('.chosen').waitFor()
      await expect.poll(() => fileText(composer)).toContain(`supports:\n  - ${thesis}\n`)
      return words
    })
    expect(seen).toContain('This seems to be said already')
  })

  it('shows while one types that it is said the other way round', async () => {
    await stage.visit(`new/#question=${step?.from}`, async (page) => {
      const composer = await openedComposer(page)
      const denied = stated.replace(/\b(is|are|will|can|has|have)\b|(?<=s) /, '$& not ')
      await composer.getByLabel('Question', { exact: true }).fill(denied)
      await composer.getByText('This is said the other way round:').first().waitFor()
    })
  })

  it('finds a statement by a part of its sentence', async () => {
    const text = await stage.visit('new/', async (page) => {
      await page.getByRole('button', { name: 'Compose it here' }).click()
      const composer = await openedComposer(page)
      await composer.getByRole('searchbox').fill(stated.split(' ').slice(0, 4).join(' '))
      await composer.locator('.found button', { hasText: stated }).click()
      return fileText(composer)
    })
    expect(text).toContain(`rebuts:\n  - ${thesis}\n`)
  })

  it('says that an id is taken', async () => {
    await stage.visit(`new/#rebuts=${thesis}`, async (page) => {
      const composer = await openedComposer(page)
      await fillIn(composer, 'Turnips grow in sand')
      await composer.getByLabel('Id', { exact: true }).fill(thesis)
      await composer.locator('.problems li', { hasText: 'Id taken' }).waitFor()
    })
  })

  it('keeps a draft over a reload, offers what another link asks for, and discards it', async () => {
    await stage.visit(`new/#rebuts=${thesis}`, async (page) => {
      await fillIn(await openedComposer(page), 'Turnips grow in sand')
      await page.reload()
      let composer = await openedComposer(page)
      expect(await composer.getByLabel('Title').inputValue()).toBe('Turnips grow in sand')
      expect(await composer.locator('.notices p').count()).toBe(0)
      await page.goto(page.url().replace(/#.*/, `#supports=${step?.from}`))
      await page.reload()
      composer = await openedComposer(page)
      expect(await composer.locator('.notices').innerText()).toContain('asks for another')
      await composer.getByRole('button', { name: 'Discard this one and begin that' }).click()
      await composer.locator('.chosen').waitFor()
      expect(await composer.getByLabel('Title').inputValue()).toBe('')
      expect(await fileText(composer)).toContain(`supports:\n  - ${step?.from}\n`)
      expect(await page.evaluate(() => localStorage.length)).toBe(0)
    })
  })

  it('copies the file, and gives the address where it can be proposed', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'], before: withRepository }
    await stage.visit(
      `new/#rebuts=${thesis}`,
      async (page) => {
        const composer = await openedComposer(page)
        await fillIn(composer, 'Turnips grow in sand')
        await composer.getByRole('button', { name: 'Copy the file' }).click()
        await composer.getByText('The file is on the clipboard.').waitFor()
        const copied = await page.evaluate(() => navigator.clipboard.readText())
        expect(copied).toBe(await fileText(composer))
        const address = async () => {
          const link = composer.getByRole('link', { name: 'Open on GitHub' })
          return new URL((await link.getAttribute('href')) ?? '')
        }
        expect((await address()).pathname).toBe('/example/assay/new/main/content/alignment')
        expect(Object.fromEntries((await address()).searchParams)).toEqual({
          filename: 'turnips-grow-sand.md',
          value: copied,
        })
        await composer.getByLabel('Text', { exact: true }).fill('Turnips are good to eat. '.repeat(400))
        await expect.poll(async () => (await address()).searchParams.get('value')).toBeNull()
        await composer.getByText('copy the file first').waitFor()
      },
      options,
    )
  })

  it.each([
    ['rebuts=no-such-node', 'The map has no node “no-such-node”.'],
    ['rebuts=<img src=x onerror=alert(1)>', 'cannot be understood'],
    ['constructor=prototype', 'cannot be understood'],
    [`undercuts=${'x/'.repeat(500)}`, 'cannot be understood'],
  ])('says in a sentence what it cannot do with #%s', async (fragment, words) => {
    const said = await stage.visit(`new/#${fragment}`, async (page) => {
      const composer = await openedComposer(page)
      await composer.getByText(words).first().waitFor()
      return page.locator('main img, main script').count()
    })
    expect(said).toBe(0)
  })

  it('is complete without JavaScript', async () => {
    const seen = await stage.visit(
      `new/#rebuts=${thesis}`,
      async (page) => {
        await page.locator('summary').first().click()
        const mount = await page.locator('[data-new]').isVisible()
        return { mount, text: await page.locator('main').innerText() }
      },
      { javaScriptEnabled: false },
    )
    expect(seen.mount).toBe(false)
    expect(seen.text).toContain('In five steps')
    expect(seen.text).toContain(`to: ${thesis}`)
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s', async (colorScheme) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const faults = await stage.visit(
      `new/#undercuts=${step?.from}/${thesis}`,
      async (page) => {
        const composer = await openedComposer(page)
        await composer.getByLabel('Title').fill('Turnips grow in sand')
        await composer.getByLabel('Statement', { exact: true }).fill(stated)
        await composer.locator('.problems li').first().waitFor()
        await page.evaluate(axe)
        const { violations } = (await page.evaluate(
          'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
        )) as AxeResults
        return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
      },
      { colorScheme, bypassCSP: true },
    )
    expect(faults).toEqual([])
  })
})

describe.each(builds)('a page for new nodes under $base', (build: Build) => {
  const stage = setStage(build)

  it('asks nothing of other sites and breaks no rule of its policy', async () => {
    const requests: string[] = []
    const faults: string[] = []
    const before = async (page: Page) => {
      page.on('request', (request) => requests.push(request.url()))
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text())
      })
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
        )
      })
    }
    await stage.visit(
      `new/#rebuts=${thesis}`,
      async (page) => {
        const composer = await openedComposer(page)
        await fillIn(composer, 'Turnips grow in sand')
        await composer
          .getByLabel('Text', { exact: true })
          .fill(`Caf&eacute; $x^2$ [0.5](../results/policing.json#/policingNeeded). ${'It is so. '.repeat(30)}`)
        await expect.poll(() => codesOf(composer)).toContain('stale-figure')
      },
      { before },
    )
    expect(faults).toEqual([])
    expect(requests.length).toBeGreaterThan(5)
    expect(requests.filter((url) => !url.startsWith(`${stage.origin}${build.base}`))).toEqual([])
  })
})

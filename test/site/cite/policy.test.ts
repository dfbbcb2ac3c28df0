import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { setStage } from '../browser/browser.ts'
import { publishedBuild } from '../built.ts'
import { citedPages } from './built-citations.ts'

// `script-src` is for what is run; a data block is not, and no browser may report it.
describe.skipIf(process.env['ASSAY_NO_BROWSER'] === '1')('in a browser, the page of a node', () => {
  const stage = setStage(publishedBuild)
  const nodes = citedPages(publishedBuild).slice(0, 2)

  it.each(nodes)('$id keeps its policy, and asks no other host', async ({ id, csl }) => {
    const faults: string[] = []
    const hosts = new Set<string>()
    const data = await stage.visit(
      `c/${id}/`,
      (page) => page.locator('script[type="application/ld+json"]').textContent(),
      {
        before: (page) => {
          page.on('console', (message) => {
            if (message.type() === 'error') faults.push(message.text())
          })
          page.on('pageerror', (error) => faults.push(error.message))
          page.on('request', (request) => hosts.add(new URL(request.url()).origin))
          return Promise.resolve()
        },
      },
    )
    expect(faults).toEqual([])
    expect([...hosts]).toEqual([stage.origin])
    expect(JSON.parse(data ?? '')).toMatchObject({ name: csl['title'], url: csl['URL'] })
  })
})

import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { rootBuild } from '../built.ts'
import { pagesOfEveryKind, setStage } from './browser.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const stage = setStage(rootBuild)

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each(pagesOfEveryKind(rootBuild))('axe finds nothing wrong on /%s', async (where) => {
    const found = await stage.visit(
      where,
      async (page) => {
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
          at: nodes.slice(0, 3).map(({ target, failureSummary }) => ({ target, failureSummary })),
        }))
      },
      { bypassCSP: true, colorScheme, reducedMotion: 'reduce' },
    )
    expect(found).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { judgePages } from '../../../scripts/bench/lighthouse.ts'
import { rootBuild } from '../built.ts'
import { thesis } from './view-page.ts'

const categories = ['accessibility', 'best-practices', 'seo'] as const
const pages = ['', `c/${thesis}/`, 'experiments/aggregation/', 'essay/', 'map/', 'search/']

/** How fast pages are is for `npm run bench -- --lighthouse`: it depends on what else the machine does. */
describe('Lighthouse', () => {
  it.each(pages)(
    'has nothing to say against /%s',
    async (page) => {
      const [found] = await judgePages(rootBuild.out, [page], categories)
      expect(found?.faults).toEqual([])
      expect(found?.scores).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 })
    },
    120_000,
  )
})

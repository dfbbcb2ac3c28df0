import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/analysis/check.ts'
import { assemble } from '../../src/graph/assemble.ts'

const paths = [
  'content/demo/some-claim.md',
  'content/demo/index.md',
  'content/demo/outline.md',
  'content/sources/doe2024.md',
  'content/results/some-run.json',
  'content/reviews.tsv',
  'content/README.md',
]

describe('two paths that differ by case only', () => {
  it('are an error, whatever they are of: some file systems keep only one of them', () => {
    const other = fc.constantFrom(...paths).chain((path) =>
      fc.mixedCase(fc.constant(path.slice(8))).map((mixed) => [path, `content/${mixed}`] as const),
    )
    fc.assert(
      fc.property(other, ([path, mixed]) => {
        fc.pre(path !== mixed)
        const problems = check(assemble([path, mixed].map((each) => ({ path: each, text: '' }))))
        const about = problems.filter(({ place }) => place.file === mixed)
        expect(about.some(({ code, severity }) => severity === 'error' && /^(?:invalid-file-name|unexpected-file|duplicate-id)$/.test(code))).toBe(true)
      }),
      { numRuns: 300, seed: 7 },
    )
  })
})

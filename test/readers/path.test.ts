import { describe, expect, it } from 'vitest'
import { classifyPath, slug } from '../../src/readers/path.ts'

const value = (path: string) => classifyPath(path).value
const codes = (path: string) =>
  classifyPath(path).problems.map(({ code, nearest }) => [code, nearest])

describe('classifyPath', () => {
  it('knows what each place of the content is for', () => {
    expect(value('content/demo/some-claim.md')).toEqual({ type: 'node', map: 'demo', id: 'some-claim' })
    expect(value('content/demo/index.md')).toEqual({ type: 'map', id: 'demo' })
    expect(value('content/demo/outline.md')).toEqual({ type: 'outline', map: 'demo' })
    expect(value('content/sources/doe2024.md')).toEqual({ type: 'source', id: 'doe2024' })
    expect(value('content/results/some-run.json')).toEqual({ type: 'result', id: 'some-run' })
  })

  it('leaves the README of the content to people', () => {
    expect(classifyPath('content/README.md')).toEqual({ problems: [] })
  })

  it.each([
    ['content/demo/Some Claim.md', 'content/demo/some-claim.md'],
    ['content/demo/l’été.md', 'content/demo/lete.md'],
    ['content/demo/42-reasons.md', 'content/demo/reasons.md'],
    ['content/demo/some_claim.md', 'content/demo/some-claim.md'],
    ['content/Demo/index.md', 'content/demo/index.md'],
    ['content/demo/ab.md', undefined],
    ['content/demo/prototype.md', undefined],
    ['content/sources/outline.md', undefined],
    [`content/demo/${'long-'.repeat(20)}claim.md`, `content/demo/${'long-'.repeat(12)}long.md`],
  ])('reports the name of %s and suggests %s', (path, nearest) => {
    expect(codes(path)).toEqual([['invalid-file-name', nearest]])
  })

  it.each([
    ['content/demo/some-claim.mdx', 'content/demo/some-claim.md'],
    ['content/demo/some-claim.MD', 'content/demo/some-claim.md'],
    ['content/demo/deep/some-claim.md', 'content/demo/some-claim.md'],
    ['content/results/some-run.md', 'content/results/some-run.json'],
    ['content/demo/picture.png', undefined],
    ['content/some-claim.md', undefined],
    ['README.md', undefined],
    ['', undefined],
  ])('does not expect %s and suggests %s', (path, nearest) => {
    expect(codes(path)).toEqual([['unexpected-file', nearest]])
  })
})

describe('slug', () => {
  it('gives an id or nothing', () => {
    expect(slug('Judging is easier than generating!')).toBe('judging-is-easier-than-generating')
    expect(slug('constructor')).toBeUndefined()
    expect(slug('你好')).toBeUndefined()
  })
})

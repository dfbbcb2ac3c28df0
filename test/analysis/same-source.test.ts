import path from 'node:path'
import { expect, it } from 'vitest'
import { findSameSource } from '../../src/analysis/same-source.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'

const { sources } = assemble(readContent(path.resolve('content')))
const find = (work: Parameters<typeof findSameSource>[1]) => findSameSource(sources.values(), work)?.id

it.each([
  [{ title: 'x', issued: 2000, DOI: '10.1017/s0305004100033193' }, 'moran1958genetics'],
  [{ title: 'x', issued: 2000, number: 'arXiv:2210.10760v2' }, 'gao2023overoptimization'],
  [{ title: 'A difficulty in the concept of social welfare.', issued: '1950-08' }, 'arrow1950difficulty'],
  [{ title: 'A difficulty in the concept of social welfare', issued: 1951 }, undefined],
  [{ title: 'A difficulty', issued: 1950, DOI: '10.1/x', number: '7' }, undefined],
])('%j is %s', (work, id) => {
  expect(find(work)).toBe(id)
})

it('finds every source by itself, and no other', () => {
  for (const { id, title, csl, doi } of sources.values()) {
    const issued = csl.issued['date-parts'][0]?.[0] ?? 0
    expect(find({ title, issued, DOI: doi })).toBe(id)
  }
})

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { check } from '../src/analysis/check.ts'
import { checkPublished, checkPublishedReviews } from '../src/analysis/published.ts'
import type { SourceFile } from '../src/core/document.ts'
import type { Problem } from '../src/core/problem.ts'
import { assemble } from '../src/graph/assemble.ts'

const folder = new URL('examples/', import.meta.url)
const isUpdate = process.env['UPDATE_EXAMPLES'] === '1'

function readSide(code: string, side: 'wrong' | 'right' | 'published'): readonly SourceFile[] {
  const root = new URL(`${code}/${side}/`, folder)
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => `${item.parentPath}/${item.name}`.slice(root.pathname.length).replace(/^\//, ''))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }))
}

function problemsOf(code: string, side: 'wrong' | 'right'): readonly Problem[] {
  const kb = assemble(readSide(code, side))
  const list = new URL(`${code}/published.txt`, folder)
  const paths = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : []
  const published = paths.map((path) => ({ id: path.replace(/^.*\/|\.md$/g, ''), path }))
  const before = existsSync(new URL(`${code}/published/`, folder)) ? readSide(code, 'published') : []
  const { graph, reviews } = assemble(before)
  const nodes = [...graph.nodes.values()].map((node) => ({ ...node, path: node.place.file }))
  const taken = [
    ...checkPublished(kb, [...published, ...nodes]),
    ...checkPublishedReviews(kb, reviews.map(({ edge }) => edge)),
  ]
  return [...check(kb), ...taken].filter((found) => found.code === code)
}

function lineOf({ place, severity, code, message }: Problem): string {
  const { start, end } = place
  const from = `${String(start.line)}:${String(start.column)}`
  return `${place.file}:${from}-${String(end.line)}:${String(end.column)} ${severity} ${code} ${message}\n`
}

describe.each(readdirSync(folder).sort())('%s', (code) => {
  it('is found in the wrong example as problems.txt says', () => {
    const found = problemsOf(code, 'wrong').map(lineOf).join('')
    const expected = new URL(`${code}/problems.txt`, folder)
    expect(found).not.toBe('')
    if (isUpdate) writeFileSync(expected, found)
    expect(found).toBe(readFileSync(expected, 'utf8'))
  })

  it('is not found in the right example', () => {
    const files = readSide(code, 'right')
    expect(files).not.toEqual([])
    expect(problemsOf(code, 'right')).toEqual([])
  })
})

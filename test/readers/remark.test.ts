import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { fileStart } from '../../src/core/place.ts'
import { parseBody } from '../../src/readers/markdown.ts'

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()

// Blank lines before a body give it the positions of its file.
function parsedByRemark(markdown: string, line: number): unknown {
  return plain(remark.parse('\n'.repeat(line - 1) + markdown))
}

function parsedHere(markdown: string, line: number): unknown {
  return plain(parseBody({ place: fileStart('content/demo/a.md'), body: { markdown, line } }))
}

function plain(tree: unknown): unknown {
  const { children } = JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'offset' ? undefined : value)),
  ) as { children: unknown }
  return children
}

const folder = join(import.meta.dirname, '../../content/alignment')
const bodies = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8').split('\n---\n')[1] ?? '')

const pieces = ['a', ' ', '\n', '\n\n', '*', '_', '[', ']', '(b)', '|', '|-|\n', '~~', '$', '`', '- [ ] ', '- ', '> ', '[^n]', '[^n]: ', 'www', 'http', 'www.a.b', 'http://a.b', 'a@b.c', '@', ':', '<', '#', '\\', '&amp;', '    ', '1. ']

describe('parseBody', () => {
  it('gives what remark gives, at the places of the file', () => {
    for (const body of bodies) expect(parsedHere(body, 12)).toEqual(parsedByRemark(body, 12))
  })

  it('gives what remark gives for mixtures of markup', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (list) => {
        const markdown = `x${list.join('')}`
        expect(parsedHere(markdown, 1)).toEqual(parsedByRemark(markdown, 1))
      }),
      { numRuns: 2_000, seed: 3 },
    )
  })
})

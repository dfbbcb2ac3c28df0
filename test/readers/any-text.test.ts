import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Checked } from '../../src/core/problem.ts'
import { compareProblems } from '../../src/core/problem.ts'
import { readDocument } from '../../src/readers/read-document.ts'

const paths = [
  'content/demo/some-claim.md',
  'content/sources/doe2024.md',
  'content/demo/index.md',
  'content/demo/outline.md',
  'content/results/some-run.json',
  'content/demo/Some Claim.md',
]

const realFiles = ['alignment', 'sources'].flatMap((folder) => {
  const at = join(import.meta.dirname, '../../content', folder)
  return readdirSync(at)
    .filter((name) => name.endsWith('.md'))
    .slice(0, 40)
    .map((name) => readFileSync(join(at, name), 'utf8'))
})

const pieces = [
  '---', '----', '---js', '\n', '\r\n', '\r', '\n\n', ' ', '  ', '\t', 'kind: claim', 'title: ', 'supports:',
  '- to: ', '[', ']', '{', '}', ', ', ': ', '"', "'", '|\n', '>-\n', '&a ', '*a', '!!js ', '<<: ', '? ', '#',
  '~', '12E4', '2024-02-30', '__proto__: ', 'constructor', '...', '%YAML 1.2', '\\u202e', '0x', '.nan',
  '**S1a** ', '- ', '1. ', '> ', '## ', '| a | b |\n', '|-|-|\n', '```', '`', '$', '$$\n', '\\frac{', '}{',
  '[^a]', '[^a]: ', '[a]: ', '](', '![', '<b>', '<!--', '-->', '<', '&#x202e;', '&amp;', 'javascript:',
  'https://a.b/', 'www.', 'a@b.c', '../results/x.json#/y', 'x-y-z.md', '%2e%2e', '%zz', '\\', '_', '*', '~~',
  '\0', '\ufeff', '\ufffd', '\ud800', '\u202e', '\u200b', '\u{e0041}', '\ue000', '\u0430', '\u0391', 'é', '你好',
  '\u0645\u200c', '👩‍👩‍👧', '"a": 1', 'null', 'word ', 'A claim stands. ', '1.11 ± 0.02',
]

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function mutate(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  let text = random() < 0.7 ? pick(realFiles) : '---\nkind: claim\n---\n'
  const edits = 1 + Math.floor(random() * 8)
  for (let edit = 0; edit < edits; edit++) {
    const at = Math.floor(random() * (text.length + 1))
    const kind = random()
    if (kind < 0.6) text = text.slice(0, at) + pick(pieces).repeat(1 + Math.floor(random() * 3)) + text.slice(at)
    else if (kind < 0.8) text = text.slice(0, at) + text.slice(at + Math.floor(random() * 40))
    else text = text.slice(0, at) + pick(realFiles).slice(Math.floor(random() * 200)).slice(0, 100) + text.slice(at)
  }
  return text
}

function faults(path: string, text: string, { problems, value }: Checked<unknown>): string[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const found: string[] = []
  for (const { code, place, message } of problems) {
    const { start, end } = place
    const width = (line: number) => (lines[line - 1]?.length ?? -1) + 1
    if (place.file !== path) found.push(`${code}: file ${place.file}`)
    if (start.line < 1 || end.line > lines.length) found.push(`${code}: no such line`)
    if (start.column < 1 || start.column > width(start.line)) found.push(`${code}: start`)
    if (end.column < 1 || end.column > width(end.line)) found.push(`${code}: end`)
    if (start.line > end.line) found.push(`${code}: ends before it starts`)
    if (start.line === end.line && start.column > end.column) found.push(`${code}: is turned round`)
    if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(message)) found.push(`${code}: hidden characters`)
    if (/Invalid input|Too (?:small|big)|Invalid key/.test(message)) found.push(`${code}: of zod`)
  }
  if (value === undefined && problems.length === 0) found.push('neither a value nor a problem')
  const sorted = [...problems].sort(compareProblems)
  if (sorted.some((problem, index) => problem !== problems[index])) found.push('not in order')
  return found
}

describe('any text', () => {
  it('is read without fault, 20,000 mixtures of real files and markup', { timeout: 300_000 }, () => {
    const random = seeded(20_240_515)
    for (let run = 0; run < 20_000; run++) {
      const text = mutate(random)
      const path = paths[run % paths.length] as string
      const result = readDocument({ path, text })
      const found = faults(path, text, result)
      if (found.length > 0) expect({ run, text, found }).toEqual({ run, text, found: [] })
      if (run % 20 === 0) expect(readDocument({ path, text })).toEqual(result)
    }
  })

  it('is read without fault, whatever its characters', { timeout: 120_000 }, () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join('')),
      fc
        .tuple(
          fc.array(fc.constantFrom(...pieces), { maxLength: 20 }),
          fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        )
        .map(([head, body]) => `---\n${head.join('')}\n---\n${body.join('')}`),
    )
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, (path, written) => {
        expect(faults(path, written, readDocument({ path, text: written }))).toEqual([])
      }),
      { numRuns: 3_000, seed: 7 },
    )
  })

  it('is read without fault, whatever its path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (folder, name) => {
        for (const path of [folder, `content/${folder}/${name}`, `content/demo/${name}.md`]) {
          expect(faults(path, 'Text', readDocument({ path, text: 'Text' }))).toEqual([])
        }
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})

import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixContent } from '../../../src/outputs/fix/fix-content.ts'
import { hostileCases } from '../../hostile/cases.ts'
import { filesOf } from './files.ts'

const base = filesOf(path.join(import.meta.dirname, 'content'))
const pieces = [
  '---', '----', '--- ', '---yaml', '---js', '...', '\n', '\r\n', '\r', '\ufeff', ' ', '  ', 'kind: claim', 'Kind: ',
  'title: T', 'statement: S.', 'supports:', 'suports: ', '- to: ', 'light-is-a-wvae', '"light-is-a-wave.md"', '[', ']',
  '{', '}', ', ', ': ', '"', "'", '|\n', '>-\n', '&a ', '*a', '!!js ', '? ', '# ', '~', '/c/light-is-a-wave/',
  '[a](light-is-a-wvae.md)', '[a]: heat.md', '](', '\\', '\0', '\ufffd', '\ud800', '\u202e', '\u2028', '__proto__: ',
  'undercuts: { from: fringes-show-wave, to: light-is-a-wave }', 'withdrawn:\n  see: x', 'experiment: { id: double-slits }',
]

function fixTwice(name: string, text: string): void {
  const fixed = fixContent([...base, { path: name, text }])
  const files = [...base, { path: name, text: fixed.files.find((file) => file.path === name)?.text ?? text }]
  const again = fixContent(files)
  expect(again.files).toEqual([])
  expect(again.mended).toEqual([])
  for (const { says } of fixed.mended) expect(says).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u)
}

describe('fixContent of any text', () => {
  it('mends it once and for all', { timeout: 60_000 }, () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(''))
    const front = fc
      .tuple(text, text)
      .map(([head, body]) => `---\nkind: claim\ntitle: T\nstatement: S.\n${head}\n---\n${body}`)
    fc.assert(
      fc.property(fc.oneof(text, front), (written) => fixTwice('content/light/any-text.md', written)),
      { numRuns: 400, seed: 11 },
    )
  })

  it.each(hostileCases.filter(({ text }) => text.length < 50_000))('$name', ({ path: name = 'content/light/some-claim.md', text }) => {
    fixTwice(name, text)
    expect(Reflect.get(globalThis, 'assayWasHacked')).toBeUndefined()
  })
})

describe('many wrong ids', () => {
  it('are mended, though what the checker suggests depends on how many there are', { timeout: 120_000 }, () => {
    const node = (id: string, more = '') => ({
      path: `content/light/${id}.md`,
      text: `---\nkind: claim\ntitle: ${id}\nstatement: S.\n${more}---\n\nWords.\n`,
    })
    const numbers = Array.from({ length: 1480 }, (_, index) => index)
    const nodes = numbers.map((number) => node(`node-number-${String(number)}-stands`))
    const ids = numbers.map((number) => `node-number-${String(number)}-stnds`)
    const wrong = [0, 370, 740, 1110].map((from) =>
      node(`wrong-from-${String(from)}`, `supports: [${ids.slice(from, from + 370).join(', ')}]\n`),
    )
    expect(fixContent([...nodes, ...wrong]).mended).toHaveLength(1480)
  })
})

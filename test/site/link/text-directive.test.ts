import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gap } from '../../../src/site/link/page-text.ts'
import { textDirective } from '../../../src/site/link/text-directive.ts'

/** The directive for what stands between `[` and `]` in a text. */
function directiveFor(marked: string): string | undefined {
  const from = marked.indexOf('[')
  const to = marked.indexOf(']') - 1
  return textDirective({ text: marked.replace(/[[\]]/g, ''), from, to })
}

const long = `${'one two three '.repeat(10)}four`

describe('textDirective', () => {
  it.each([
    ['a short text in full', 'Here [Light is a wave] stands.', 'text=Light%20is%20a%20wave'],
    ['whole words where parts are selected', 'Here Li[ght is a wa]ve stands.', 'text=Light%20is%20a%20wave'],
    ['no more than the words', 'Here[ Light is a wave, ]and so on', 'text=Light%20is%20a%20wave%2C'],
    ['a word with its apostrophe', 'they [don]’t', 'text=don%E2%80%99t'],
    ['what has a meaning in directives, encoded', '[a-b, c & d.]', 'text=a%2Db%2C%20c%20%26%20d%2E'],
    ['what ends a link in Markdown, encoded', '[(a) *b* _c_ ~d!]', 'text=%28a%29%20%2Ab%2A%20%5Fc%5F%20%7Ed%21'],
    ['the words around, where it stands there twice', 'see a wave. no [a wave] here', 'text=wave%2E%20no-,a%20wave,-here'],
    ['the block before, where that tells', 'first\na wave\nthen\n[a wave]\nlast', 'text=then-,a%20wave,-last'],
    ['its ends across blocks', 'x\n[one two\nthree four] y', 'text=one%20two,three%20four'],
    ['its ends around a formula', `so [the width is ${gap} here] now`, 'text=the%20width%20is,here'],
    ['the word before a formula that begins it', `so width [${gap} for a slit]`, 'text=width,for%20a%20slit'],
    ['the word after a formula that ends it', `[it is ${gap}] for sure`, 'text=it%20is,for'],
    ['the whole block, where no word around tells', 'so\na wave here\nthen\na [wave] here\nx', 'text=then-,a%20wave%20here,-x'],
  ])('names %s', (_, marked, directive) => {
    expect(directiveFor(marked)).toBe(directive)
  })

  it('names a long text by its first and last words', () => {
    expect(directiveFor(`[zero ${long} five six]`)).toBe('text=zero%20one%20two,four%20five%20six')
  })

  it('takes accents, case and forms of quotation marks for the same, as Chromium does', () => {
    expect(directiveFor('CAFÉ “x” and so [cafe "x"]')).toBe('text=and%20so-,cafe%20%22x%22')
  })

  it.each([
    ['nothing is selected', { text: 'a wave', from: 0, to: 0 }],
    ['there is only a formula', { text: `a\n${gap}\nb`, from: 2, to: 3 }],
    ['there is only white space', { text: 'a   b', from: 1, to: 3 }],
  ])('is undefined where %s', (_, page) => expect(textDirective(page)).toBeUndefined())

  const word = fc.constantFrom('a', 'wave', 'bends', 'light', 'waves')
  const between = fc.constantFrom(' ', ' ', ' ', '\n', ` ${gap} `)
  const page = fc
    .array(fc.tuple(word, between), { minLength: 1, maxLength: 40 })
    .map((words) => words.flat().join('').trim())

  it('is found first at a place that has what was selected, whatever else the page says', () => {
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(), (text, a, b) => {
        const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number]
        const directive = textDirective({ text, from, to: to + 1 })
        if (directive === undefined) return
        const found = findAsSpecified(text, directive)
        expect(found).toBeDefined()
        const [first, last] = found as readonly [number, number]
        const isIn = (at: number) => /[\s\uFFFC]/.test(text[at] as string) || (first <= at && at < last)
        for (let at = from; at <= to; at++) expect(isIn(at)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

/** The first match of a directive by the rules of the specification, whole words only. */
function findAsSpecified(text: string, directive: string): readonly [number, number] | undefined {
  const escape = (term: string) => decodeURIComponent(term).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const [, prefix, start = '', end, suffix] =
    /^text=(?:([^,]+)-,)?([^,]+)(?:,([^,-][^,]*))?(?:,-([^,]+))?$/.exec(directive) ?? []
  const before = prefix === undefined ? '' : `(?<=\\b${escape(prefix)}\\s*)`
  const after = suffix === undefined ? '' : `(?=\\s*${escape(suffix)}\\b)`
  const middle = end === undefined ? '' : `[^]*?\\b${escape(end)}\\b`
  const found = new RegExp(`${before}\\b${escape(start)}\\b${middle}${after}`).exec(text)
  return found ? [found.index, found.index + found[0].length] : undefined
}

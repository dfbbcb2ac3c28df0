import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBody } from '../../../src/readers/markdown.ts'
import { fileStart } from '../../../src/core/place.ts'
import { bytesIn, cutText, oneLine } from '../../../src/site/preview/cut.ts'
import { firstLines } from '../../../src/site/preview/first-lines.ts'
import { graphemesOf } from '../../../src/site/cards/clean-text.ts'

function linesOf(markdown: string, enough = 1000): string {
  return oneLine(firstLines(parseBody({ place: fileStart('x.md'), body: { markdown, line: 1 } }), enough))
}

describe('cutText', () => {
  it.each([
    ['What fits is left as it is', 100, 'What fits is left as it is'],
    ['Words, and more words', 13, 'Words, and…'],
    ['Words — and more words', 13, 'Words…'],
    ['Words (and more words)', 11, 'Words…'],
    ['Donaudampfschifffahrt', 10, 'Donauda…'],
    ['👩‍👩‍👧👩‍👩‍👧', 24, '👩‍👩‍👧…'],
    ['👩‍👩‍👧👩‍👩‍👧', 20, ''],
    ['知ることは気にかける', 16, '知ること…'],
    ['Quoted “and more”', 14, 'Quoted…'],
  ])('cuts %j to %i bytes', (text, most, cut) => {
    expect(cutText(text, most)).toBe(cut)
  })

  it('keeps to its bytes, and parts nothing that is seen as one', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.lorem())
    fc.assert(
      fc.property(text, fc.nat(120), (given, most) => {
        const cut = cutText(given, most)
        expect(bytesIn(cut)).toBeLessThanOrEqual(most)
        const kept = cut === given ? given : cut.replace(/…$/, '')
        expect(graphemesOf(given).slice(0, graphemesOf(kept).length).join('')).toBe(kept)
      }),
    )
  })
})

describe('firstLines', () => {
  it('has the words of all that is running text', () => {
    const markdown = `## A heading

It *bends* around [an edge](edge.md), \`as\` ![seen](seen.png) by
Young.[^1]  \nTwice.

- One
- Two

> Said.

| a | b |
| - | - |
| 1 | 2 |

\`\`\`js
code()
\`\`\`

<b>not a tag</b> & &lt;i&gt;

[^1]: A note.
`
    expect(linesOf(markdown)).toBe('It bends around an edge, as seen by Young. Twice. One Two Said. not a tag & <i>')
  })

  it('ends soon after there is enough', () => {
    expect(linesOf('A sentence.\n\n'.repeat(10), 20)).toBe('A sentence. A sentence.')
  })
})

describe('a formula in a line of text', () => {
  it.each([
    ['w = \\lambda / d', 'w = λ/d'],
    ['\\frac{a+b}{2}', '(a + b)/2'],
    ['x_i^2', 'x_i²'],
    ['10^{-3}', '10⁻³'],
    ['L_2', 'L₂'],
    ["f'(x)", 'f′(x)'],
    ['\\pi^*', 'π*'],
    ['\\hat{\\theta}_{t+1}', 'θ̂_(t+1)'],
    ['\\sum_{i=1}^n x_i', '∑_(i=1)^n x_i'],
    ['\\sqrt{\\log n}', '√(log n)'],
    ['\\sqrt[3]{x}', '³√x'],
    ['\\mathbb{E}[R] \\le \\text{the best}', 'E[R] ≤ the best'],
    ['a < b', 'a < b'],
    ['-x - y', '−x − y'],
    ['\\binom{n}{k}', '(n over k)'],
    ['\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}', '(a, b; c, d)'],
    ['\\operatorname{argmax}_a Q(a)', 'argmax_a Q(a)'],
    ['d = \\sqrt{\\mathrm{KL}(\\pi \\,\\|\\, \\pi_{\\text{init}})}', 'd = √(KL(π ∥ π_init))'],
    ['d\\,(\\alpha - \\beta \\log d)', 'd (α − β log d)'],
  ])('%s is %s', (tex, text) => {
    expect(linesOf(`$${tex}$`)).toBe(text)
    expect(linesOf(`It is\n\n$$\n${tex}\n$$\n\nhere.`)).toBe(`It is ${text} here.`)
  })
})

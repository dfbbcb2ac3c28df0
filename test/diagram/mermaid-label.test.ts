import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeLabel } from '../../src/core/mermaid-label.ts'
import { renderMermaid } from '../../src/site/diagram/render-mermaid.ts'
import { parseSvg } from './svg-page.ts'

const HOSTILE = [
  '"] --> evil["x',
  'click n0 href "https://example.org"',
  '%%{init: {"theme": "dark", "securityLevel": "loose"}}%%',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '#quot; #35; &quot; &#60; &amp;lt;',
  'a; b; end; style n0 fill:#f00;',
  'style guide: see:"#12";',
  '`code` and `**bold** _em_ ~~no~~`',
  '`',
  'x\\n y <br> z <br/>',
  'fa:fa-bomb $$x^2$$',
  '1. First, - second',
  '- a dash',
  'ﬂ°°34¶ß and ﬂ°quot¶ß, Straße 20°',
  'هل المعرفة هي الاهتمام؟ (yes)',
  '知ることは気にかけることではない。知っているだけでは足りない',
  'Emoji 👩‍👩‍👧 🇬🇧 ⚖️ done',
  'A no-break space and a wide　one',
  'Antidisestablishmentarianism-Floccinaucinihilipilification-without-a-space',
  'subgraph', 'end', '{{}}', '|pipe|', '%% comment', '---', '***', 'e0@{ shape: bang }',
]

const NOT_TEXT = /[\p{Cs}\p{Noncharacter_Code_Point}\u{f0000}-\u{10ffff}]/gu

function blanksJoined(text: string): string {
  return text.replace(/[ \p{Cc}\u2028\u2029\ufeff]+/gu, ' ').replace(/^ | $/g, '')
}

async function draw(label: string): Promise<Element> {
  const text = [
    'flowchart BT',
    `  accTitle: T ${escapeLabel(label)}`,
    `  n0("${escapeLabel(label)}"):::claim`,
    '  n1("other"):::claim',
    `  n0 e0@-->|"${escapeLabel(label)}"| n1`,
    '  class e0 supports',
    `  click n0 href "../x/" "${escapeLabel(label)}"`,
  ].join('\n')
  return parseSvg(await renderMermaid(text, { id: 'd' }))
}

function expectInert(svg: Element, label: string): void {
  const wanted = blanksJoined(label)
  expect(svg.querySelector('.node.claim text')?.textContent ?? '').toBe(wanted)
  expect(svg.querySelector('.node title')?.textContent ?? '').toBe(wanted)
  expect(svg.querySelector('.edge-label text')?.textContent ?? '').toBe(wanted)
  expect(svg.querySelector(':scope > title')?.textContent).toBe(`T ${wanted}`.trim())
  expect(svg.querySelectorAll('.node')).toHaveLength(2)
  expect(svg.querySelectorAll('.edge')).toHaveLength(1)
  expect(svg.querySelectorAll('a')).toHaveLength(1)
}

describe('escapeLabel', () => {
  it('leaves ordinary text alone', () => {
    expect(escapeLabel('Knowing is not caring, is it? (Straße, 20 °C, naïve – 50/50)')).toBe(
      'Knowing is not caring, is it? (Straße, 20 °C, naïve – 50/50)',
    )
  })

  it('writes quotes and marks as numbers', () => {
    expect(escapeLabel('say "no" #1')).toBe('say #34;no#34; #35;1')
  })

  it('replaces what is no text', () => {
    expect(escapeLabel('a\ud800b\u{f0041}c')).toBe('a\ufffdb\ufffdc')
  })

  it.each(HOSTILE)('%j is drawn as it is', async (label) => {
    expectInert(await draw(label), label)
  })

  it('any text is drawn as it is', async () => {
    const characters = fc.oneof(
      fc.constantFrom(...'"#&<>`%;:|\\$*_~{}[]()@=-./ \n\tab1ﬂ°¶ß'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    const labels = fc
      .array(characters, { minLength: 1, maxLength: 40 })
      .map((parts) => parts.join(''))
      .filter((label) => blanksJoined(label) !== '')
    await fc.assert(
      fc.asyncProperty(labels, async (label) => {
        expectInert(await draw(label), label.replace(NOT_TEXT, '\ufffd'))
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

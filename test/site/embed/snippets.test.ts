import { HtmlValidate } from 'html-validate'
import { parseFragment } from 'parse5'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Link } from 'mdast'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { NodeKind } from '../../../src/core/document.ts'
import type { NodeId } from '../../../src/core/id.ts'
import type * as Module from '../../../src/site/embed/snippets.ts'
import { attribute, elements, textOf, type Document } from '../built.ts'

const titles: readonly (readonly [string, string, string?])[] = [
  ['nothing in particular', 'Knowing is not caring'],
  ['quotes and braces', `It's "so" {{said}} {x: 1}`],
  ['an end of an attribute', '" onload="alert(1)'],
  ['elements', '</a></script><script>alert(1)</script><!--'],
  ['entities', '&lt;b&gt; &amp;amp; &copy'],
  ['an end of a link', 'x](https://evil.example) [y'],
  ['a link', '[y](https://evil.example) <https://evil.example>'],
  ['an address', 'https://evil.example www.evil.example a@evil.example'],
  ['an image', '![x](https://evil.example/x.png)'],
  ['emphasis and a table', '*a* __b__ ~~c~~ | d'],
  ['a mention and an issue', '@someone in #1, GH-2 and org/repo#3'],
  ['leading dashes', '--- - + 1. > #'],
  ['backslashes', '\\[a\\] \\`'],
  ['a footnote', '[^1]: x'],
  ['formulas', '$x$ $$y$$ =1+1 ]]>'],
  ['right-to-left letters', 'לדעת אינו לרצות (2024)'],
  ['characters that turn others round', 'a\u202etxt.exe\u2066b', 'a⟨U+202E⟩txt.exe⟨U+2066⟩b'],
  ['characters that cannot be seen', 'a\u0001b\u001b[31mc', 'a⟨U+0001⟩b⟨U+001B⟩[31mc'],
  ['60 ampersands', '&'.repeat(60)],
]
const kinds: readonly NodeKind[] = ['claim', 'evidence', 'counterargument', 'question']
const address = 'https://assay.example/assay/c/some-claim/#v=1a2b3c4d'
const statement = 'A claim stands.'
const validator = new HtmlValidate({ extends: ['html-validate:standard'] })

let snippetsOf: typeof Module.snippetsOf
beforeAll(async () => {
  vi.stubEnv('BASE_URL', '/assay/')
  vi.stubEnv('SITE', 'https://assay.example')
  ;({ snippetsOf } = await import('../../../src/site/embed/snippets.ts'))
})

function snippets(title: string, kind: NodeKind = 'claim') {
  return snippetsOf({ id: 'some-claim' as NodeId, kind, title, statement }, '1a2b3c4d')
}

function read(html: string) {
  return [...elements(parseFragment(html) as unknown as Document)]
}

/** The links that a reader of GitHub's Markdown finds, each with the text that is seen of it. */
function linksIn(markdown: string): readonly { readonly url: string; readonly text: string }[] {
  const links: { url: string; text: string }[] = []
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown), 'link', (link: Link) => {
    let text = ''
    visit(link, 'text', ({ value }) => void (text += value))
    links.push({ url: link.url, text })
  })
  return links
}

const cases = titles.map(([name, title, shown = title]) => [name, title, shown] as const)

describe.each(cases)('a title with %s', (_, title, shown) => {
  it('is one link with the right text in Markdown', () => {
    expect(linksIn(snippets(title).markdown)).toEqual([{ url: address, text: shown }])
  })

  it('is one link with the right text in HTML', async () => {
    const { html } = snippets(title)
    const [link, ...others] = read(html)
    expect(others).toEqual([])
    expect(link?.attrs).toEqual([{ name: 'href', value: address }])
    expect(link && textOf(link)).toBe(shown)
    expect((await validator.validateString(html)).results).toEqual([])
  })

  it('names its frame', async () => {
    const { embed } = snippets(title, 'counterargument')
    const [frame, ...others] = read(embed)
    expect(others).toEqual([])
    expect(Object.fromEntries(frame?.attrs.map(({ name, value }) => [name, value]) ?? [])).toEqual({
      src: 'https://assay.example/assay/embed/some-claim/#v=1a2b3c4d',
      title: `Objection: ${shown}`,
      width: '640',
      height: expect.stringMatching(/^\d{3}$/),
      loading: 'lazy',
      sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
      referrerpolicy: 'no-referrer',
      style: 'border:0;max-width:100%',
    })
    expect(embed).not.toMatch(/<(?!iframe |\/iframe>)/)
    expect((await validator.validateString(embed)).results).toEqual([])
  })

  it('stays a link inside the element that becomes a card', () => {
    const found = read(snippets(title).component)
    expect(found.map(({ tagName }) => tagName)).toEqual(['script', 'assay-card', 'a'])
    const [script, , link] = found
    expect(script && attribute(script, 'src')).toBe('https://assay.example/assay/assay-card.js')
    expect(link && attribute(link, 'href')).toBe(address)
    expect(link && textOf(link)).toBe(shown)
  })
})

it('has code in Markdown where backticks stand', () => {
  const { markdown } = snippets('The `softmax` of [it]')
  expect(linksIn(markdown)).toEqual([{ url: address, text: 'The softmax of [it]' }])
  expect(markdown).toContain('<code>softmax</code>')
})

it('keeps emoji and words whole that are written with joiners in HTML', () => {
  for (const title of ['👩‍👩‍👧 🏳️‍🌈', 'می‌خواهم']) {
    const [link] = read(snippets(title).html)
    expect(link && textOf(link)).toBe(title)
  }
})

it.each(kinds)('says of its frame what kind a %s is', (kind) => {
  const [frame] = read(snippets('T', kind).embed)
  const words = /^(?:Claim|Evidence|Objection|Open question): T$/
  expect(frame && attribute(frame, 'title')).toMatch(words)
})

it('gives longer statements a higher frame', () => {
  const heights = [20, 120, 240].map((length) => {
    const node = { id: 'some-claim' as NodeId, kind: 'claim', title: 'T' } as const
    const { embed } = snippetsOf({ ...node, statement: 'word '.repeat(length / 5) }, '1a2b3c4d')
    return Number(/ height="(\d+)"/.exec(embed)?.[1])
  })
  expect(heights).toEqual([...heights].sort((a, b) => a - b))
  expect(new Set(heights).size).toBe(3)
})

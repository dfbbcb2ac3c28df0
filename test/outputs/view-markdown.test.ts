import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { View } from '../../src/analysis/stance/view.ts'
import { toViewMarkdown, type ViewMarkdownParts } from '../../src/outputs/view-markdown.ts'
import { hostile } from './graph.ts'

const view: View = {
  topic: 'light-is-a-wave',
  credences: new Map([
    ['two-slits', 0.8],
    ['photons', 0.07],
  ]),
  off: new Set(['ether']),
  muted: new Set(['two-slits>light-is-a-wave', 'slits-too-wide>two-slits>light-is-a-wave']),
}
const parts: ViewMarkdownParts = {
  topic: {
    statement: 'Light is a wave, not a stream of particles.',
    inMap: { strength: 0.4142, label: 'out' },
    inView: { strength: 0.625, label: 'in' },
  },
  cruxes: [
    { id: 'photons', swing: 0.3149 },
    { id: 'two-slits', swing: 0.05 },
  ],
  titleOf: (id) => `Title of ${id}`,
  addressOf: (id) => `https://example.org/map/${id}/`,
  link: 'https://example.org/stance/#v=1&t=light-is-a-wave&ether=off&photons=7',
}

/** As a forum reads it: its links, its words, and the types of all its nodes. */
function parse(markdown: string) {
  const links: string[] = []
  const types = new Set<string>()
  const html = new Set<string>()
  let words = ''
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown), (node) => {
    types.add(node.type)
    if (node.type === 'link') links.push(node.url)
    if (node.type === 'html') html.add(node.value)
    if (node.type === 'text') words += node.value
  })
  return { links, types, html, words }
}

describe('a view as Markdown', () => {
  it('is a short post', async () => {
    await expect(toViewMarkdown(view, parts)).toMatchFileSnapshot('golden/view.md')
  })

  it('links every node that it names, and back to the view', () => {
    const { links } = parse(toViewMarkdown(view, parts))
    expect(links[0]).toBe(parts.link)
    const ids = ['light-is-a-wave', 'two-slits', 'photons', 'ether', 'slits-too-wide']
    expect(new Set(links.slice(1))).toEqual(new Set(ids.map(parts.addressOf)))
  })

  it('says strength, and never probability', () => {
    const markdown = toViewMarkdown(view, parts)
    expect(markdown).toContain('strength 0.41')
    expect(markdown).not.toMatch(/probab/i)
  })

  it.each([
    [{ strength: NaN, label: 'undecided' } as const, 'In my view: no single strength, contested.'],
    [{ strength: 0 }, 'In my view: switched off.'],
  ])('says where there is no number', (inView, words) => {
    const inMap = { strength: 1, label: 'in' } as const
    const topic = { statement: 'Light is a wave.', inMap, inView }
    expect(toViewMarkdown(view, { ...parts, topic })).toContain(words)
  })

  it('has no headings over nothing', () => {
    const { topic: _, ...rest } = parts
    const empty = { credences: new Map(), off: new Set<string>(), muted: new Set<string>() }
    const markdown = toViewMarkdown(empty, { ...rest, cruxes: [] })
    expect(markdown).not.toMatch(/:$/m)
    expect(markdown.split('\n\n')).toHaveLength(2)
  })

  it('fits into a post whatever is answered', () => {
    const ids = Array.from({ length: 500 }, (_, i) => `leaf-${i}`)
    const cruxes = ids.map((id) => ({ id, swing: 0.1 }))
    const markdown = toViewMarkdown({ ...view, off: new Set(ids) }, { ...parts, cruxes })
    expect(markdown.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(27)
    expect(markdown).toContain('- and 484 more\n')
    expect(markdown.length).toBeLessThan(5_000)
  })
})

describe('hostile titles and statements', () => {
  it.each([
    hostile,
    '](javascript:alert(1)) [x](javascript:alert(1)',
    '![x](https://example.org/track.png)',
    '<img src=x onerror=alert(1)>',
    '- one\n- two\n\n# Heading\n\n```\ncode',
    '1. one',
    '=====',
    '**bold** _it_ ~~gone~~ | a | b |',
    'https://evil.example www.evil.example me@evil.example',
    '&lt;b&gt; &amp; &#x202e;',
    '[x]: https://evil.example',
    '[^1] \\',
    '$x$ \\(x\\)',
  ])('%j is text', (text) => {
    const topic = { ...parts.topic!, statement: text }
    const markdown = toViewMarkdown(view, { ...parts, topic, titleOf: () => text })
    const plain = parse(toViewMarkdown(view, parts))
    const { links, types, html } = parse(markdown)
    expect(links).toEqual(plain.links)
    types.delete('html')
    expect(types).toEqual(plain.types)
    for (const value of html) expect(['<!-- -->', '<code>', '</code>']).toContain(value)
    expect(markdown.split('\n')).toHaveLength(toViewMarkdown(view, parts).split('\n').length)
  })

  it('shows what was written', () => {
    const text = '1 < 2 & [x](y) *z* _w_ #3 \\ "quoted" — 50 %'
    const { words } = parse(toViewMarkdown(view, { ...parts, titleOf: () => text }))
    expect(words).toContain(text)
  })

  it('an address ends where its link does', () => {
    const addressOf = () => 'https://example.org/a) [x](javascript:alert(1) <b>\n\\'
    const { links } = parse(toViewMarkdown(view, { ...parts, addressOf }))
    const address = 'https://example.org/a%29%20[x]%28javascript:alert%281%29%20%3Cb%3E%0A%5C'
    expect(new Set(links.slice(1))).toEqual(new Set([address]))
  })
})

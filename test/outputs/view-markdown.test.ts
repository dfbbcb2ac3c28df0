import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { View } from '../../src/analysis/stance/view.ts'
import {
  toViewMarkdown,
  type TopicStanding,
  type ViewMarkdownParts,
} from '../../src/outputs/view-markdown.ts'
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
const inMap: TopicStanding = {
  strength: 0.4142,
  lowest: 0.35,
  highest: 0.45,
  without: 0,
  label: 'out',
}
const parts: ViewMarkdownParts = {
  map: { name: 'Light', address: 'https://example.org/map/' },
  isOwn: true,
  topic: {
    statement: 'Light is a wave, not a stream of particles.',
    inMap,
    inView: { strength: 0.625, lowest: 0.45, highest: 0.7, without: 0, label: 'in' },
  },
  cruxes: [
    { id: 'photons', ends: [0.7349, 0.42] },
    { id: 'two-slits', ends: [0.6, 0.65] },
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
    expect(links.slice(0, 2)).toEqual([parts.map.address, parts.link])
    const ids = ['light-is-a-wave', 'two-slits', 'photons', 'ether', 'slits-too-wide']
    expect(new Set(links.slice(2))).toEqual(new Set(ids.map(parts.addressOf)))
  })

  it('says strength, and never probability', () => {
    const markdown = toViewMarkdown(view, parts)
    expect(markdown).toContain('strength 0.41')
    expect(markdown).not.toMatch(/probab/i)
  })

  it.each([
    [
      { strength: NaN, label: 'undecided' },
      'no number (0.35 to 0.45 over four formulas), contested',
    ],
    [{ lowest: NaN, highest: NaN }, 'strength 0.41, open objection'],
    [{ lowest: 0.411, highest: 0.4155 }, 'strength 0.41, open objection'],
    [{ highest: 0.5 }, 'strength 0.41 (0.35 to 0.50 over four formulas), open objection'],
    [
      { highest: 0.51, without: 1 },
      'strength 0.41 (0.35 to 0.51 over the formulas that give a number; ' +
        'it depends on the formula), open objection',
    ],
    [{ strength: 0, label: undefined }, 'left out'],
  ] as const)('says how the topic stands: %o', (other, words) => {
    const inView: TopicStanding = { ...inMap, ...other }
    const topic = { statement: 'Light is a wave.', inMap, inView }
    expect(toViewMarkdown(view, { ...parts, topic })).toContain(`In my view: ${words}.\n`)
  })

  it('of a link is nobody’s own', () => {
    const markdown = toViewMarkdown(view, { ...parts, isOwn: false })
    expect(markdown).toMatch(/^A view of \[Light\]/)
    expect(markdown).not.toMatch(/\b(I|my)\b/i)
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
    const cruxes = ids.map((id) => ({ id, ends: [0.1, 0.2] as const }))
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
    expect(new Set(links.slice(2))).toEqual(new Set([address]))
  })
})

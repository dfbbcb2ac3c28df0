import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import type { Comparison } from '../../src/analysis/compare/comparison.ts'
import { drawComparison } from '../../src/outputs/comparison-drawing.ts'
import {
  comparisonMarker,
  toComparisonMarkdown,
} from '../../src/outputs/comparison-markdown.ts'
import { toComparisonText } from '../../src/outputs/comparison-text.ts'
import { toMarkdownText } from '../../src/outputs/markdown-text.ts'
import { renderMermaid } from '../../src/site/diagram/render-mermaid.ts'
import { lightComparison, withTexts } from './comparison.ts'
import { hostile } from './graph.ts'

const base = 'https://example.org/assay'

/** As GitHub parses it, every text by itself: what parts two texts parts what could be found in them. */
function parse(markdown: string) {
  const found = {
    links: [] as string[],
    html: new Set<string>(),
    types: new Set<string>(),
    code: [] as string[],
    texts: [] as string[],
  }
  visit(unified().use(remarkParse).use(remarkGfm).use(remarkMath).parse(markdown), (node: Nodes) => {
    found.types.add(node.type)
    if (node.type === 'link') found.links.push(node.url)
    if (node.type === 'html') found.html.add(node.value)
    if (node.type === 'code') found.code.push(node.value)
    if (node.type === 'text') found.texts.push(node.value)
  })
  return found
}

const attacks = [
  hostile,
  `${comparisonMarker}\n<!-- assay-comparison -->`,
  '@octocat @org/team and me@evil.example',
  'fixes #1, closes GH-12, resolves octo/repo#3, octo/repo@0123456789abcdef0123456789abcdef01234567',
  'https://evil.example www.evil.example ftp://evil.example mailto:a@evil.example',
  'commit 0123456789abcdef0123456789abcdef01234567 or deadbeef',
  ':x: :+1: :octocat: $a$ $$b$$ \\(c\\) GHSA-aaaa-bbbb-cccc CVE-2020-1234',
  '](javascript:alert(1)) ![x](https://evil.example/t.png) [x]: https://evil.example',
  '</details></summary><img src=x onerror=alert(1)><script>alert(1)</script>',
  '```\n```mermaid\nflowchart LR\n  a-->b\n```',
  '| a | b |\n| --- | --- |\n# Heading\n- item\n1. one\n> quote\n---\n===',
  '**bold** _it_ ~~gone~~ `code` [^1] \\ &lt;b&gt; &#64;octocat',
  '::error::x\n##[add-path]/tmp\n::stop-commands::x',
]

/** What GitHub turns into something in a text of its own. */
const live =
  /@\w|#\d|\bgh-\d|\bghsa-|\bcve-|:[\w+-]+:|https?:\/\/|ftp:\/\/|mailto:\w|www\.|\b[\da-f]{7,40}\b|\$.*\$|^::|##\[/i

describe('a comparison as Markdown', () => {
  it('is a comment with the thesis first', async () => {
    const markdown = toComparisonMarkdown(lightComparison(), { base })
    expect(markdown.split('\n')[0]).toBe(comparisonMarker)
    await expect(markdown).toMatchFileSnapshot('golden/comparison.md')
  })

  it('is a page without the marker for a step summary', () => {
    const markdown = toComparisonMarkdown(lightComparison(), { base, withoutMarker: true })
    expect(markdown).not.toContain(comparisonMarker)
  })

  it('links pages that there are, and none where no site is known', () => {
    const { links } = parse(toComparisonMarkdown(lightComparison(), { base }))
    expect(links).toContain(`${base}/c/wave/`)
    expect(links.filter((link) => link.includes('/blur/'))).toEqual([])
    expect(parse(toComparisonMarkdown(lightComparison(), { base: '/assay' })).links).toEqual([])
  })

  it.each(attacks)('shows %j as it is, whoever wrote it and wherever it stands', (text) => {
    const plain = parse(toComparisonMarkdown(lightComparison(), { base }))
    const markdown = toComparisonMarkdown(withTexts(lightComparison(), text), { base })
    const { links, html, types, code, texts } = parse(markdown)
    expect(links).toEqual(plain.links)
    expect([...types].filter((type) => !plain.types.has(type) && type !== 'html')).toEqual([])
    const ours = [
      ...[comparisonMarker, '<!-- -->', '<code>', '</code>', '<ins>', '</ins>', '<del>', '</del>'],
      ...[...html].filter((value) => /^<details>\n<summary>[A-Z][\w ]+ \(\d+\)<\/summary>$/.test(value)),
      '</details>',
    ]
    expect([...html].filter((value) => !ours.includes(value))).toEqual([])
    expect(markdown.split(comparisonMarker)).toHaveLength(2)
    expect(code).toHaveLength(1)
    expect(texts.filter((each) => live.test(each))).toEqual([])
  })

  it.each(attacks)('is drawn by Mermaid with the title %j', async (title) => {
    const drawn = drawComparison(withTexts(lightComparison(), title)) ?? ''
    expect(drawn).not.toMatch(/^\s*```/m)
    const svg = await renderMermaid(drawn, { id: 'd' })
    expect(svg.match(/class="node (?:claim|evidence|counterargument|question)/g)).toHaveLength(4)
    expect(svg).not.toMatch(/<script|<img|href="javascript/)
  })

  it('fits into a comment and counts what has no room', () => {
    const comparison = withTexts(lightComparison(), '@<'.repeat(250))
    const [entry] = comparison.added
    const added = Array.from({ length: 200 }, () => entry!)
    const markdown = toComparisonMarkdown({ ...comparison, added }, { base, whole: 'the run' })
    expect(markdown.length).toBeLessThanOrEqual(65_536)
    expect(markdown).toMatch(/\n\d+ lines are left out here; all of it is in the run\.\n$/)
    expect(parse(markdown).html).toContain('</details>')
    const counted: Comparison = { ...lightComparison(), leftOut: { added: 7 } }
    expect(toComparisonMarkdown(counted, { base })).toContain('7 lines are left out here.')
  })

  it('says in words what is too much to draw', () => {
    const drawing = { nodes: [], edges: [], leftOut: 41 }
    const markdown = toComparisonMarkdown({ ...lightComparison(), drawing }, { base })
    expect(markdown).toContain('Too much changed to be drawn: 41 nodes.')
    expect(markdown).not.toContain('mermaid')
  })
})

describe('a comparison as text', () => {
  it('is for a terminal', async () => {
    const text = toComparisonText(lightComparison(), { colour: false })
    await expect(text).toMatchFileSnapshot('golden/comparison.txt')
    expect(toComparisonText(lightComparison(), { colour: true })).toContain('\u001b[32m{+')
  })

  it.each(attacks)('lets no character of %j move the cursor or begin a line', (text) => {
    const plain = toComparisonText(lightComparison(), { colour: false })
    const written = toComparisonText(withTexts(lightComparison(), text), { colour: false })
    expect(written.split('\n')).toHaveLength(plain.split('\n').length)
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|^::/m)
  })
})

describe('a stranger’s text as Markdown', () => {
  it.each(attacks)('%j is read as it was written', (text) => {
    const shown = parse(`x ${toMarkdownText(text)}`).texts.join('')
    const visible = text.replace(/[\p{Cc}\p{Cf}]/gu, (each) => {
      const code = (each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      return `⟨U+${code}⟩`
    })
    expect(shown).toBe(`x ${visible.replace(/`([^`]*)`/g, '$1')}`.trimEnd())
  })
})

import type { Link } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { ArgumentNode } from '../../src/core/document.ts'
import { parseBody } from '../../src/readers/markdown.ts'
import { readDocument } from '../../src/readers/read-document.ts'

function read(body: string, ends = '\n') {
  const text = `---\nkind: claim\ntitle: A claim\nstatement: A claim stands.\n---\n\n${body}\n`
  const path = 'content/demo/some-claim.md'
  const { value, problems } = readDocument({ path, text: text.replaceAll('\n', ends) })
  return { node: value as ArgumentNode, problems }
}

describe('parseBody', () => {
  it.each(['\n', '\r\n'])('gives positions of the file with line ends %j', (ends) => {
    const { node } = read('First.\n\nSee [that](that-claim.md).', ends)
    const [, second] = parseBody(node).children
    const link = second?.type === 'paragraph' ? (second.children[1] as Link) : undefined
    expect(link?.position?.start).toMatchObject({ line: 9, column: 5 })
    expect(node.mentions).toEqual([
      {
        path: 'content/demo/that-claim.md',
        href: 'that-claim.md',
        place: {
          file: 'content/demo/some-claim.md',
          start: { line: 9, column: 5 },
          end: { line: 9, column: 26 },
        },
      },
    ])
  })

  it('parses a body once, and also one that was not read here', () => {
    const { node } = read('Text.')
    expect(parseBody(node)).toBe(parseBody(node))
    const copy = { place: node.place, body: { ...node.body } }
    expect(parseBody(copy)).toEqual(parseBody(node))
    expect(parseBody(copy)).not.toBe(parseBody(node))
  })

  it('is empty where the body is not read', () => {
    const body = { markdown: '['.repeat(5_000), line: 1 }
    expect(parseBody({ place: read('Text.').node.place, body }).children).toEqual([])
  })

  it('knows tables, footnotes, strikethrough and math', () => {
    const { node } = read('| a |\n| - |\n| b |\n\nA[^n] ~~b~~ $c$\n\n$$\nd\n$$\n\n[^n]: Note.')
    const types = parseBody(node).children.map(({ type }) => type)
    expect(types).toEqual(['table', 'paragraph', 'math', 'footnoteDefinition'])
  })
})

describe('what a body is found to have', () => {
  it('binds figures to results', () => {
    const { node } = read('A peak of [1.11 ± 0.02](../results/over.json#/peak/0) and [all](../results/over.json).')
    expect(node.figures).toMatchObject([
      { path: 'content/results/over.json', pointer: '/peak/0', text: '1.11 ± 0.02' },
    ])
    expect(node.mentions.map(({ path }) => path)).toEqual(['content/results/over.json'])
  })

  it.each([
    ['Some 40 of them.', true],
    ['None of them.', false],
    ['See [this](https://example.org/2024/05) and `x1`.', false],
    ['A formula $x^2$.', false],
    ['A note.[^1]\n\n[^1]: Nothing.', false],
    ['| a |\n| - |\n| 7 |', true],
  ])('says whether %j gives numbers', (body, expected) => {
    expect(read(body).node.givesNumbers).toBe(expected)
  })

  it.each([
    ['One two three.', 3],
    ['well-known facts – of *which* `code` is none', 6],
    ['it’s 3.5 % of [the lot](that-claim.md)', 5],
    ['```\ncode\n```', 0],
  ])('counts the words of %j', (body, words) => {
    expect(read(body).node.words).toBe(words)
  })

  it('suggests the footnote that was meant', () => {
    const { problems } = read('A claim.[^ends] And \\[^other].\n\n[^end]: Text.')
    expect(problems.filter(({ code }) => code === 'undefined-footnote')).toMatchObject([
      { nearest: 'end', place: { start: { line: 7, column: 9 }, end: { line: 7, column: 16 } } },
    ])
  })
})

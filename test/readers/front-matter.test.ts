import { describe, expect, it } from 'vitest'
import { splitFence } from '../../src/readers/fence.ts'
import { readFrontMatter } from '../../src/readers/front-matter.ts'
import { readDocument } from '../../src/readers/read-document.ts'
import { readText } from '../../src/readers/text.ts'

function read(text: string) {
  const file = readText({ path: 'content/demo/some-claim.md', text }).value
  const fenced = file && splitFence(file).fenced
  if (file === undefined || fenced === undefined) throw new TypeError('Expected a fence')
  const { value, problems } = readFrontMatter(file, fenced)
  if (value === undefined) throw new TypeError('Expected front matter')
  const at = (path: (string | number)[], part: 'key' | 'value') => {
    const { start, end } = value.locate(path, part)
    return `${start.line}:${start.column}-${end.line}:${end.column}`
  }
  return { data: value.data, at, problems, written: value.written }
}

const text = `---
title: "A \\"quoted\\" title"
supports:
  - one-claim
  - { to: two-claim, weight: 0.5 }
because: >
  folded
  text
# a comment
empty:
---
Body
`

describe('readFrontMatter', () => {
  it('gives plain data', () => {
    expect(read(text).data).toEqual({
      title: 'A "quoted" title',
      supports: ['one-claim', { to: 'two-claim', weight: 0.5 }],
      because: 'folded text\n',
      empty: null,
    })
  })

  it.each(['LF', 'CRLF'])('says where keys and values start and end, with %s', (ends) => {
    const { at } = read(ends === 'LF' ? text : text.replaceAll('\n', '\r\n'))
    expect(at(['title'], 'key')).toBe('2:1-2:6')
    expect(at(['title'], 'value')).toBe('2:8-2:28')
    expect(at(['supports', 0], 'value')).toBe('4:5-4:14')
    expect(at(['supports', 1, 'to'], 'key')).toBe('5:7-5:9')
    expect(at(['supports', 1, 'weight'], 'value')).toBe('5:30-5:33')
    expect(at(['supports', 1], 'value')).toBe('5:5-5:35')
  })

  it('places what is absent at what is around it', () => {
    const { at } = read(text)
    expect(at(['kind'], 'value')).toBe('1:1-1:4')
    expect(at(['supports', 1, 'because'], 'value')).toBe('5:5-5:35')
  })

  it('gives values as written', () => {
    expect(read('---\na: 12E4\n---\n').written(['a'])).toBe('12E4')
  })

  it('reads each file afresh', () => {
    const broken = '---\ntitle: a\ntitle: b\n---\n'
    expect(read(broken).problems).toHaveLength(1)
    expect(read(broken).problems).toHaveLength(1)
    const first = read(text).data as Record<string, unknown>
    first['title'] = 'changed'
    expect(read(text).data['title']).toBe('A "quoted" title')
  })

  it.each([
    ['supports:\n\t- a-b-c', 'spaces at the start of the line, not a tab'],
    ['title: A: b', 'one field on a line, or double quotes around a text with a colon'],
    ['supports:\n  - a-b-c\n    because: x', 'a field `name: value`, or `- to: an-id` before'],
    ['supports:[a-b-c]', 'fields such as `title: …`'],
    ['title: @me', 'double quotes around a text that starts with this character'],
  ])('says in plain words what is wrong with %j', (yaml, expected) => {
    const file = { path: 'content/demo/some-claim.md', text: `---\n${yaml}\n---\n` }
    const [found] = readDocument(file).problems
    expect(found?.expected).toContain(expected)
    expect(found?.message).not.toContain('⟨U+')
  })

  it('keeps the words of YAML 1.1 as texts', () => {
    expect(read('---\na: no\nb: on\nc: 2024-05-15\nd: 0o7\n---\n').data).toEqual({
      a: 'no',
      b: 'on',
      c: '2024-05-15',
      d: 7,
    })
  })
})

describe('splitFence', () => {
  it('ends the front matter at the first fence only', () => {
    const file = readText({ path: 'a', text: '---\na: 1\n---\nBody\n\n---\nmore' }).value
    expect(file && splitFence(file)).toEqual({
      fenced: '---\na: 1\n---\n',
      body: { markdown: 'Body\n\n---\nmore', line: 4 },
      problems: [],
    })
  })
})

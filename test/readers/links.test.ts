import { describe, expect, it } from 'vitest'
import { classifyLink } from '../../src/readers/links.ts'

const from = 'content/demo/some-claim.md'

describe('classifyLink', () => {
  it.each([
    ['other-claim.md', 'content/demo/other-claim.md', ''],
    ['./other-claim.md', 'content/demo/other-claim.md', ''],
    ['../sources/doe2024.md#p-2', 'content/sources/doe2024.md', 'p-2'],
    ['../../content/sources/doe2024.md', 'content/sources/doe2024.md', ''],
    ['../results/some-run.json#/a~1b/%30', 'content/results/some-run.json', '/a~1b/0'],
    ['other%2Dclaim.md', 'content/demo/other-claim.md', ''],
    ['other-claim.md?plain=1', 'content/demo/other-claim.md', ''],
  ])('resolves %s', (href, path, fragment) => {
    expect(classifyLink(href, from)).toEqual({ type: 'file', path, fragment })
  })

  it.each([
    ['https://example.org/a?b=c#d', 'address'],
    ['HTTP://example.org', 'address'],
    ['mailto:jane@example.org', 'address'],
    ['#part', 'fragment'],
    ['', 'malformed'],
    ['?a=b', 'malformed'],
    ['https:example.org', 'malformed'],
    ['https://', 'malformed'],
    ['https://exa mple.org', 'malformed'],
    ['100%.md', 'malformed'],
    ['../..', 'outside'],
    ['../../../../x', 'outside'],
    ['..', 'outside'],
    ['/content/demo/other-claim.md', 'outside'],
    ['//example.org', 'unsafe'],
    ['ftp://example.org', 'unsafe'],
    ['%6aavascript:x', 'unsafe'],
    [' javascript:x', 'unsafe'],
    ['java\nscript:x', 'unsafe'],
    ['\u200bjavascript:x', 'unsafe'],
    ['%00', 'unsafe'],
    ['..%5c..%5cx', 'unsafe'],
    ['https://a:b@example.org', 'unsafe'],
    ['blob:https://example.org/x', 'unsafe'],
  ])('finds that %j is %s', (href, type) => {
    expect(classifyLink(href, from).type).toBe(type)
  })
})

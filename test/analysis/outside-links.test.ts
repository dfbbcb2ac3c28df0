import { describe, expect, it } from 'vitest'
import { outsideLinks } from '../../src/analysis/outside-links.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'

function linksOf(path: string, text: string) {
  return outsideLinks(assemble([{ path, text }])).map(({ url, host, place }) => [
    url,
    host,
    `${String(place.start.line)}:${String(place.start.column)}`,
  ])
}

const node = (body: string) =>
  `---\nkind: claim\ntitle: A title\nstatement: A statement of the claim.\n---\n\n${body}\n`

describe('outsideLinks', () => {
  it('finds DOI and address of a source and links in its body, in reading order', () => {
    const text = `---
type: webpage
title: A page
author:
  - { literal: Somebody }
issued: 2020
DOI: 10.1000/a#b
URL: https://www.Example.org/Ü
checked:
  how: unread
  where: Nowhere.
---

See [there](http://example.net:8080/x "title").
`
    expect(linksOf('content/sources/somebody2020page.md', text)).toEqual([
      ['https://doi.org/10.1000/a#b', 'doi.org', '7:6'],
      ['https://www.example.org/%C3%9C', 'example.org', '8:6'],
      ['http://example.net:8080/x', 'example.net:8080', '14:5'],
    ])
  })

  it.each([
    ['<https://a.example/b>', 'https://a.example/b'],
    ['https://a.example/b, bare', 'https://a.example/b'],
    ['www.a.example/b', 'http://www.a.example/b'],
    ['[x][y]\n\n[y]: https://a.example/b', 'https://a.example/b'],
    ['[x](&#104;ttps://a.example/b)', 'https://a.example/b'],
    ['[x](HTTPS://A.example/b)', 'https://a.example/b'],
    ['A note.[^1]\n\n[^1]: [x](https://a.example/b)', 'https://a.example/b'],
  ])('finds %j', (body, url) => {
    expect(linksOf('content/map/some-claim.md', node(body)).map(([found]) => found)).toEqual([url])
  })

  it.each([
    '`https://a.example/b`',
    '    https://a.example/b',
    '[x](other-claim.md)',
    '[x](mailto:a@a.example)',
    '[x](javascript:https://a.example)',
    '[x](https://)',
    '[x](//a.example/b)',
    'http and www and &amp; as words',
  ])('finds nothing outside in %j', (body) => {
    expect(linksOf('content/map/some-claim.md', node(body))).toEqual([])
  })

  it('finds one or more for every source of the map that has an address', () => {
    const kb = assemble(readContent('content'))
    const files = new Set(outsideLinks(kb).map(({ place }) => place.file))
    const addressed = [...kb.sources.values()].filter(({ doi, url }) => (doi ?? url) !== undefined)
    expect(addressed.length).toBeGreaterThan(50)
    for (const { place } of addressed) expect(files).toContain(place.file)
  })
})

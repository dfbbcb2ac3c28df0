import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordingOf } from '../../src/analysis/reviews.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { commit, git, mapFile, nodeFile, write } from '../scripts/folder.ts'
import { attribute, named, pagesOf, textOf, type Build } from './built.ts'
import { buildSmall } from './small-site.ts'

const because = 'It tells them apart.'
const source = `---
type: book
title: Opticks
author: [{ family: Newton, given: Isaac }]
issued: 1704
checked: { how: primary, where: The second book }
---

Rings of colour.
`
const perfect = {
  'content/light/index.md': mapFile,
  'content/light/wave.md': nodeFile(),
  'content/light/rings.md': nodeFile({
    kind: 'evidence',
    title: 'Rings',
    statement: 'A lens on glass shows rings.',
    supports: [{ to: 'wave', because }],
    sources: ['opticks'],
  }),
  'content/sources/opticks.md': source,
}

const hostile = 'A <b>stream</b> & `x` "><script>alert(1)</script>'
const broken = {
  ...perfect,
  'content/sources/opticks.md': source.replace('primary', 'unread'),
  'content/light/wave.md': nodeFile({ statement: 'Light is a wave in something.' }),
  'content/light/stream.md': nodeFile({
    kind: 'counterargument',
    title: hostile,
    statement: 'Light is a stream of bodies.',
    rebuts: ['wave'],
  }),
  'content/light/shadow.md': nodeFile({
    kind: 'evidence',
    title: 'Shadows',
    statement: 'Shadows have edges.',
    undercuts: [{ from: 'rings', to: 'wave', because }],
  }),
  'content/light/ether.md': nodeFile({ title: 'An ether', supports: [{ to: 'wave', because }] }),
  'content/light/why.md': nodeFile({ kind: 'question', title: 'Why?', statement: 'Why is light?' }),
  'content/light/old.md': nodeFile({
    title: 'Old',
    statement: 'Light is a ray.',
    withdrawn: { on: '2026-05-03', reason: 'It says less.', 'merged-into': 'wave' },
  }),
  'content/light/outline.md':
    '---\ntitle: The text\n---\n\nAn introduction.\n\n## First\n\n- **S1** Light is <i>fast</i>.\n',
}

/** Writes reviews of all relations as they are worded now. */
function review(folder: string): void {
  const kb: KnowledgeBase = assemble(readContent(path.join(folder, 'content')))
  const lines = [...kb.graph.edges.values()].map((edge) => `${edge.id}\t${wordingOf(kb.graph, edge)}\n`)
  write(folder, { 'content/reviews.tsv': lines.join('') })
}

function pageOf(build: Build) {
  const page = pagesOf(build).find(({ file }) => file === 'health/index.html')
  if (page === undefined) throw new Error('There is no page.')
  const text = page.html.replace(/<style[^]*?<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const json = JSON.parse(readFileSync(path.join(build.out, 'health.json'), 'utf8'))
  return { ...page, text, json }
}

describe('a map that lacks nothing, in no repository', () => {
  const build = buildSmall((folder) => {
    write(folder, perfect)
    review(folder)
  })

  it('waits for nobody', () => {
    const { text, json } = pageOf(build)
    expect(text).toContain('Nothing here waits for anybody.')
    expect(text).toContain('What was withdrawn or merged 0')
    expect(text).toContain('No result is published yet.')
    expect(Object.values(json.waiting).flat()).toEqual([])
    expect(json.problems).toEqual([])
  })

  it('says that nothing is known of its past, and tells none', () => {
    const { text, json } = pageOf(build)
    expect(text).toContain('The content is in no git repository that has a commit and can be read.')
    expect(text).not.toContain('Changes by month')
    expect(json.incomplete).toContain('no git repository')
    expect(json).not.toHaveProperty('changes')
  })
})

describe('a map that lacks much, in a shallow clone', () => {
  const build = buildSmall((folder) => {
    git(folder, 'init', '--quiet')
    write(folder, perfect)
    review(folder)
    commit(folder)
    write(folder, broken)
    // What makes a clone of depth 1: git takes this commit for one without parents.
    write(folder, { '.git/shallow': `${commit(folder)}\n` })
  })

  it('lists all of it, with where to help', () => {
    const { document, text } = pageOf(build)
    const headings = named(document, 'h2').map((h2) => attribute(h2, 'id'))
    expect(headings).toEqual(
      expect.arrayContaining([
        'problems',
        'objections',
        'second-hand',
        'unsupported',
        'suspect',
        'unanswered-questions',
        'unread',
        'unreviewed',
        'without-because',
        'uncarried',
      ]),
    )
    const links = named(document, 'a').map((link) => attribute(link, 'href'))
    expect(links).toEqual(
      expect.arrayContaining([
        '/assay/new/#rebuts=stream',
        '/assay/new/#rebuts=shadow',
        '/assay/new/#supports=ether',
        '/assay/new/#evidence=ether',
        '/assay/new/#answers=why',
        '/assay/essay/#s1',
        '/assay/c/old/kept/',
      ]),
    )
    expect(named(document, 'code').map(textOf)).toContain("npm run review -- --edge 'rings>wave'")
    expect(text).toContain('An ether supports “Light is a wave”')
    expect(text).toContain('content/sources/opticks.md')
  })

  it('says from when on it knows anything, and no number of what it does not know', () => {
    const { text, json } = pageOf(build)
    expect(text).toMatch(/What was before \d+ \w+ \d{4} is not known here: this was made from a shallow clone\./)
    expect(text).toContain('No change is known in these months.')
    expect(json.changes).toMatchObject({ months: [], newest: [] })
  })

  it('shows what strangers wrote as text', () => {
    const { document, html } = pageOf(build)
    expect(html).not.toContain('<script>alert')
    expect(named(document, 'b', 'i')).toEqual([])
  })
})

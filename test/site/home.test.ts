import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFile, write } from '../scripts/folder.ts'
import { attribute, elements, named, pagesOf, textOf, type Document, type Element } from './built.ts'
import { buildSmall } from './small-site.ts'

const mapFile = (title: string, heads: string) =>
  `---\ntitle: ${title}\nquestion: What is it?\n${heads}\nparts: []\n---\n\nWhat is known of it.\n`
const claim = (statement: string, relations: object = {}) =>
  nodeFile({ title: statement.slice(0, -1), statement, ...relations })
const to = (id: string) => [{ to: id, because: 'It tells of it.' }]

/** Two maps: one whose rival is withdrawn and whose thesis nothing stands against; one whose only reason is undercut four times. */
const files = {
  'content/light/index.md': mapFile('Light', 'thesis: wave\nrival: particle'),
  'content/light/wave.md': claim('Light is a wave.'),
  'content/light/particle.md': claim('Light is made of particles.', {
    rebuts: to('wave'),
    withdrawn: { on: '2026-01-31', reason: 'Nobody holds it.' },
  }),
  'content/light/bends.md': claim('Light bends.', { supports: to('wave') }),
  'content/light/glass.md': claim('Glass bends light.', { supports: to('bends') }),
  'content/light/dark.md': claim('Glass is dark.', { kind: 'counterargument', rebuts: to('glass') }),
  'content/light/pieces.md': claim('Light comes in pieces.', {
    kind: 'counterargument',
    rebuts: [...to('wave'), ...to('no-pieces')],
  }),
  'content/light/no-pieces.md': claim('Nothing comes in pieces.', {
    kind: 'counterargument',
    rebuts: to('pieces'),
  }),
  'content/light/straight.md': claim('Light goes straight.', {
    kind: 'counterargument',
    undercuts: [{ from: 'bends', to: 'wave', because: 'It does, mostly.' }],
  }),
  'content/light/not-straight.md': claim('Light goes round corners.', { rebuts: to('straight') }),
  'content/sound/index.md': mapFile('Sound', 'thesis: pressure'),
  'content/sound/pressure.md': claim('Sound is pressure.'),
  'content/sound/drum.md': claim('A drum shakes the air.', { kind: 'evidence', supports: to('pressure') }),
  ...Object.fromEntries(
    ['loud', 'late', 'soft', 'odd'].map((id) => [
      `content/sound/${id}.md`,
      claim(`Drums are ${id}.`, {
        kind: 'counterargument',
        undercuts: [{ from: 'drum', to: 'pressure', because: 'It is beside the point.' }],
      }),
    ]),
  ),
}

const build = buildSmall((folder) => write(folder, files), { site: 'https://assay.example' })

function documentOf(where: string): Document {
  const page = pagesOf(build).find(({ file }) => file === `${where}index.html`)
  if (page === undefined) throw new Error(`There is no page ${where}.`)
  return page.document
}

function wordsOf(element: Element): string {
  return [element, ...elements(element)].map(textOf).join(' ').replace(/\s+/g, ' ').trim()
}

const mainOf = (where: string): string => wordsOf(named(documentOf(where), 'main')[0] as Element)

describe('the home page of two maps', () => {
  it('has one picture, of both', () => {
    const figures = named(documentOf(''), 'figure')
    expect(figures.map((figure) => attribute(figure, 'class'))).toEqual(['overview'])
    const caption = wordsOf(named(documentOf(''), 'figcaption')[0] as Element)
    expect(caption).toMatch(/^All of it: 14 statements, the theses at the top, /)
  })

  it('has no id twice, and every name that is referred to', () => {
    const all = [...elements(documentOf(''))]
    const ids = all.flatMap((element) => attribute(element, 'id') ?? [])
    expect(ids).toEqual([...new Set(ids)])
    const names = all.flatMap((element) => attribute(element, 'aria-labelledby') ?? [])
    expect(names.length).toBeGreaterThan(2)
    expect(names.filter((name) => !ids.includes(name))).toEqual([])
  })

  it('shows no withdrawn rival', () => {
    const words = mainOf('')
    expect(words).toContain('The essay’s thesis')
    expect(words).not.toContain('Its rival')
    expect(words).not.toContain('Light is made of particles')
  })

  it('says what stands, with a list only where something does', () => {
    const sides = named(documentOf(''), 'section').filter(({ parentNode }) =>
      parentNode !== null && 'attrs' in parentNode && attribute(parentNode, 'class') === 'sides')
    const told = sides.map((side) => ({
      says: wordsOf([...elements(side)].find(({ tagName }) => tagName === 'p') as Element).split(':')[0],
      items: [...elements(side)].filter(({ tagName }) => tagName === 'li').length,
      lists: [...elements(side)].filter(({ tagName }) => tagName === 'ul').length,
    }))
    const about = 'to the thesis and to the steps towards it'
    expect(told).toEqual([
      { says: 'The one reason for the thesis stands in this map', items: 1, lists: 1 },
      { says: `None of the 2 objections ${about} stands in this map`, items: 0, lists: 0 },
      { says: 'The one reason for the thesis does not stand in this map', items: 0, lists: 0 },
      { says: `Of 4 objections ${about} 4 stand in this map`, items: 3, lists: 1 },
    ])
  })

  it('leads to all objections where more stand than it shows, undercuts too', () => {
    const all = named(documentOf(''), 'a').filter((link) => wordsOf(link).startsWith('All of them'))
    expect(all.map((link) => attribute(link, 'href'))).toEqual(['/assay/c/pressure/why/#false'])
    const ids = [...elements(documentOf('c/pressure/why/'))].flatMap((element) => attribute(element, 'id') ?? [])
    expect(ids).toContain('false')
    expect(mainOf('c/pressure/why/')).toContain('Objections that stand 4')
  })
})

describe('the page of why a node matters, of two maps', () => {
  it('tells what is contested from what stands', () => {
    const headings = named(documentOf('c/wave/why/'), 'h3').map(wordsOf)
    expect(headings).toEqual(expect.arrayContaining(['Objections that stand 1', 'Objections that are contested 1']))
    const words = mainOf('c/wave/why/')
    expect(words).toContain('What follows is against it, against what it rests on, or against a step between them.')
    expect(words).toContain('Where an objection is contested, it and the replies to it hang on one another')
  })

  it('says what a leaf is', () => {
    expect(mainOf('c/drum/why/')).toContain('It is evidence that names no source.')
    expect(mainOf('c/glass/why/')).toContain('It is a statement without evidence in this map.')
  })
})

describe('what readers and robots are led to', () => {
  it('is no case with a withdrawn rival', () => {
    const words = mainOf('read/')
    expect(words).toContain('The case against it')
    expect(words).not.toContain('then the rival')
  })

  it('is not why a withdrawn node mattered', () => {
    const text = readFileSync(path.join(build.out, 'sitemap.xml'), 'utf8')
    const why = [...text.matchAll(/\/c\/([^/]+)\/why\//g)].map(([, id]) => id)
    const ids = Object.keys(files).map((file) => path.basename(file, '.md'))
    expect(why.toSorted()).toEqual(ids.filter((id) => id !== 'particle' && id !== 'index').toSorted())
    expect(text).toContain('/c/particle/history/')
  })
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readAsked } from '../../src/site/new/doings.ts'
import { slowCount } from '../analysis/health/slow-count.ts'
import { root } from '../scripts/folder.ts'
import { attribute, builds, elements, named, pagesOf, type Element } from './built.ts'

const slow = slowCount(path.join(root, 'content'))

/** What is on a list of the page by the id of its heading, from the slow count. */
const listed: Readonly<Record<string, readonly string[]>> = {
  objections: slow.objections,
  'second-hand': slow.secondHand,
  unsupported: slow.unsupported,
  'without-evidence': slow.withoutEvidence,
  suspect: slow.suspect,
  'unanswered-questions': slow.questions,
  unread: slow.unread,
  unreviewed: slow.unreviewed,
  'without-because': slow.withoutBecause,
  uncarried: slow.uncarried,
}

function words(element: Element): string {
  return element.childNodes
    .map((node) => ('value' in node ? node.value : 'tagName' in node ? words(node) : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

const below = (element: Element, name: string) =>
  [...elements(element)].filter(({ tagName }) => tagName === name)

describe.each(builds)('the page of the map’s health under $base', (build) => {
  const page = pagesOf(build).find(({ file }) => file === 'health/index.html')
  if (page === undefined) throw new Error('There is no page.')
  const { document, html } = page
  const sections = new Map(
    named(document, 'section').map((section) => [attribute(section, 'aria-labelledby') ?? '', section]),
  )
  const linksOf = (section: Element, of: string) =>
    below(section, 'li').map((li) => attribute(below(li, 'a')[0] as Element, 'href')?.split(of)[1])
  const json = JSON.parse(readFileSync(path.join(build.out, 'health.json'), 'utf8'))

  it('lists just what a slow count of the files finds, under a heading with its number', () => {
    for (const [id, expected] of Object.entries(listed)) {
      const section = sections.get(id)
      expect(section === undefined, id).toBe(expected.length === 0)
      if (section === undefined) continue
      expect(words(below(section, 'h2')[0] as Element)).toMatch(new RegExp(` ${expected.length}$`))
      expect(below(section, 'li')).toHaveLength(expected.length)
    }
    const ids = (id: string, of: string) =>
      linksOf(sections.get(id) as Element, of).map((rest) => rest?.replace('/', '')).sort()
    expect(ids('objections', '/c/')).toEqual(slow.objections)
    expect(ids('unsupported', '/c/')).toEqual(slow.unsupported)
    expect(ids('unread', '/sources/')).toEqual([...slow.unread].sort())
  })

  it('begins with all lists that are not empty, and their numbers', () => {
    const rows = below(sections.get('waits') as Element, 'li')
    for (const row of rows) {
      const id = attribute(below(row, 'a')[0] as Element, 'href')?.slice(1) ?? ''
      const section = sections.get(id) as Element
      expect(Number(words(below(row, 'span')[0] as Element))).toBe(below(section, 'li').length)
    }
    const names = rows.map((row) => attribute(below(row, 'a')[0] as Element, 'href')?.slice(1))
    expect(names).toEqual(expect.arrayContaining(Object.keys(listed).filter((id) => listed[id]?.length)))
  })

  it('leads from every entry to where help begins', () => {
    for (const id of ['objections', 'second-hand', 'unsupported', 'contested', 'unread']) {
      for (const entry of below(sections.get(id) as Element, 'li')) {
        const [, ...acts] = below(entry, 'a').map((link) => attribute(link, 'href') ?? '')
        const files = below(entry, 'code').map(words)
        expect([...acts, ...files].length, words(entry)).toBeGreaterThan(0)
        for (const act of acts.filter((href) => href.includes('/new/'))) {
          expect(readAsked(act.slice(act.indexOf('#')))).toMatchObject({ end: '' })
        }
      }
    }
    const [first] = linksOf(sections.get('objections') as Element, '/c/')
    expect(html).toContain(`${build.base}new/#rebuts=${first?.replace('/', '')}"`)
  })

  it('has tables that add up, to what a slow count finds', () => {
    const tables = below(sections.get('holds') as Element, 'table').map((table) =>
      below(table, 'tr')
        .slice(1)
        .map((row) => below(row, 'td').map((cell) => Number(words(cell)))),
    )
    for (const rows of tables) {
      const sums = rows.at(-1) ?? []
      sums.forEach((sum, at) => expect(rows.slice(0, -1).reduce((all, row) => all + (row[at] ?? 0), 0)).toBe(sum))
      for (const row of rows.filter(({ length }) => length > 1)) {
        expect(row.slice(0, -1).reduce((all, cell) => all + cell, 0)).toBe(row.at(-1))
      }
    }
    const without = (row: readonly number[] = []) => row.slice(0, -1)
    const [parts, labels, steps, relations, sources] = tables
    expect(without(parts?.at(-1))).toEqual(Object.values(slow.kinds))
    expect(labels?.slice(0, -1).map(without)).toEqual(Object.values(slow.labels).map((row) => Object.values(row)))
    expect(steps?.slice(0, -1).map(without)).toEqual(Object.values(slow.steps).map((row) => Object.values(row)))
    expect(relations?.slice(0, -1).map(without)).toEqual(
      Object.values(slow.relations).map((row) => Object.values(row)),
    )
    expect(sources?.slice(0, -1).flat()).toEqual(Object.values(slow.sources))
  })

  it('tells every verdict, and what left the argument', () => {
    const [tally, list] = below(sections.get('verdicts') as Element, 'ul')
    const counts = below(tally as Element, 'li').map((li) => Number(words(below(li, 'span')[1] as Element)))
    expect(counts).toEqual(Object.values(slow.verdicts))
    expect(below(list as Element, 'li')).toHaveLength(counts.reduce((sum, each) => sum + each, 0))
    expect(below(sections.get('gone') as Element, 'li')).toHaveLength(slow.gone.length)
  })

  it('says the same as JSON', () => {
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort()
    expect(json.version).toBe(1)
    expect(json.counts.kinds).toEqual(slow.kinds)
    expect(json.counts.relations).toEqual(slow.relations)
    expect(ids(json.waiting.objections)).toEqual(slow.objections)
    expect(ids(json.waiting.unread)).toEqual([...slow.unread].sort())
    expect(json.experiments).toHaveLength(Object.values(slow.verdicts).reduce((sum, each) => sum + each, 0))
  })

  it('weighs at most 30 kB', () => {
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(30_000)
  })
})

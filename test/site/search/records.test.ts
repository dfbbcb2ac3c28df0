import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { labelGrounded } from '../../../src/analysis/labels/labelling.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { facetGroups } from '../../../src/site/search/facet-groups.ts'
import { indexFiles } from '../../../src/site/search/index-files.ts'
import { readText } from '../../../src/site/search/record-text.ts'
import { recordsOf, type SearchRecord } from '../../../src/site/search/records.ts'
import { files, hostileTitle } from '../withdrawn/content.ts'

const kb = assemble(Object.entries(files).map(([path, text]) => ({ path, text })))
const about = {
  title: 'Two slits',
  claim: 'particle',
  question: 'Does light interfere with itself?',
  against: 'Two bands.',
  model: 'A wall with two slits.',
  rule: 'Count bands.',
  limits: [],
  sources: [],
}
const experiments = [{ id: 'two-slits', about }]
const records = recordsOf({ kb, labels: labelGrounded(kb.graph), experiments })
const at = (url: string) => records.find((record) => record.url === url) as SearchRecord
const textOf = ({ text }: SearchRecord) =>
  readText(text).map((words) => words.map(({ word }) => word).join(' '))

describe('records', () => {
  it('are of nodes, experiments and sources, and not of what was merged away', () => {
    const urls = records.map(({ url }) => url)
    expect(urls).toEqual(expect.arrayContaining(['/c/wave/', '/c/ether/', '/experiments/two-slits/', '/sources/young/']))
    for (const merged of ['light-moves', 'undulation', 'old-ether']) {
      expect(urls).not.toContain(`/c/${merged}/`)
    }
  })

  it('tell a withdrawn node as one, with its reason', () => {
    const { facets } = at('/c/ether/')
    expect(facets).toMatchObject({ kind: ['claim'], label: ['withdrawn'] })
    expect(textOf(at('/c/ether/'))[2]).toContain('No experiment has found an ether.')
  })

  it('tell how a node stands, what tries it and from which years its sources are', () => {
    expect(at('/c/particle/').facets).toMatchObject({ experiment: ['yes'] })
    expect(at('/c/field/').facets).toMatchObject({ label: ['in'] })
    expect(at('/c/field/').facets.experiment).toBeUndefined()
    const year = at('/sources/young/').facets.year
    expect(year).toHaveLength(1)
    expect(at('/c/ether/').facets.year).toEqual(year)
  })

  it('have the words of a body and none of its addresses', () => {
    const [title, statement, body = ''] = textOf(at('/c/wave/'))
    expect([title, statement]).toEqual(['Light is a wave', 'Light is a wave.'])
    expect(body).toContain('something carries it and that it moves as particles do.')
    expect(body).not.toMatch(/\.md|[[\]]/)
  })
})

describe('facets', () => {
  it('have every value that a record has, with how many have it', () => {
    for (const { facet, values } of facetGroups(kb, records)) {
      const found = records.flatMap((record) => record.facets[facet] ?? [])
      expect(new Set(values.map(({ value }) => value)), facet).toEqual(new Set(found))
      for (const { value, count } of values) {
        expect(count, value).toBe(found.filter((each) => each === value).length)
      }
    }
  })
})

describe('the index', () => {
  it('has the same bytes for the same records, whatever was indexed before', async () => {
    const first = await indexFiles(records)
    await indexFiles(records.slice(0, 2))
    const second = await indexFiles(records)
    expect([...second.keys()]).toEqual([...first.keys()])
    for (const [path, bytes] of first) expect(Buffer.from(second.get(path) ?? []).equals(bytes), path).toBe(true)
  })

  it('keeps what is said in tags as text', async () => {
    const title = hostileTitle
    const text = { content: title, spelt: '' }
    const index = await indexFiles([{ url: '/c/x/', text, weighed: { title }, facets: {} }])
    const fragments = [...index].filter(([path]) => path.startsWith('fragment/'))
    const kept = fragments.map(([, bytes]) => gunzipSync(bytes).subarray('pagefind_dcd'.length).toString())
    expect(kept.map((json) => (JSON.parse(json) as { content: string }).content)).toEqual([title])
  })

  it('has nothing of Pagefind’s own pages', async () => {
    const paths = [...(await indexFiles(records)).keys()]
    expect(paths.filter((path) => /ui|highlight|unknown|playground/.test(path))).toEqual([])
    expect(paths).toEqual(expect.arrayContaining(['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind']))
  })
})

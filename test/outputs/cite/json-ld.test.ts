import jsonld from 'jsonld'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Thing, WithContext } from 'schema-dts'
import { describe, expect, it } from 'vitest'
import { citedText } from '../../../src/outputs/cite/cited-words.ts'
import {
  datasetJsonLd,
  mapJsonLd,
  nodeJsonLd,
  scriptJson,
  siteJsonLd,
} from '../../../src/outputs/cite/json-ld.ts'
import { hostileWordings, realWordings, unknown, wording } from './wordings.ts'

const page = { map: 'https://assay.example/assay/maps/alignment/', modified: '2026-11-29' }
const schema = 'https://schema.org/'

// Types of schema.org 29 with, of their own and inherited properties, those that are used here.
const creativeWork =
  'name url description abstract text genre version author inLanguage license datePublished dateModified isPartOf isBasedOn archivedAt creativeWorkStatus'
const properties: Readonly<Record<string, string>> = {
  Claim: creativeWork,
  Question: creativeWork,
  CreativeWork: creativeWork,
  WebSite: creativeWork,
  Dataset: `${creativeWork} distribution`,
  DataDownload: 'contentUrl encodingFormat',
  Organization: 'name url',
  Person: 'name url',
}

/** Expands what stands in a script element, with schema.org's terms and nothing from the network. */
async function expand(script: string): Promise<Record<string, unknown>> {
  const { '@context': context, ...rest } = JSON.parse(script) as Record<string, unknown>
  expect(context).toBe('https://schema.org')
  const documentLoader = () => Promise.reject(new Error('no network'))
  const all = await jsonld.expand({ '@context': { '@vocab': schema }, ...rest }, { documentLoader })
  expect(all.length).toBe(1)
  return all[0] ?? {}
}

function expectKnown(expanded: unknown): void {
  if (Array.isArray(expanded)) return expanded.forEach(expectKnown)
  if (typeof expanded !== 'object' || expanded === null || '@value' in expanded) return
  const { '@type': types, ...rest } = expanded as Record<string, unknown>
  const type = String(types).replace(schema, '')
  const known = (properties[type] ?? '').split(' ').map((name) => schema + name)
  expect(Object.keys(rest).filter((name) => !known.includes(name)), type).toEqual([])
  Object.values(rest).forEach(expectKnown)
}

function valueOf(expanded: Record<string, unknown>, name: string): unknown {
  const [value] = (expanded[schema + name] ?? []) as readonly Record<string, unknown>[]
  return value?.['@value']
}

describe('nodeJsonLd', () => {
  it('is JSON-LD of schema.org that says what the wording says', async () => {
    for (const each of [...realWordings, ...hostileWordings]) {
      const expanded = await expand(scriptJson(nodeJsonLd(each, page)))
      expectKnown(expanded)
      expect(expanded['@type']).toEqual([schema + (each.kind === 'question' ? 'Question' : 'Claim')])
      const said = ['name', 'text', 'url', 'version', 'datePublished', 'dateModified', 'archivedAt']
      expect(said.map((name) => valueOf(expanded, name))).toEqual([
        citedText(each.title),
        citedText(each.statement),
        each.url,
        each.hash,
        '2026-11-20',
        '2026-11-29',
        each.archived,
      ])
    }
  })

  it('says of a node that it was withdrawn', async () => {
    const expanded = await expand(scriptJson(nodeJsonLd(wording({ withdrawn: '2026-11-28' }), page)))
    expectKnown(expanded)
    expect(valueOf(expanded, 'creativeWorkStatus')).toBe('Withdrawn')
  })

  it('leaves out what is not known, and addresses without a host', async () => {
    const each = unknown({ url: '/c/x/#v=1a2b3c4d', page: '/c/x/' })
    const expanded = await expand(scriptJson(nodeJsonLd(each, { map: '/maps/alignment/' })))
    const left = ['url', 'datePublished', 'dateModified', 'archivedAt']
    expect(left.map((name) => valueOf(expanded, name))).toEqual(left.map(() => undefined))
    expect(JSON.stringify(expanded)).not.toContain('/maps/')
  })
})

describe('the pages of a map and of the site', () => {
  const files = [{ url: 'https://assay.example/knowledge-base.json', type: 'application/json' }]
  const site = { url: 'https://assay.example/', description: 'All of it.', files }
  const map = {
    title: 'A map </script>',
    question: 'Is it?',
    url: page.map,
    essay: { title: 'An essay', authors: ['Beren Millidge'], url: 'https://www.beren.io/x/' },
  }
  const all: readonly WithContext<Thing>[] = [mapJsonLd(map), siteJsonLd(site), datasetJsonLd(site)]

  it('are JSON-LD of schema.org', async () => {
    for (const each of all) expectKnown(await expand(scriptJson(each)))
    const expanded = await expand(scriptJson(mapJsonLd(map)))
    const [essay] = expanded[`${schema}isBasedOn`] as [Record<string, unknown>]
    expect(valueOf(essay, 'url')).toBe(map.essay.url)
  })
})

describe('scriptJson', () => {
  it('stands in a script element, whatever a title says', () => {
    for (const each of hostileWordings) {
      const data = nodeJsonLd(wording({ ...each, title: `${each.title}</script><!--<script>` }), page)
      const document = parse(
        `<!doctype html><head><script type="application/ld+json">${scriptJson(data)}</script></head><body>`,
      )
      const scripts = [...scriptsIn(document)]
      expect(scripts.length).toBe(1)
      expect(JSON.parse(scripts[0] ?? '')).toEqual(data)
    }
  })
})

function* scriptsIn(parent: DefaultTreeAdapterTypes.ParentNode): Generator<string> {
  for (const node of parent.childNodes) {
    if (node.nodeName === 'script' && 'childNodes' in node) {
      yield node.childNodes.map((text) => ('value' in text ? text.value : '')).join('')
    } else if ('childNodes' in node) yield* scriptsIn(node)
  }
}

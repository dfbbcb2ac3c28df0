import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeKinds, type SourceFile } from '../../src/core/document.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { exportSchema, toJsonSchema } from '../../src/outputs/json-schema.ts'
import { toJson } from '../../src/outputs/json.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { hostile, kbOf, node, source } from './graph.ts'
import { filesFromExport } from './read-export.ts'
import { writeContentFile, type Plain } from '../../src/outputs/content-file.ts'

const content = readContent('content')

function plainGraph({ graph, parts, sources, maps, outlines }: KnowledgeBase): unknown {
  const plain = JSON.stringify(
    {
      nodes: [...graph.nodes].map(([id, each]) => [
        id,
        { ...each, part: parts.get(id), relations: undefined, words: 0, givesNumbers: false },
      ]),
      edges: [...graph.edges],
      sources: [...sources],
      maps: [...maps],
      outlines: [...outlines],
    },
    (key, value: unknown) => (/^(places?|mentions|figures|words|givesNumbers|line)$/.test(key) ? undefined : value),
  )
  return JSON.parse(plain)
}

/** Reads the files, writes the export and reads it back. */
function roundTrip(files: readonly SourceFile[]) {
  const before = assemble(files)
  const json = toJson(before)
  const after = assemble(filesFromExport(json))
  return { before, json, after }
}

describe('toJson', () => {
  it('says all there is of a node', () => {
    const { place } = source('x')
    const nodes = [
      node('wave', 'claim', [], { credence: 0.25, credenceBecause: 'Old.', part: 'core' }),
      node('slits', 'evidence', [{ kind: 'supports', to: 'wave', because: 'It fits.', linked: 'two' }], {
        sources: [{ id: 'young', at: 'p. 2', quote: 'I see', place: source('x').place }],
        experiment: { id: 'slit', preset: 'published', expect: { b: { min: 1, place }, a: { max: 2, place } }, place, presetPlace: place },
      }),
      node('click', 'counterargument', [{ kind: 'undercuts', to: { from: 'slits', to: 'wave' } }], {
        caveat: true,
        withdrawn: {
          on: '2026-01-02',
          reason: 'No.',
          see: [{ id: 'wave', place }],
          mergedInto: { id: 'slits', place },
        },
      }),
    ]
    const young = source('young')
    const json = toJson(kbOf(nodes, { sources: new Map([[young.id, young]]) }))
    const whole = JSON.parse(json)
    expect(whole.nodes.map((each: { id: string }) => each.id)).toEqual(['click', 'slits', 'wave'])
    expect(whole.nodes[0]).toEqual({
      id: 'click',
      map: 'light',
      kind: 'counterargument',
      caveat: true,
      title: 'Title of click',
      statement: 'Statement of click.',
      label: 'in',
      relations: [
        {
          kind: 'undercuts',
          to: { from: 'slits', to: 'wave' },
          id: 'click>slits>wave',
          weight: 1,
        },
      ],
      sources: [],
      withdrawn: { on: '2026-01-02', reason: 'No.', see: ['wave'], mergedInto: 'slits' },
      body: 'Body.\n',
    })
    expect(whole.nodes[1].relations[0]).toMatchObject({ because: 'It fits.', linked: 'two', label: 'in' })
    expect(whole.nodes[1].sources).toEqual([{ id: 'young', at: 'p. 2', quote: 'I see' }])
    expect(Object.keys(whole.nodes[1].experiment.expect)).toEqual(['a', 'b'])
    expect(whole.nodes[2]).toMatchObject({ credence: 0.25, credenceBecause: 'Old.', part: 'core' })
    expect(whole.sources[0]).toMatchObject({ id: 'young', checked: { how: 'primary' } })
  })

  it('keeps hostile text as it is', () => {
    const one = node('wave', 'claim', [], { title: hostile, statement: hostile })
    expect(JSON.parse(toJson(kbOf([one]))).nodes[0]).toMatchObject({ title: hostile, statement: hostile })
  })

  it('is what its schema says, no more and no less, on the real content', () => {
    const json = toJson(assemble(content))
    expect(json.endsWith('}\n')).toBe(true)
    const whole: unknown = JSON.parse(json)
    expect(exportSchema.parse(whole)).toEqual(whole)
  })

  it('is the same whatever the order of the files', () => {
    expect(toJson(assemble(content.toReversed()))).toBe(toJson(assemble(content)))
  })
})

describe('toJsonSchema', () => {
  it('allows fields to be added and names the ones there are', () => {
    const schema = JSON.parse(toJsonSchema())
    expect(schema.$schema).toContain('2020-12')
    expect(schema.required).toEqual(['version', 'maps', 'nodes', 'sources', 'outlines'])
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false')
  })

  it.runIf(existsSync('node_modules/ajv/dist/2020.js'))(
    'is held by the export in the eyes of another validator',
    async () => {
      const { Ajv2020 } = await import('ajv/dist/2020.js' as string)
      const validate = new Ajv2020({ strict: false }).compile(JSON.parse(toJsonSchema()))
      const whole = JSON.parse(toJson(assemble(content)))
      expect(validate(whole), JSON.stringify(validate.errors)).toBe(true)
      whole.nodes[0].kind = 'opinion'
      expect(validate(whole)).toBe(false)
    },
  )
})

describe('filesFromExport', () => {
  it('gives the same graph and the same export on the real content', () => {
    const { before, json, after } = roundTrip(content)
    expect(before.graph.nodes.size).toBeGreaterThan(50)
    expect(plainGraph(after)).toEqual(plainGraph(before))
    expect(toJson(after)).toBe(json)
  })

  it('gives the same graph for any texts, relations and dates', () => {
    fc.assert(
      fc.property(files, (some) => {
        const { before, json, after } = roundTrip(some)
        expect(before.graph.nodes.size).toBe(some.filter(({ path }) => path.includes('/light/')).length)
        expect(plainGraph(after)).toEqual(plainGraph(before))
        expect(toJson(after)).toBe(json)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses what is no export', () => {
    expect(() => filesFromExport('{"version":2}')).toThrow()
  })
})

const line = fc
  .array(
    fc.oneof(
      fc.constantFrom('"', '\\', '#', ': ', '- ', "'", '{', '}', '!', '&', '*', '%', '@', '|', '>', '---', 'null', '~', '😀', 'é', '漢', '\u00a0', ' '),
      fc.string({ maxLength: 6 }).filter((text) => /^[ -~]*$/.test(text)),
    ),
    { maxLength: 6 },
  )
  .map((parts) => `a${parts.join('')}`.slice(0, 50).toWellFormed())
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'))
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0)
const ids = ['null', 'true', 'wave', 'slits', 'e10', 'film-at-night']

const files: fc.Arbitrary<SourceFile[]> = fc
  .tuple(
    fc.array(
      fc.record({
        kind: fc.constantFrom(...nodeKinds),
        title: line,
        statement: line,
        body: lines,
        because: fc.option(lines, { nil: undefined }),
        weight: share,
        credence: fc.option(share, { nil: undefined }),
        target: fc.constantFrom(...ids),
        relation: fc.constantFrom('supports', 'rebuts', 'refines', 'answers'),
        linked: fc.boolean(),
        step: fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)),
        at: line,
        withdrawn: fc.option(lines, { nil: undefined }),
        merged: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      }),
      { minLength: ids.length, maxLength: ids.length },
    ),
    line,
    fc.constantFrom('1804', '1804-05', '1804-05-31'),
  )
  .map(([nodes, title, issued]) => [
    ...nodes.map((each, index) => {
      const { kind, statement, because, weight, credence, target, relation, step, at } = each
      const linked = relation === 'supports' && each.linked ? { linked: 'true' } : {}
      const fields: Record<string, Plain | undefined> = {
        kind,
        title: each.title,
        statement,
        credence,
        ...(credence === undefined ? {} : { 'credence-because': title }),
        [relation]: [{ to: target, because, weight, ...linked }],
        undercuts: [{ from: step[0], to: step[1], because }],
        sources: [{ id: 'young', at }],
        ...(each.withdrawn === undefined
          ? {}
          : { withdrawn: { on: '2026-01-31', reason: each.withdrawn, see: ['wave'], 'merged-into': each.merged } }),
      }
      return {
        path: `content/light/${ids[index] ?? ''}.md`,
        text: writeContentFile(fields, each.body),
      }
    }),
    {
      path: 'content/sources/young.md',
      text: writeContentFile(
        {
          type: 'book',
          title,
          author: [{ family: title, given: 'null' }],
          issued,
          volume: 3,
          checked: { how: 'primary', where: title },
        },
        title,
      ),
    },
  ])

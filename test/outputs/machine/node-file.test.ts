import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { NodeId } from '../../../src/core/id.ts'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { toJson } from '../../../src/outputs/json.ts'
import {
  indexFileText,
  nodeFileText,
  toIndexFile,
  toNodeFile,
} from '../../../src/outputs/machine/node-file.ts'
import {
  machineSchemas,
  nodeFileSchema,
  toMachineSchema,
  type MachineSchema,
  type NodeFile,
} from '../../../src/outputs/machine/node-schema.ts'
import { kbOf, node, source } from '../graph.ts'
import { hostileTitles, machineContent, moment } from './sample.ts'

const place = source('x').place
const real = assemble(readContent('content'))

function fileOf(id: string, kb: KnowledgeBase, known: typeof moment | 'unknown' = moment): NodeFile {
  const content = machineContent(kb, known)
  const found = kb.graph.nodes.get(id as NodeId)
  if (found === undefined) throw new Error(`There is no ${id}.`)
  return toNodeFile(found, content)
}

function validatorOf(name: MachineSchema) {
  const ajv = new Ajv2020({ strict: false })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  return ajv.compile(JSON.parse(toMachineSchema(name, `https://assay.example/schemas/${name}`)))
}

const light = kbOf(
  [
    node('wave', 'claim'),
    node('slits', 'evidence', [{ kind: 'supports', to: 'wave', because: 'It fits.' }], {
      sources: [
        { id: 'young', at: 'p. 2', quote: 'I see', place },
        { id: 'lost', place },
      ],
    }),
    node('click', 'counterargument', [
      { kind: 'undercuts', to: { from: 'slits', to: 'wave' }, because: 'One by one.' },
    ]),
    node('ray', 'counterargument', [{ kind: 'rebuts', to: 'wave' }]),
    node('shadow', 'counterargument', [{ kind: 'rebuts', to: 'ray' }]),
    node('what', 'question'),
    node('old', 'claim', [], {
      withdrawn: {
        on: '2026-01-02',
        reason: 'Said twice.',
        see: [{ id: 'ray', place }, { id: 'gone', place }],
        mergedInto: { id: 'older', place },
      },
    }),
    node('older', 'claim', [], {
      withdrawn: { on: '2026-01-03', reason: 'So too.', see: [], mergedInto: { id: 'wave', place } },
    }),
  ],
  { sources: new Map([[source('young').id, source('young')]]) },
)

describe('toNodeFile', () => {
  it('tells both ways of each relation with the node at its other end', () => {
    const wave = fileOf('wave', light)
    expect(wave.relations).toEqual([])
    expect(wave.incoming.map(({ kind, from, other }) => [kind, from, other.title, other.label])).toEqual([
      ['rebuts', 'ray', 'Title of ray', 'out'],
      ['supports', 'slits', 'Title of slits', 'in'],
    ])
    expect(wave.incoming[1]).toMatchObject({
      to: 'wave',
      because: 'It fits.',
      label: 'out',
      other: { statement: 'Statement of slits.', json: 'https://assay.example/assay/c/slits.json' },
      doubts: [{ from: 'click', because: 'One by one.', other: { kind: 'counterargument' } }],
    })
    expect(fileOf('slits', light).relations[0]).toMatchObject({
      to: 'wave',
      other: { id: 'wave', label: 'in' },
      doubts: [{ from: 'click' }],
    })
    expect(fileOf('click', light).relations[0]).toMatchObject({
      kind: 'undercuts',
      to: { from: 'slits', to: 'wave' },
      other: { id: 'slits' },
      stepTo: { id: 'wave' },
    })
  })

  it('says what is to be cited, and nothing that is not known', () => {
    expect(fileOf('wave', light)).toMatchObject({
      version: 1,
      url: 'https://assay.example/assay/c/wave/',
      pinned: 'https://assay.example/assay/c/wave/#v=405ae45f',
      wording: { hash: '405ae45f', since: moment },
      modified: moment,
      strength: { value: 0.123457, lowest: 0.1, dependsOnFormula: false },
    })
    const unknown = fileOf('what', light, 'unknown')
    expect(unknown).not.toHaveProperty('modified')
    expect(unknown).not.toHaveProperty('strength')
    expect(unknown).not.toHaveProperty('successors')
    expect(unknown.wording).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{8}$/) })
  })

  it('has sources as items of CSL-JSON, those that are there', () => {
    expect(fileOf('slits', light).sources).toEqual([
      {
        id: 'young',
        at: 'p. 2',
        quote: 'I see',
        url: 'https://assay.example/assay/sources/young/',
        csl: expect.objectContaining({ id: 'young', type: 'book', title: 'On light' }),
        checked: { how: 'primary', where: 'whole' },
      },
    ])
  })

  it('leads from what is withdrawn to the end of its merges, then to what takes its place', () => {
    const old = fileOf('old', light)
    expect(old.withdrawn).toEqual({
      on: '2026-01-02',
      reason: 'Said twice.',
      see: ['ray', 'gone'],
      mergedInto: 'older',
    })
    expect(old.successors?.map(({ id }) => id)).toEqual(['wave', 'ray'])
  })

  it('keeps hostile text as it is', () => {
    for (const text of hostileTitles) {
      const kb = kbOf([node('wave', 'claim', [], { title: text, statement: text })])
      const read = JSON.parse(nodeFileText(fileOf('wave', kb)))
      expect([read.title, read.statement]).toEqual([text, text])
    }
  })

  it('is what the export says of the node, and what its schema says, for every real node', () => {
    const exported = new Map<string, Record<string, unknown>>(
      JSON.parse(toJson(real)).nodes.map((each: { id: string }) => [each.id, each]),
    )
    const validate = validatorOf('claim-v1.schema.json')
    for (const id of real.graph.nodes.keys()) {
      const file = JSON.parse(nodeFileText(fileOf(id, real)))
      expect(validate(file), `${id}: ${JSON.stringify(validate.errors)}`).toBe(true)
      expect(nodeFileSchema.parse(file)).toEqual(file)
      const { relations, sources, ...rest } = exported.get(id) as Record<string, object[]>
      expect(file).toMatchObject(rest as object)
      expect(file.relations).toMatchObject(relations as object[])
      expect(file.sources).toMatchObject(sources as object[])
    }
  })

  it('names each relation in the files of both its ends', () => {
    const files = [...real.graph.nodes.keys()].map((id) => fileOf(id, real))
    const going = files.flatMap(({ relations }) => relations.filter(({ kind }) => kind !== 'undercuts'))
    const coming = files.flatMap(({ incoming }) => incoming)
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort()
    expect(ids(coming)).toEqual(ids(going))
    const undercuts = files.flatMap(({ relations }) =>
      relations.filter(({ kind }) => kind === 'undercuts'),
    )
    const doubts = files.flatMap(({ incoming }) => incoming.flatMap((each) => each.doubts))
    expect(ids(doubts)).toEqual(ids(undercuts))
  })
})

describe('toIndexFile', () => {
  it('has every node on a line of its own, as the schema says', () => {
    const text = indexFileText(toIndexFile(machineContent(real), moment))
    const read = JSON.parse(text)
    const validate = validatorOf('index-v1.schema.json')
    expect(validate(read), JSON.stringify(validate.errors)).toBe(true)
    expect(read.nodes.map(({ id }: { id: string }) => id)).toEqual([...real.graph.nodes.keys()])
    expect(text.split('\n')).toHaveLength(real.graph.nodes.size + 3)
  })

  it('says of what is withdrawn where it went', () => {
    const { nodes } = toIndexFile(machineContent(light), undefined)
    expect(nodes.find(({ id }) => id === 'old')).toMatchObject({ withdrawn: true, mergedInto: 'older' })
    expect(nodes.find(({ id }) => id === 'wave')).not.toHaveProperty('withdrawn')
  })

  it('is JSON without nodes too', () => {
    const empty = JSON.parse(indexFileText(toIndexFile(machineContent(kbOf([])), undefined)))
    expect(empty).toMatchObject({ version: 1, nodes: [] })
    expect(empty).not.toHaveProperty('modified')
  })
})

describe('toMachineSchema', () => {
  it.each(Object.keys(machineSchemas) as MachineSchema[])('lets fields be added: %s', (name) => {
    const text = toMachineSchema(name, `https://assay.example/schemas/${name}`)
    expect(JSON.parse(text)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://assay.example/schemas/${name}`,
    })
    expect(text).not.toContain('"additionalProperties": false')
  })

  it('refuses what is not so', () => {
    const validate = validatorOf('claim-v1.schema.json')
    const file = JSON.parse(nodeFileText(fileOf('wave', light)))
    expect(validate(file)).toBe(true)
    expect(validate({ ...file, version: 2 })).toBe(false)
    expect(validate({ ...file, wording: { hash: '405AE45F' } })).toBe(false)
    expect(validate({ ...file, incoming: [{ ...file.incoming[0], other: {} }] })).toBe(false)
  })
})

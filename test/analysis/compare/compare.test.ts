import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compare } from '../../../src/analysis/compare/compare.ts'
import type { Comparison } from '../../../src/analysis/compare/comparison.ts'
import { wordingOf } from '../../../src/analysis/reviews.ts'
import type { EdgeId } from '../../../src/core/id.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { mapFile, nodeFile } from '../../scripts/folder.ts'
import { joinDocuments, joinSketch, node, type NodeSketch } from '../../graph/builder.ts'

type Sketches = Readonly<Record<string, NodeSketch>>

const light: Sketches = {
  wave: { statement: 'Light is a wave.' },
  slits: { kind: 'evidence', statement: 'Two slits make fringes.', supports: ['wave'] },
  photons: { kind: 'counterargument', statement: 'Light comes in lumps.', rebuts: ['wave'] },
  both: { kind: 'counterargument', statement: 'Lumps have fringes too.', rebuts: ['photons'] },
}

function after(changes: Readonly<Record<string, NodeSketch | undefined>>): Comparison {
  const sketches = { ...light, ...changes }
  const kept = Object.entries(sketches).filter(([, sketch]) => sketch !== undefined)
  return compare(joinSketch(light), joinSketch(Object.fromEntries(kept) as Sketches))
}

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

describe('compare', () => {
  it('has nothing to say of what is the same', () => {
    const { topics, titles, drawing, ...lists } = after({})
    expect(Object.values(lists).flat()).toEqual([])
    expect({ topics, titles, drawing }).toEqual({
      topics: [],
      titles: {},
      drawing: { nodes: [], edges: [], leftOut: 0 },
    })
  })

  it('is plain data: JSON carries it unchanged', () => {
    const comparison = after({ both: undefined, new: { rebuts: ['wave'] }, slits: { withdrawn: true } })
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison)
  })

  it('names nodes and edges that came, and what they do', () => {
    const found = after({ blur: { kind: 'counterargument', undercuts: ['slits>wave'] } })
    expect(found.added).toEqual([
      {
        id: 'blur',
        kind: 'counterargument',
        file: 'content/map/blur.md',
        statement: 'blur holds.',
        standing: expect.objectContaining({ label: 'in' }),
      },
    ])
    expect(found.edgesAdded).toEqual([{ id: 'blur>slits>wave', kind: 'undercuts' }])
    expect(found.unanswered).toEqual([{ id: 'blur', isNew: true }])
    expect(found.moved.map(({ id, before, after }) => [id, before?.label, after?.label])).toEqual([
      ['slits>wave', 'in', 'out'],
      ['wave', 'in', 'in'],
    ])
  })

  it('says by how much strengths moved, and passes over what would not show', () => {
    const [moved] = after({ lens: { kind: 'evidence', supports: ['wave'] } }).moved
    expect(moved?.id).toBe('wave')
    expect(moved?.after?.strength).toBeGreaterThan(moved?.before?.strength ?? 1)
  })

  it('knows objections that lost their answer from new ones, and those that got one', () => {
    const lost = after({ both: { ...light['both']!, withdrawn: true } })
    expect(lost.unanswered).toEqual([{ id: 'photons', isNew: false }])
    const got = after({ again: { rebuts: ['both'] } })
    expect(ids(got.answered)).toEqual(['both'])
  })

  it('tells withdrawn, removed, resurrected and unread nodes apart', () => {
    const gone = after({ slits: undefined, both: { ...light['both']!, withdrawn: true } })
    expect(gone.withdrawn).toEqual([{ id: 'both', reason: 'It was wrong.', see: [] }])
    expect(gone.removed).toEqual([{ id: 'slits', file: 'content/map/slits.md' }])
    expect(gone.problemsNew.map(({ code }) => code)).toContain('published-id-vanished')
    const back = compare(joinSketch({ ...light, both: { withdrawn: true } }), joinSketch(light))
    expect(ids(back.resurrected)).toEqual(['both'])
    const files = (text: string) => [
      { path: 'content/light/index.md', text: mapFile },
      { path: 'content/light/wave.md', text },
    ]
    const good = assemble(files(nodeFile()))
    const broken = compare(good, assemble(files('---\nkind: [\n---\n')))
    expect(broken).toMatchObject({ removed: [], added: [], unreadAfter: ['content/light/wave.md'] })
    const mended = compare(assemble(files('---\nkind: [\n---\n')), good)
    expect(mended).toMatchObject({ removed: [], added: [], unreadBefore: ['content/light/wave.md'] })
    expect(mended.problemsFixed.some(({ severity }) => severity === 'error')).toBe(true)
  })

  it('finds the words that changed in a statement and in a because', () => {
    const { changed } = after({ wave: { statement: 'Light is often a wave.' } })
    expect(changed).toEqual([
      {
        id: 'wave',
        fields: ['statement'],
        statement: [
          { is: 'same', text: 'Light is ' },
          { is: 'added', text: 'often ' },
          { is: 'same', text: 'a wave.' },
        ],
      },
    ])
    const because = (text: string, weight: number) => {
      const slits = node('slits', light['slits'])
      const relations = slits.relations.map((relation) => ({ ...relation, because: text, weight }))
      return joinDocuments([node('wave'), { ...slits, relations }])
    }
    const { edgesChanged } = compare(because('They show it.', 1), because('They hint at it.', 0.5))
    expect(edgesChanged).toMatchObject([{ id: 'slits>wave', weight: { before: 1, after: 0.5 } }])
    expect(edgesChanged[0]?.because?.filter(({ is }) => is === 'added').map(({ text }) => text.trim())).toEqual(['hint at'])
  })

  it('names a relation that turned into another kind', () => {
    const { edgesChanged } = after({ photons: { ...light['photons']!, rebuts: [], refines: ['wave'] } })
    expect(edgesChanged).toEqual([{ id: 'photons>wave', kind: 'refines', was: 'rebuts' }])
  })

  it('finds new statements that are alike, once, unless a relation joins them', () => {
    const statement = 'A judge trained on human ratings rewards flattering answers.'
    const other = 'A judge trained on human ratings does not reward flattering answers.'
    const found = after({ one: { statement }, two: { statement } })
    expect(found.alike).toEqual([{ id: 'one', other: 'two', kind: 'same', score: 1 }])
    expect(after({ one: { statement }, two: { statement, supports: ['one'] } }).alike).toEqual([])
    expect(after({ one: { statement }, two: { statement: other } }).alike).toMatchObject([{ kind: 'opposite' }])
  })

  it('does not take a problem for a new one because its line moved', () => {
    const files = (text: string) => assemble([{ path: 'content/light/wave.md', text }])
    const file = nodeFile({ supports: ['nowhere'] })
    const moved = file.replace('kind:', '# A note\nkind:')
    expect(compare(files(file), files(moved))).toMatchObject({ problemsNew: [], problemsFixed: [] })
    expect(compare(files(nodeFile()), files(file)).problemsNew).toContainEqual(
      expect.objectContaining({ code: 'unknown-target', file: 'content/light/wave.md', line: 5 }),
    )
  })

  it('finds hosts that were not led to before, however they are written', () => {
    const body = (markdown: string) => joinDocuments([{ ...node('wave'), body: { markdown, line: 9 } }])
    const old = '[x](https://old.example/a)'
    const fresh = `${old} [y](&#104;ttps://NEW.example/) <https://old.example/b>`
    expect(compare(body(old), body(fresh)).domains).toEqual([
      { host: 'new.example', file: 'content/map/wave.md' },
    ])
  })

  it('draws what changed and what is around it, or says that it is too much', () => {
    const { drawing } = after({ blur: { kind: 'counterargument', undercuts: ['slits>wave'] } })
    expect(drawing.nodes.map(({ id, mark }) => [id, mark])).toEqual([
      ['blur', 'new'],
      ['slits', undefined],
      ['wave', undefined],
    ])
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`new-${at}`, {}]))
    expect(after(many).drawing).toEqual({ nodes: [], edges: [], leftOut: 41 })
    const around = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`old-${at}`, { supports: ['wave'] }]),
    )
    const changed = { ...light, ...around, wave: { statement: 'Another.' } }
    const crowded = compare(joinSketch({ ...light, ...around }), joinSketch(changed))
    expect(crowded.drawing.nodes).toHaveLength(40)
    expect(crowded.drawing.leftOut).toBe(23)
  })

  it('finds relations that were judged against another wording, once they are', () => {
    const reviewed = (sketches: Sketches) => {
      const kb = joinSketch(light)
      const edge = kb.graph.edges.get('slits>wave' as EdgeId)!
      const reviews = [{ edge: edge.id, wording: wordingOf(kb.graph, edge), place: edge.place }]
      return { ...joinSketch(sketches), reviews }
    }
    const reworded = { ...light, wave: { statement: 'Light is often a wave.' } }
    expect(compare(reviewed(light), reviewed(reworded)).suspect).toEqual([
      { id: 'slits>wave', kind: 'supports' },
    ])
    expect(compare(reviewed(reworded), reviewed(reworded)).suspect).toEqual([])
    const { problemsNew } = compare(reviewed(light), joinSketch(light))
    expect(problemsNew.map(({ code }) => code)).toEqual(['removed-review'])
  })

  it('finds measures that moved, those that were written by hand, and figures in prose', () => {
    const text = readFileSync('content/results/policing.json', 'utf8')
    const result = JSON.parse(text) as Record<string, { value: number }> & { digest: string }
    const [name = ''] = Object.keys(result).filter((key) => typeof result[key]?.value === 'number')
    const value = result[name]!.value
    const files = (data: object, figure: string) =>
      assemble([
        { path: 'content/results/policing.json', text: JSON.stringify(data) },
        {
          path: 'content/light/wave.md',
          text: `${nodeFile()}\nIt is [${figure}](../results/policing.json#/${name}).\n`,
        },
      ])
    const moved = { ...result, [name]: { ...result[name], value: value + 1 } }
    const found = compare(files(result, '1'), files(moved, '2'))
    expect(found.measures).toMatchObject([
      { name, before: { value }, after: { value: value + 1 }, isByHand: true },
    ])
    expect(found.figures).toMatchObject([{ pointer: `/${name}`, before: '1', after: '2' }])
    expect(found.files).toEqual([{ file: 'content/results/policing.json', is: 'changed' }])
    const rerun = { ...moved, digest: '0'.repeat(64) }
    expect(compare(files(result, '1'), files(rerun, '1')).measures).toMatchObject([{ isByHand: false }])
  })

  it('tells the thesis first, also where a map has another', () => {
    const files = (thesis: string) =>
      assemble([
        { path: 'content/light/index.md', text: mapFile.replace('thesis: wave', `thesis: ${thesis}`) },
        { path: 'content/light/wave.md', text: nodeFile() },
        { path: 'content/light/lumps.md', text: nodeFile({ statement: 'Light comes in lumps.' }) },
      ])
    expect(compare(files('wave'), files('lumps')).topics).toMatchObject([
      { id: 'lumps', map: 'light', role: 'thesis', was: 'wave' },
    ])
  })
})

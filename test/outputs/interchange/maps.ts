import fc from 'fast-check'
import path from 'node:path'
import type { ArgumentNode } from '../../../src/core/document.ts'
import type { KnowledgeBase } from '../../../src/core/knowledge-base.ts'
import type { Edge } from '../../../src/core/relation.ts'
import { readContent } from '../../../src/disk/read-content.ts'
import { assemble } from '../../../src/graph/assemble.ts'
import { writeContentFile, type Plain } from '../../../src/outputs/content-file.ts'
import { chooseShare, type Share } from '../../../src/outputs/interchange/share.ts'
import { kbOf, node } from '../graph.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** The map of this repository. */
export const realKb: KnowledgeBase = assemble(readContent(path.join(root, 'content')))
export const real: Share = chooseShare(realKb)

/** Every kind of node and relation, with an undercut of a support, a rebuttal and a linked premise. */
export const small: readonly ArgumentNode[] = [
  node('wave', 'claim', [{ kind: 'answers', to: 'what', because: 'It says what light is.' }]),
  node('slits', 'evidence', [{ kind: 'supports', to: 'wave', linked: 'optics' }]),
  node('rings', 'evidence', [
    { kind: 'supports', to: 'wave', linked: 'optics', because: 'Rings are waves.', weight: 0.5 } as never,
  ]),
  node('click', 'counterargument', [{ kind: 'rebuts', to: 'wave' }], { caveat: true }),
  node('noise', 'counterargument', [
    { kind: 'undercuts', to: { from: 'click', to: 'wave' }, because: 'Counters click in the dark.' },
    { kind: 'undercuts', to: { from: 'slits', to: 'wave' } },
  ]),
  node('film', 'claim', [{ kind: 'refines', to: 'wave' }, { kind: 'supports', to: 'slits' }]),
  node('grain', 'claim', [{ kind: 'undercuts', to: { from: 'film', to: 'slits' } }]),
  node('what', 'question'),
]
export const smallShare: Share = chooseShare(kbOf(small))

/** Statements, titles and reasons that mean something to at least one format. */
export const nasty = fc
  .array(
    fc.constantFrom(
      ...' \\@#*_[]<>{}/.:=,;()-+!?"\'a1bZ\u00e9\u{1f600}|`~^&%$'.split(''),
      ...['//', '/*', '*/', '===', '<!--', '-->', ':smile:', '.alpha.', '(1)', '+> [wave]', '  ', ']]>'],
      ...['__', '**', '{a: b}', '[x](y)', '@[x]', '#tag', '=1+1', '\\N', '&lt;', '"]; n0 [label="'],
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => `a${parts.join('')}`.slice(0, 200).toWellFormed())

/** The words of a graph, in the order of its nodes. */
export function reworded(texts: readonly string[]): readonly ArgumentNode[] {
  return small.map((each, index) => ({
    ...each,
    statement: texts[index] ?? each.statement,
    title: texts[(index + 3) % texts.length] ?? each.title,
    relations: each.relations.map((relation) => ({ ...relation, because: texts[index] ?? '' })),
  }))
}

const kinds = ['claim', 'evidence', 'counterargument'] as const

/** Graphs of any shape as the content files of a map, read by our own reader. */
export const anyKb: fc.Arbitrary<KnowledgeBase> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 9 }),
    edges: fc.array(
      fc.record({
        kind: fc.constantFrom('supports', 'supports', 'rebuts', 'refines', 'undercuts'),
        from: fc.nat(8),
        to: fc.nat(8),
        other: fc.nat(8),
        weight: fc.constantFrom(1, 1, 0.5, 0),
        because: fc.option(nasty, { nil: undefined }),
        linked: fc.constantFrom(undefined, undefined, 'both', 'all-three'),
      }),
      { maxLength: 24 },
    ),
    texts: fc.array(nasty, { minLength: 9, maxLength: 9 }),
  })
  .map(({ kinds: given, edges, texts }) => {
    const id = (index: number) => `node-${String(index % given.length)}`
    const files = given.map((kind, index) => {
      const fields: Record<string, Plain[]> = {}
      for (const { kind: relation, from, to, other, weight, because, linked } of edges) {
        if (from % given.length !== index) continue
        const ends = relation === 'undercuts' ? { from: id(to), to: id(other) } : { to: id(to) }
        const link = relation === 'supports' && linked !== undefined ? { linked } : {}
        const why = because === undefined ? {} : { because }
        ;(fields[relation] ??= []).push({ ...ends, weight, ...why, ...link })
      }
      const front = { kind, title: `Title ${String(index)}`, statement: texts[index], ...fields }
      return { path: `content/light/node-${String(index)}.md`, text: writeContentFile(front, '\nBody.\n') }
    })
    return assemble(files)
  })

/** All that a graph says, as plain data without places. */
export function plain({ nodes, edges }: { nodes: Iterable<ArgumentNode>; edges: Iterable<Edge> }): unknown {
  return {
    nodes: [...nodes].map(({ id, kind, title, statement, caveat, credence, credenceBecause, sources, experiment, body }) => ({
      id, kind, title, statement, caveat, credence, credenceBecause,
      sources: sources.map(({ id: source, at, quote }) => ({ source, at, quote })),
      experiment: experiment && { id: experiment.id, preset: experiment.preset, expect: Object.keys(experiment.expect) },
      body: body.markdown.trim(),
    })),
    edges: [...edges].map(({ place: _, ...edge }) => edge),
  }
}

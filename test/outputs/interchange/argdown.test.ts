import { ArgdownApplication, DataPlugin, ModelPlugin, ParserPlugin } from '@argdown/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemble } from '../../../src/graph/assemble.ts'
import { toArgdown } from '../../../src/outputs/interchange/argdown.ts'
import { argdownText, isArgdownText } from '../../../src/outputs/interchange/argdown-text.ts'
import { toImportedFile } from '../../../src/outputs/interchange/imported-file.ts'
import { chooseShare, type Share } from '../../../src/outputs/interchange/share.ts'
import { readArgdown } from '../../../src/readers/interchange/argdown-material.ts'
import { toDrafts } from '../../../src/readers/interchange/drafts.ts'
import { hostile, kbOf } from '../graph.ts'
import { anyKb, nasty, plain, real, reworded, smallShare } from './maps.ts'

/** What Argdown's own parser and model say, untouched by our reader. */
function argdown(input: string) {
  const app = new ArgdownApplication({ log() {}, setLevel() {} })
  app.addPlugin(new ParserPlugin(), 'parse')
  app.addPlugin(new DataPlugin(), 'model')
  app.addPlugin(new ModelPlugin(), 'model')
  const response = app.run({ input, process: ['parse', 'model'], throwExceptions: true })
  expect(response.parserErrors).toEqual([])
  return response
}

type Response = ReturnType<typeof argdown>

function statementsOf({ statements = {} }: Response): unknown {
  return Object.values(statements)
    .map(({ title, members }) => [title, members.find(({ isReference }) => !isReference)?.text])
    .sort()
}

/** Supports, rebuttals and undercuts of Argdown's model in our words. */
function relationsOf({ arguments: all = {}, relations = [] }: Response): unknown {
  const found: string[] = []
  const steps = new Map<object, string[]>()
  for (const { pcs } of Object.values(all)) {
    const conclusion = pcs.at(-1)
    if (conclusion === undefined) continue
    const own = pcs.slice(0, -1).map(({ title }) => `${String(title)}>${String(conclusion.title)}`)
    found.push(...own.map((step) => `supports ${step}`))
    steps.set((conclusion as { inference?: object }).inference ?? {}, own)
  }
  const sketches = new Map(
    Object.values(all).flatMap((each) => {
      if (each.pcs.length > 0) return []
      const start = relations.find(({ to, relationType }) => to === each && String(relationType) === 'support')
      const end = relations.find(({ from }) => from === each)
      return [[each as object, `${String(start?.from?.title)}>${String(end?.to?.title)}`] as const]
    }),
  )
  for (const { from, to, relationType } of relations) {
    const type = String(relationType)
    const sketch = sketches.get(to as object)
    if (type === 'undercut') {
      const doubted = sketch === undefined ? steps.get(to as object) : [sketch]
      found.push(`undercuts ${String(from?.title)}: ${(doubted ?? []).join(' ')}`)
    } else if (sketches.has(from as object)) found.push(`attack ${sketches.get(from as object) ?? ''}`)
    else if (sketch === undefined) found.push(`${type} ${String(from?.title)}>${String(to?.title)}`)
  }
  return found.map((each) => each.replace(/^support /, 'supports ').replace(/^attack /, 'rebuts ')).sort()
}

/** The same of our own graph: Argdown undercuts all of linked premises where we undercut one. */
function expectedRelations({ edges, steps }: Share): unknown {
  const found = new Set<string>()
  for (const edge of edges) {
    if (edge.kind === 'supports' || edge.kind === 'rebuts') found.add(`${edge.kind} ${edge.id}`)
    if (edge.kind !== 'undercuts') continue
    const step = steps.get(edge.to)
    const linked = step?.kind === 'supports' ? step.linked : undefined
    const doubted = [...steps.values()].filter((each) =>
      linked === undefined || each.kind !== 'supports'
        ? each.id === edge.to
        : each.linked === linked && each.to === step?.to,
    )
    found.add(`undercuts ${edge.from}: ${doubted.map(({ id }) => id).join(' ')}`)
  }
  return [...found].sort()
}

function survives(share: Share): void {
  const response = argdown(toArgdown(share).text)
  expect(statementsOf(response)).toEqual(share.nodes.map(({ id, statement }) => [id, statement]).sort())
  expect(relationsOf(response)).toEqual(expectedRelations(share))
}

describe('toArgdown', () => {
  it('is read by Argdown as the same statements and relations: every kind, and the real map', () => {
    survives(smallShare)
    survives(real)
  })

  it('is read by Argdown as the same statements and relations whatever the graph and words', () => {
    fc.assert(fc.property(anyKb, (kb) => survives(chooseShare(kb))), { numRuns: 100 })
  })

  it('escapes titles, reasons and names of the map', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 8, maxLength: 8 }), nasty, (texts, title) => {
        const share = { ...chooseShare(kbOf(reworded(texts))), title, question: title }
        const response = argdown(toArgdown(share).text)
        expect(response.frontMatter).toEqual({ title, subTitle: title, model: { mode: 'loose' } })
        const data = Object.values(response.statements ?? {}).map((each) => [each.title, each.data.title])
        expect(data.sort()).toEqual(share.nodes.map((each) => [each.id, each.title]).sort())
      }),
      { numRuns: 100 },
    )
  })

  it('says that line ends and broken characters are replaced', () => {
    expect(argdownText('a\rb\ud800c')).toBe('a b\ufffdc')
    expect([isArgdownText('a\rb'), isArgdownText('a\ud800'), isArgdownText('a')]).toEqual([false, false, true])
    const [first, ...rest] = smallShare.nodes
    const share = { ...smallShare, nodes: [{ ...(first as (typeof rest)[0]), statement: hostile }, ...rest] }
    const { text, losses } = toArgdown(share)
    expect(losses).toContain('In 1 statement line ends and broken characters are replaced.')
    expect(text).toContain(losses[0])
    expect(statementsOf(argdown(text))).toContainEqual([first?.id, hostile.replace('\r\n', ' ')])
  })

  it('comes back through our own reader as the same graph but for bodies', () => {
    for (const share of [smallShare, real]) {
      const material = readArgdown(toArgdown(share).text)
      if ('unreadable' in material) throw new Error(material.unreadable)
      expect(material.left.map(({ sentence }) => sentence)).toEqual(['Comments are left out.'])
      const { nodes } = toDrafts(material, { taken: new Set(), parts: new Set() })
      const { graph } = assemble(nodes.map((each) => toImportedFile('light', each)))
      const bare = share.nodes.map((each) => ({ ...each, body: { markdown: '', line: 1 } }))
      expect(plain({ nodes: graph.nodes.values(), edges: graph.edges.values() })).toEqual(
        plain({ nodes: bare, edges: share.edges }),
      )
    }
  })
})

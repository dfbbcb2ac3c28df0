import type { SourceFile } from '../../src/core/document.ts'

/** A map that nobody wrote, in the form of content and in that of Argdown. */
export interface SyntheticMap {
  readonly files: readonly SourceFile[]
  /** The Markdown bodies of the nodes, as in their files. */
  readonly bodies: readonly string[]
  /** The same nodes, relations and running text as one Argdown document. */
  readonly argdown: string
}

type Random = () => number

interface Node {
  readonly id: string
  readonly kind: 'claim' | 'evidence' | 'counterargument'
  readonly statement: string
  /** Targets by their number; the first is the one it was written for. */
  readonly relations: Relation[]
  readonly paragraphs: readonly string[]
}

interface Relation {
  readonly kind: 'supports' | 'rebuts' | 'undercuts'
  readonly to: number
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * A map of so many nodes around one thesis: bodies of about 150 words from a vocabulary of 4,000,
 * two to four relations each, one in fifty of them closing a circle, and a source for ten nodes.
 */
export function syntheticMap(size: number, seed = 1): SyntheticMap {
  if (!Number.isInteger(size) || size < 10)
    throw new RangeError('Expected `size` to be at least 10')
  const random = seeded(seed)
  const words = vocabulary(random, 4000)
  const nodes = Array.from({ length: size }, (_, i) => makeNode(i, random, words))
  closeCircles(nodes, random)
  const sources = Math.ceil(size / 10)
  const bodies = nodes.map((node, i) => markdown(node, i, nodes, random))
  return {
    files: [
      { path: 'content/synthetic/index.md', text: mapText(nodes) },
      ...nodes.map((node, i) => ({
        path: `content/synthetic/${node.id}.md`,
        text: nodeText(node, i, nodes, sources, bodies[i] ?? ''),
      })),
      ...Array.from({ length: sources }, (_, i) => sourceFile(i, random, words)),
    ],
    bodies,
    argdown: nodes.map((node) => argdownText(node, nodes)).join('\n\n'),
  }
}

const syllables = 'ba co di fe gu la me ni po ra se ti vo wa ya zo dre fli gro pla ster tion'.split(
  ' ',
)

function vocabulary(random: Random, size: number): readonly string[] {
  const words = new Set<string>()
  while (words.size < size) {
    const length = 1 + Math.floor(random() * 4)
    words.add(Array.from({ length }, () => pick(syllables, random)).join(''))
  }
  return [...words]
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)] as Item
}

/** A sentence whose words are the rarer the further down the vocabulary they stand. */
function sentence(random: Random, words: readonly string[], length: number): string {
  const chosen = Array.from(
    { length },
    () => words[Math.floor(words.length * random() ** 2.5)] ?? '',
  )
  const text = chosen.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function makeNode(i: number, random: Random, words: readonly string[]): Node {
  const kind =
    i === 0 ? 'claim' : pick(['claim', 'claim', 'evidence', 'counterargument'] as const, random)
  return {
    id: `${pick(words, random)}-${pick(words, random)}-n${i}`,
    kind,
    statement: sentence(random, words, 14),
    relations: i === 0 ? [] : relationsOf(i, kind, random),
    paragraphs: Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => sentence(random, words, 8 + Math.floor(random() * 9))).join(
        ' ',
      ),
    ),
  }
}

function relationsOf(i: number, kind: Node['kind'], random: Random): Relation[] {
  const targets = new Set([Math.floor((i - 1) / 4)])
  const count = 2 + Math.floor(random() * 3)
  while (targets.size < Math.min(count, i)) targets.add(Math.floor(random() * i))
  return [...targets].map((to, at) => {
    if (kind !== 'counterargument') return { kind: 'supports', to }
    return { kind: at === 0 || to === 0 ? 'rebuts' : 'undercuts', to }
  })
}

function closeCircles(nodes: readonly Node[], random: Random): void {
  for (let i = 50; i < nodes.length; i += 50) {
    const to = nodes[i]?.relations[0]?.to ?? 0
    const kind = nodes[to]?.kind === 'counterargument' ? 'rebuts' : 'supports'
    if (to > 0 && random() < 0.9) nodes[to]?.relations.push({ kind, to: i })
  }
}

function markdown(node: Node, i: number, nodes: readonly Node[], random: Random): string {
  const [first = '', second = '', third = ''] = node.paragraphs
  const link = `[as argued elsewhere](${pick(nodes, random).id}.md)`
  const extra = [
    `\n\n- ${second.split('. ').join('\n- ')}`,
    `\n\n| one | two |\n| --- | --- |\n| ${i} | *${i + 1}* |`,
    `[^1]\n\n[^1]: ${third.split('. ')[0]}.`,
    ' Then $x_i^2 + \\alpha$ is small.',
    '',
    '',
  ]
  return `${first} This holds ${link}.\n\n${second}\n\n${third.replace(' ', ' **so** ')}${extra[i % 6]}\n`
}

function nodeText(
  node: Node,
  i: number,
  nodes: readonly Node[],
  sources: number,
  body: string,
): string {
  const lines = [`kind: ${node.kind}`, `title: Node ${i}`, `statement: ${node.statement}`]
  for (const kind of ['supports', 'rebuts', 'undercuts'] as const) {
    const items = node.relations.filter((relation) => relation.kind === kind)
    if (items.length === 0) continue
    lines.push(`${kind}:`, ...items.flatMap(({ to }) => target(kind, to, nodes)))
  }
  if (node.kind === 'evidence')
    lines.push('sources:', `  - id: source-${i % sources}`, '    at: section 2')
  return `---\n${lines.join('\n')}\n---\n\n${body}`
}

function target(kind: Relation['kind'], to: number, nodes: readonly Node[]): readonly string[] {
  const because = '    because: The one would not be as it is if the other were not so.'
  const id = nodes[to]?.id ?? ''
  if (kind !== 'undercuts') return [`  - to: ${id}`, because]
  const step = nodes[to]?.relations.find((relation) => relation.kind !== 'undercuts')
  return [`  - from: ${id}`, `    to: ${nodes[step?.to ?? 0]?.id ?? ''}`, because]
}

function mapText(nodes: readonly Node[]): string {
  const thesis = nodes[0]?.id ?? ''
  return `---
title: A synthetic map
question: Does it scale?
thesis: ${thesis}
parts:
  - id: whole
    title: All of it
    label: Argument 1
    head: ${thesis}
    summary: Everything bears on one thesis.
---

Made by a program to measure with.
`
}

function sourceFile(i: number, random: Random, words: readonly string[]): SourceFile {
  const text = `---
type: article-journal
title: ${sentence(random, words, 7)}
author:
  - { family: Author${i}, given: Ann }
issued: ${1950 + (i % 70)}
container-title: Journal of ${pick(words, random)}
checked:
  how: primary
  where: Made by a program.
---

${sentence(random, words, 20)}
`
  return { path: `content/sources/source-${i}.md`, text }
}

function argdownText(node: Node, nodes: readonly Node[]): string {
  const relations = node.relations.map(({ kind, to }) => {
    const arrow = kind === 'supports' ? '+>' : '->'
    return `  ${arrow} [${nodes[to]?.id ?? ''}]`
  })
  return [`[${node.id}]: ${[node.statement, ...node.paragraphs].join(' ')}`, ...relations].join(
    '\n',
  )
}

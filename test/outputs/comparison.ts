import { compare } from '../../src/analysis/compare/compare.ts'
import type { Comparison } from '../../src/analysis/compare/comparison.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { mapFile, nodeFile } from '../scripts/folder.ts'

const relation = (to: string, because: string, weight = 1) => [{ to, because, weight }]

const before = {
  'content/light/index.md': mapFile.replace('parts: []', 'rival: lumps\nparts: []'),
  'content/light/wave.md': nodeFile({
    credence: 0.6,
    'credence-because': 'Most say so.',
    rebuts: relation('lumps', 'Nothing is both.'),
  }),
  'content/light/lumps.md': nodeFile({ title: 'Light is lumps', statement: 'Light comes in lumps.' }),
  'content/light/slits.md': nodeFile({
    kind: 'evidence',
    title: 'Two slits',
    statement: 'Two slits make fringes.',
    supports: relation('wave', 'Only waves make fringes.'),
  }),
  'content/light/ether.md': nodeFile({
    title: 'There is an ether',
    statement: 'Waves of light need an ether.',
    supports: relation('wave', 'A wave is a wave of something.'),
  }),
}

const after = {
  ...before,
  'content/light/slits.md': nodeFile({
    kind: 'evidence',
    title: 'Two slits',
    statement: 'Two narrow slits often make fringes.',
    supports: relation('wave', 'Waves make fringes.', 0.5),
  }),
  'content/light/ether.md': nodeFile({
    title: 'There is an ether',
    statement: 'Waves of light need an ether.',
    withdrawn: { on: '2026-01-31', reason: 'It was looked for in vain.', see: ['slits'] },
  }),
  'content/light/blur.md': nodeFile({
    kind: 'counterargument',
    title: 'The slits were too wide',
    statement: 'Fringes so faint may be a blur.',
    undercuts: [{ from: 'slits', to: 'wave', because: 'A blur is no fringe.' }],
    rebuts: ['nowhere'],
  }).replace(/\n$/, '\n\nSee [a site](https://new.example/).\n'),
  'content/light/broken.md': '---\nkind: [\n---\n',
}

function assembled(files: Readonly<Record<string, string>>) {
  return assemble(Object.entries(files).map(([path, text]) => ({ path, text })))
}

/** A small change that has a bit of everything, as `compare` finds it, and figures that moved. */
export function lightComparison(): Comparison {
  const found = compare(assembled(before), assembled(after))
  const file = 'content/results/slits.json'
  return {
    ...found,
    suspect: found.edgesChanged.map(({ id, kind }) => ({ id, kind })),
    alike: [{ id: 'blur', other: 'slits', kind: 'opposite', score: 0.81 }],
    measures: [
      { file, name: 'fringes', before: { value: 3 }, after: { value: 4, halfWidth: 0.25 }, isByHand: true },
    ],
    verdicts: [{ file, before: 'supports', after: 'mixed' }],
    figures: [{ file: 'content/light/slits.md', result: file, pointer: '/fringes', before: '3.0', after: '4.0' }],
  }
}

/** Fields whose texts are ours, or have a form that they are held to. */
const held = new Set([
  ...['id', 'other', 'is', 'kind', 'was', 'label', 'role', 'map', 'mark', 'code', 'severity', 'see'],
  ...['fields', 'linked', 'verdicts'],
])

/** A comparison in which every text that a stranger may choose is this one. */
export function withTexts(comparison: Comparison, text: string): Comparison {
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return text
    if (Array.isArray(value)) return value.map(replace)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const isKind = name === 'kind' && typeof inner === 'object'
        return [name, held.has(name) && !isKind ? inner : replace(inner)]
      }),
    )
  }
  return replace(comparison) as Comparison
}

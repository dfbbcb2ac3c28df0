import { hostile } from '../../outputs/graph.ts'
import { nodeFile } from '../../scripts/folder.ts'

/** A title and a reason that try to leave the tags and attributes they are put in. */
export const hostileTitle = '"><script>alert(1)</script> {x} &lt;'
export const hostileReason = `It says "the same" <b>twice</b> & ]]> ${hostile.replace(/[^ -~]/g, '')}`

const map = `---
title: Light
question: What is light?
thesis: wave
rival: particle
parts: []
---

A map of [what carries light](ether.md).
`

const gone = (reason: string, rest: object = {}) => ({
  withdrawn: { on: '2026-01-31', reason, ...rest },
})

const linking = nodeFile({ title: 'Light is a wave', statement: 'Light is a wave.' }).replace(
  /\n---\n\n/,
  '\n---\n\nIt was thought that [something carries it](ether.md) and that it ' +
    '[moves](light-moves.md) as [particles](particle.md) do.\n\n',
)

/**
 * A small map: `ether` is withdrawn for `field`; `light-moves` was merged into `wave`, `undulation`
 * into `light-moves` before, and `old-ether` into `ether`.
 */
export const files: Readonly<Record<string, string>> = {
  'content/light/index.md': map,
  'content/light/wave.md': linking,
  'content/light/particle.md': nodeFile({
    title: 'Light is made of particles',
    statement: 'Light is made of particles.',
    rebuts: [{ to: 'wave', because: 'What is in pieces is no wave.' }],
  }),
  'content/light/field.md': nodeFile({
    title: 'Light needs no carrier',
    statement: 'Light is a field that needs nothing to carry it.',
    supports: [{ to: 'wave', because: 'Fields have waves.' }],
  }),
  'content/light/ether.md': nodeFile({
    title: 'An ether carries light',
    statement: 'An ether at rest carries light.',
    supports: [{ to: 'wave', because: 'Waves are waves of "something".' }],
    sources: [{ id: 'young', at: 'p. 12' }],
    ...gone('No experiment has found an ether.', { see: ['field', 'undulation'] }),
  }),
  'content/light/drift.md': nodeFile({
    kind: 'counterargument',
    title: 'No drift was found',
    statement: 'No drift of the earth through an ether was found.',
    rebuts: [{ to: 'ether', because: 'A drift would have been seen.' }],
    supports: [{ to: 'field', because: 'There was nothing to find.' }],
  }),
  'content/light/carried-or-not.md': nodeFile({
    kind: 'counterargument',
    title: 'A carrier proves no wave',
    statement: 'That light is carried does not make it a wave.',
    undercuts: [{ from: 'ether', to: 'wave', because: 'Rivers carry boats.' }],
  }),
  'content/light/light-moves.md': nodeFile({
    title: hostileTitle,
    statement: 'Light travels "as waves do" & <i>bends</i>.',
    supports: [{ to: 'wave', because: 'What travels so is a wave.' }],
    ...gone(hostileReason, { 'merged-into': 'wave' }),
  }),
  'content/light/undulation.md': nodeFile({
    kind: 'evidence',
    title: 'Light undulates',
    statement: 'Light goes up and down.',
    ...gone('It says what another says.', { 'merged-into': 'light-moves', see: ['field'] }),
  }),
  'content/light/old-ether.md': nodeFile({
    title: 'Space is full of ether',
    statement: 'Space is full of something that carries light.',
    ...gone('It says what another says.', { 'merged-into': 'ether' }),
  }),
  'content/sources/young.md': `---
type: book
title: On light
author:
  - family: Young
    given: Thomas
issued: 1804
checked:
  how: primary
  where: whole
---

Read.
`,
}

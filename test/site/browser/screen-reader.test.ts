import path from 'node:path'
import { expect, it } from 'vitest'
import { nodeFile, write } from '../../scripts/folder.ts'
import { buildSmall } from '../small-site.ts'
import { setStage } from './browser.ts'
import { readingOf } from './screen-reader-tree.ts'

const map = `---
title: Light
question: What is light?
thesis: light-is-a-wave
parts:
  - id: a
    label: A
    title: What light does
    roots: [light-bends]
---

A map of what is said of light.
`
const body = `
Light that passes an *edge* spreads behind it, and [two slits](two-slits.md) show fringes. The angle
between them is $\\theta = \\lambda / d$ for slits at a distance $d$.

- Red light bends most.
- Violet light bends least.
`
const withBody = (file: string) => file.replace(/\n---\n[^]*$/, `\n---\n${body}`)

const stage = setStage(
  buildSmall((folder) =>
    write(folder, {
      'content/light/index.md': map,
      'content/light/light-is-a-wave.md': nodeFile({
        title: 'Light is a wave',
        statement: 'Light is a wave in a field.',
      }),
      'content/light/light-bends.md': withBody(
        nodeFile({
          title: 'Light bends around edges',
          statement: 'Light that passes an edge bends around it.',
          credence: 0.9,
          'credence-because': 'Everybody can see it with a hair and a candle.',
          supports: [{ to: 'light-is-a-wave', because: 'Waves bend around edges.' }],
        }),
      ),
      'content/light/two-slits.md': nodeFile({
        title: 'Two slits show fringes',
        statement: 'Behind two slits light is bright and dark in turn.',
        supports: [{ to: 'light-bends', because: 'It has to spread behind each slit.' }],
      }),
      'content/light/edges-scatter.md': nodeFile({
        kind: 'counterargument',
        title: 'Edges scatter',
        statement: 'An edge may scatter light that never bends.',
        rebuts: [{ to: 'light-bends', because: 'Scattered light reaches the same places.' }],
      }),
      'content/light/edges-do-not-matter.md': nodeFile({
        kind: 'counterargument',
        title: 'Every edge bends alike',
        statement: 'Edges of glass, steel and hair bend light alike.',
        rebuts: [{ to: 'edges-scatter', because: 'Scattering would depend on the edge.' }],
      }),
      'content/light/bodies-bend-too.md': nodeFile({
        kind: 'counterargument',
        title: 'Streams bend, too',
        statement: 'A stream of bodies bends around edges as well.',
        undercuts: [
          {
            from: 'light-bends',
            to: 'light-is-a-wave',
            because: 'What bends need not be a wave.',
          },
        ],
      }),
    }),
  ),
)

const reading = () => stage.visit('c/light-bends/', (page) => readingOf(page, 'main'))

it('a screen reader finds a node in the order of the golden file', async () => {
  // After a change that is meant: `npx vitest run test/site/browser/screen-reader.test.ts -u`.
  const golden = path.join(import.meta.dirname, 'screen-reader.golden.txt')
  await expect(await reading()).toMatchFileSnapshot(golden)
})

it('what is claimed comes before how it stands, that before why, and all before the rest', async () => {
  const text = await reading()
  const places = [
    /^ *“Claim”/m,
    /heading “Light bends around edges” \(level 1\)/,
    /“Light that passes an edge bends around it\.”/,
    /region “How it stands, and why”/,
    /“No open objection/,
    /“Answered”/,
    /“spreads behind it/,
    /heading “What supports it/,
    /link “Two slits show fringes”/,
    /heading “What challenges it/,
    /heading “Objections to a step/,
    /heading “What it bears on/,
    /complementary “About this page”/,
  ].map((pattern) => text.search(pattern))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../../../scripts/setup/run.mjs'
import { digest, digestOfCode, keepText, keptText } from '../../../src/disk/kept-text.ts'
import { layoutCached } from '../../../src/site/map/layout/layout-cache.ts'
import { layOut } from '../../../src/site/map/layout/map-layout.ts'
import type { LayoutGraph } from '../../../src/site/map/layout/layout.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-layout-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const graph: LayoutGraph = {
  headings: [40, 0],
  nodes: [0, 1, 1].map((depth) => ({ width: 156, height: 42, kind: 0, part: 0, depth })),
  edges: [
    { kind: 0, from: 1, to: 0 },
    { kind: 2, from: 2, to: 0 },
  ],
}

describe('a layout that is kept', () => {
  it('is what was laid out', async () => {
    const file = path.join(folder, 'same.json')
    const fresh = await layoutCached(graph, file)
    expect(fresh).toEqual(await layOut(graph))
    expect(await layoutCached(graph, file)).toEqual(fresh)
  })

  it('comes from its file', async () => {
    const file = path.join(folder, 'kept.json')
    const other = { ...(await layoutCached(graph, file)), width: 12_345 }
    const key = digest(digestOfCode(root, ['src/site/map/layout']) + JSON.stringify(graph))
    expect(keptText(file, key)).toContain('"lines"')
    keepText(file, key, JSON.stringify(other))
    expect(await layoutCached(graph, file)).toEqual(other)
  })

  it('is laid out anew where the file is damaged or of another graph', async () => {
    const file = path.join(folder, 'other.json')
    const other = { ...graph, headings: [90, 0] }
    await layoutCached(other, file)
    expect(await layoutCached(graph, file)).toEqual(await layOut(graph))
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\d(?=\D*$)/, '7'))
    expect(await layoutCached(graph, file)).toEqual(await layOut(graph))
  })
})

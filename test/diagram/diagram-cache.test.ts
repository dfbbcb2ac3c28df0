import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderCached } from '../../src/site/diagram/diagram-cache.ts'
import { renderMermaid } from '../../src/site/diagram/render-mermaid.ts'

const TEXT = 'flowchart BT\n  n0("One"):::claim'

describe('renderCached', () => {
  let folder = ''
  let fresh = ''

  function entry(): string {
    const [name = ''] = readdirSync(folder)
    return join(folder, name)
  }

  beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'diagrams-')), 'new')
    fresh = await renderCached(TEXT, { id: 'd' }, folder)
  })

  it('gives what `renderMermaid` gives', async () => {
    expect(fresh).toBe(await renderMermaid(TEXT, { id: 'd' }))
  })

  it('reads what it has kept', async () => {
    const before = readFileSync(entry(), 'utf8')
    expect(await renderCached(TEXT, { id: 'd' }, folder)).toBe(fresh)
    expect(readFileSync(entry(), 'utf8')).toBe(before)
  })

  it('keeps texts and ids apart', async () => {
    await renderCached(TEXT, { id: 'e' }, folder)
    await renderCached(`${TEXT}\n  n1("Two")`, { id: 'd' }, folder)
    expect(readdirSync(folder)).toHaveLength(3)
  })

  it.each([
    ['changed', (text: string) => text.replace('One', 'Two')],
    ['cut short', (text: string) => text.slice(0, -20)],
    ['empty', () => ''],
    ['without its digest', (text: string) => text.slice(65)],
  ])('draws again an entry that is %s', async (_, damage) => {
    const whole = readFileSync(entry(), 'utf8')
    writeFileSync(entry(), damage(whole))
    expect(await renderCached(TEXT, { id: 'd' }, folder)).toBe(fresh)
    expect(readFileSync(entry(), 'utf8')).toBe(whole)
  })

  it('does not believe an entry put under another key', async () => {
    const other = entry()
    const whole = readFileSync(other, 'utf8')
    await renderCached(TEXT, { id: 'e' }, folder)
    const paths = readdirSync(folder).map((name) => join(folder, name))
    const mine = paths.find((path) => path !== other)
    writeFileSync(mine ?? '', whole)
    expect(await renderCached(TEXT, { id: 'e' }, folder)).toContain('id="e"')
  })

  it('leaves no unfinished files', () => {
    expect(readdirSync(folder).filter((name) => !/^[0-9a-f]{64}\.svg$/.test(name))).toEqual([])
  })
})

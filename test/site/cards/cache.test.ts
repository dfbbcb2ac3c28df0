import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cardKey, drawCached } from '../../../src/site/cards/card-cache.ts'
import { drawCard } from '../../../src/site/cards/draw-card.ts'
import { plainCard } from './own-cards.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cards-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const entryOf = (card: typeof plainCard) => path.join(folder, `${cardKey(card)}.png`)

describe('the cache of cards', () => {
  it('gives what drawing gives, and keeps one entry of it', async () => {
    const drawn = Buffer.from(await drawCard(plainCard))
    const [first, second] = await Promise.all([drawCached(plainCard, folder), drawCached(plainCard, folder)])
    const kept = await drawCached({ ...plainCard }, folder)
    for (const png of [first, second, kept]) expect(drawn.equals(png)).toBe(true)
    expect(readdirSync(folder)).toEqual([path.basename(entryOf(plainCard))])
  })

  it('gives the entry and not a new drawing', async () => {
    const other = { ...plainCard, statement: 'Another.' }
    await drawCached(other, folder)
    const before = readFileSync(entryOf(other))
    await drawCached(other, folder)
    expect(readFileSync(entryOf(other)).equals(before)).toBe(true)
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it.each([
    ['cut short', (entry: Buffer) => entry.subarray(0, 900)],
    ['empty', () => Buffer.alloc(0)],
    ['with a changed byte', (entry: Buffer) => Buffer.from(entry.map((byte, i) => (i === 700 ? byte ^ 1 : byte)))],
    ['of another card', () => readFileSync(entryOf({ ...plainCard, statement: 'Another.' }))],
  ])('draws anew what is kept %s', async (_, damage) => {
    const drawn = Buffer.from(await drawCached(plainCard, folder))
    const entry = readFileSync(entryOf(plainCard))
    writeFileSync(entryOf(plainCard), damage(entry))
    expect(drawn.equals(await drawCached(plainCard, folder))).toBe(true)
    expect(readFileSync(entryOf(plainCard)).equals(entry)).toBe(true)
  })

  it('has another key for whatever is drawn', () => {
    const keys = [
      plainCard,
      { ...plainCard, title: 'Other' },
      { ...plainCard, statement: 'Other' },
      { ...plainCard, map: 'Other' },
      { ...plainCard, address: 'Other' },
      { ...plainCard, kind: { shape: 'evidence', word: 'Claim' } as const },
      { ...plainCard, standing: { mark: 'out', word: 'No open objection' } as const },
      { ...plainCard, title: plainCard.statement, statement: plainCard.title },
    ].map(cardKey)
    expect(new Set(keys).size).toBe(keys.length)
    expect(cardKey({ ...plainCard })).toBe(keys[0])
  })
  it('has another key for other code, and keeps nothing without any', async () => {
    const other = mkdtempSync(path.join(os.tmpdir(), 'code-'))
    const place = vi.spyOn(process, 'cwd').mockReturnValue(other)
    const load = async () => {
      vi.resetModules()
      return import('../../../src/site/cards/card-cache.ts')
    }
    try {
      const drawn = Buffer.from(await drawCard(plainCard))
      const none = path.join(other, 'cards')
      expect(drawn.equals(await (await load()).drawCached(plainCard, none))).toBe(true)
      expect(readdirSync(other)).toEqual([])
      mkdirSync(path.join(other, 'src/site/cards'), { recursive: true })
      writeFileSync(path.join(other, 'package-lock.json'), '{}')
      const keys = [cardKey(plainCard), (await load()).cardKey(plainCard)]
      writeFileSync(path.join(other, 'src/site/cards/mark.ts'), '')
      keys.push((await load()).cardKey(plainCard))
      expect(new Set(keys).size).toBe(3)
    } finally {
      place.mockRestore()
      rmSync(other, { recursive: true })
    }
  })
})

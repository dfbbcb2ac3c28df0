import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { drawCardSvg } from '../../../src/site/cards/card-svg.ts'
import { drawCard } from '../../../src/site/cards/draw-card.ts'
import { hostileTexts } from './hostile-texts.ts'
import { hostileCards, plainCard, realCards } from './own-cards.ts'
import { colourAt, decode, inkBox } from './pixels.ts'

const all = [...realCards, ...hostileCards]
/** What has to stay empty at each side, in pixels. */
const margin = 40

describe('the picture of every node, and of every hostile text,', () => {
  it('is a PNG of 1200 by 630 and at most 60 kB, with nothing in its margins', async () => {
    const wrong: string[] = []
    for (const [name, card] of all) {
      const png = await drawCard(card)
      const picture = decode(png)
      const { left, right, top, bottom } = inkBox(picture)
      if (png.length > 60_000) wrong.push(`${name} has ${png.length} bytes`)
      if (picture.width !== 1200 || picture.height !== 630) wrong.push(`${name} has another size`)
      const isInside =
        left >= margin && right < 1200 - margin && top >= margin && bottom < 630 - margin
      if (!isInside) wrong.push(`${name} reaches ${left},${top} to ${right},${bottom}`)
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('is made from XML without text or addresses, by two parsers', async () => {
    for (const [name, card] of all.filter((_, i) => i % 9 === 0 || i >= realCards.size)) {
      const svg = drawCardSvg(card)
      expect(XMLValidator.validate(svg), name).toBe(true)
      const names = new Set([...svg.matchAll(/<([^\s/>]+)/g)].map((match) => match[1]))
      const known = ['svg', 'rect', 'path', 'g', 'polygon']
      expect([...names].filter((each) => !known.includes(each ?? '')), name).toEqual([])
      expect(svg.replace(/<[^>]*>/g, ''), name).toBe('')
      expect(svg, name).not.toMatch(/NaN|undefined|Infinity|href|url\(/)
    }
    const files = [...hostileCards].map(([, card], i) => ({
      fileName: `${i}.svg`,
      contents: drawCardSvg(card),
    }))
    const { valid, errors } = await validateXML({ xml: files, normalization: 'c14n' })
    expect(errors).toEqual([])
    expect(valid).toBe(true)
  }, 120_000)
})

describe('a card', () => {
  it('has its statement large enough to be read at 300 pixels', () => {
    const labels = new Set([36, 34, 32, 24, 22, 20])
    const sizesOf = (svg: string) =>
      [...svg.matchAll(/\) scale\((\d+)\)/g)].map((match) => Number(match[1]))
    for (const [id, card] of realCards) {
      const inBody = sizesOf(drawCardSvg({ ...card, map: '', address: '' }))
      const texts = inBody.filter((size) => size === 36 || !labels.has(size))
      expect(Math.min(...texts), id).toBeGreaterThanOrEqual(36)
    }
  })

  it('is the same bytes again, whatever was drawn before it', async () => {
    const arabic = { ...plainCard, statement: hostileTexts['Arabic with vowels'] ?? '' }
    const first = await drawCard(arabic)
    for (const card of hostileCards.values()) drawCardSvg(card)
    expect(Buffer.from(await drawCard(arabic)).equals(first)).toBe(true)
  })

  it('has the colours of the light theme', async () => {
    const picture = decode(await drawCard(plainCard))
    expect(colourAt(picture, 5, 5)).toBe('fdfdfb')
    const colours = new Set<string>()
    for (let x = 400; x < 800; x++) colours.add(colourAt(picture, x, 78))
    expect([...colours].some((colour) => isNear(colour, '12396f'))).toBe(true)
  })

  it('differs by kind, by standing, and by what is said', () => {
    const cards = [
      plainCard,
      { ...plainCard, kind: { shape: 'question', word: 'Claim' } },
      { ...plainCard, standing: { mark: 'out', word: 'No open objection' } },
      { ...plainCard, standing: { mark: 'withdrawn', word: 'No open objection' } },
      { ...plainCard, statement: 'It is not so.' },
      { ...plainCard, map: '' },
    ] as const
    expect(new Set(cards.map(drawCardSvg)).size).toBe(cards.length)
  })
})

function isNear(a: string, b: string): boolean {
  const bytes = (colour: string) => [0, 2, 4].map((i) => Number.parseInt(colour.slice(i, i + 2), 16))
  return bytes(a).every((value, i) => Math.abs(value - (bytes(b)[i] ?? 0)) <= 3)
}

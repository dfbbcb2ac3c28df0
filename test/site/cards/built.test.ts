import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesOf, publishedBuild, rootBuild } from '../built.ts'
import { realCards } from './own-cards.ts'
import { decode } from './pixels.ts'

const isCard = (file: string) => /(?:^|\/)card\.png$/.test(file)

describe('cards of a built site', () => {
  it('are there for every node and for the site where its host is known', () => {
    const cards = filesOf(publishedBuild).filter(isCard)
    const ids = [...realCards.keys()].filter((name) => name !== 'the site')
    expect(cards).toEqual([...ids.map((id) => `c/${id}/card.png`), 'card.png'].sort())
    for (const file of ['card.png', `c/${ids[0]}/card.png`]) {
      const { width, height } = decode(readFileSync(path.join(publishedBuild.out, file)))
      expect([width, height]).toEqual([1200, 630])
    }
  })

  it('are not there where it is not', () => {
    expect(filesOf(rootBuild).filter(isCard)).toEqual([])
  })
})

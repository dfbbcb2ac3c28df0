import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../src/site/cards/clean-text.ts'
import { missingNotice, missingOn } from '../../../src/site/cards/missing-characters.ts'
import { cardAlt, nodeCard, shownAddress, siteCard } from '../../../src/site/cards/node-card.ts'
import { toParagraph } from '../../../src/site/cards/paragraph.ts'
import { address, changedNode, content, hostileCards, plainCard, realCards } from './own-cards.ts'

describe('text on a card', () => {
  it('loses what cannot be seen or turns other text round', () => {
    expect(cleanText('It is \u202egnorw\u202c \u2066so\u2069.')).toBe('It is gnorw so.')
    expect(cleanText('a\0b\x1bc\ud800d\ufffe \u200be\n\tf')).toBe('abcd e f')
    expect(cleanText(' a\u00a0\u3000 b ')).toBe('a b')
  })

  it('keeps joiners where they mean something, and selectors and tags of emoji', () => {
    expect(cleanText('a\u200db\u200cc')).toBe('abc')
    expect(cleanText('می\u200cخواهم')).toBe('می\u200cخواهم')
    expect(cleanText('👩\u200d💻 ❤\ufe0f\u200d🔥 👍🏽')).toBe('👩\u200d💻 ❤\ufe0f\u200d🔥 👍🏽')
    expect(cleanText('🏴\u{e0067}\u{e0062}\u{e007f} a\u{e0067}b')).toBe('🏴\u{e0067}\u{e0062}\u{e007f} ab')
  })

  it('has at most three marks on a letter', () => {
    expect([...cleanText(`x${'\u0330'.repeat(40)}y`)]).toHaveLength(5)
  })

  it('says […] for what no font has, once for each stretch, and plainer letters where there are some', () => {
    expect(toParagraph('日本語 is 日', 'serif').text).toBe('[…] is […]')
    expect(toParagraph('𝒻𝒶𝓃𝒸𝓎 ｆｕｌｌ', 'serif').text).toBe('fancy full')
  })

  it('gives brackets, numbers and emoji the direction of what is around them', () => {
    const { text, levels } = toParagraph('مرحبا 🙂 (12%) نعم', 'serif')
    const at = (part: string) => levels[text.indexOf(part)]
    expect([at('🙂'), at('('), at('12'), at('ن')]).toEqual([1, 1, 2, 1])
  })
})

describe('characters no font has', () => {
  it('are none in the content', () => {
    expect(missingNotice(realCards)).toBeUndefined()
  })

  it('are named by card, in one line', () => {
    expect(missingOn({ ...plainCard, title: '日', map: '語 日' })).toEqual(['日', '語'])
    const notice = missingNotice(new Map([['some-node', { ...plainCard, title: '日' }]]))
    expect(notice).toBe('Cards have characters that no font of theirs has: some-node (U+65E5).')
    expect(missingNotice(hostileCards)).toMatch(/^[\x20-\x7e\u2026]+$/)
  })
})

describe('what a card says', () => {
  it('is kind, statement and standing of a node', () => {
    const node = changedNode({ kind: 'claim', statement: 'It is so.' })
    const labels = new Map([[node.id, 'out' as const]])
    expect(nodeCard({ ...content, labels }, node, address)).toMatchObject({
      kind: { shape: 'claim', word: 'Claim' },
      statement: 'It is so.',
      standing: { mark: 'out', word: 'Open objection' },
      address,
    })
    expect(cardAlt({ labels }, node)).toBe('Claim: It is so. Open objection.')
  })

  it('is that it was withdrawn, whatever its label', () => {
    const node = changedNode({ withdrawn: { on: '2026-01-01', reason: 'Wrong.', see: [] } })
    expect(nodeCard(content, node, address).standing).toEqual({ mark: 'withdrawn', word: 'Withdrawn' })
    expect(cardAlt(content, node)).toMatch(/ Withdrawn\.$/)
  })

  it('is no standing of a question, and the word for a caveat', () => {
    const question = changedNode({ kind: 'question', statement: 'Is it so?' })
    expect(nodeCard(content, question, address)).not.toHaveProperty('standing')
    expect(cardAlt(content, question)).toBe('Open question: Is it so?')
    expect(cardAlt(content, changedNode({ caveat: true }))).toMatch(/^Caveat: /)
  })

  it('is an empty map title where the map is not known', () => {
    const kb = { ...content.kb, maps: new Map() }
    expect(nodeCard({ ...content, kb }, changedNode({}), address).map).toBe('')
    expect(siteCard({ kb }, address).map).toBe('')
  })

  it('is the address as a reader would type it', () => {
    expect(shownAddress('https://assay.example/assay/')).toBe('assay.example/assay')
    expect(shownAddress('https://assay.example/')).toBe('assay.example')
  })
})

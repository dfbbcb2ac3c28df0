import { describe, expect, it } from 'vitest'
import type { NodeId } from '../../../src/core/id.ts'
import type { FeedItem } from '../../../src/outputs/feeds/feed.ts'
import { itemHtml, itemText } from '../../../src/outputs/feeds/item-html.ts'
import { node, source } from '../graph.ts'
import { added, commitOf, feedOf, itemsOf } from './sample.ts'

const place = source('x').place
const wave = node('wave', 'claim', [], { title: 'Light waves', statement: 'Light is a wave.' })
const ray = node('ray', 'counterargument', [{ kind: 'rebuts', to: 'wave' }])
const shadow = node('shadow', 'counterargument', [{ kind: 'rebuts', to: 'ray' }])
const mirror = node('mirror', 'counterargument', [
  { kind: 'undercuts', to: { from: 'ray', to: 'wave' } },
])

function only(items: readonly FeedItem[]): FeedItem {
  expect(items).toHaveLength(1)
  return items[0] as FeedItem
}

describe('eventItems', () => {
  it('tells what was added, by an address with its wording', () => {
    const item = only(itemsOf([wave], { wave: [added(wave, 3)] }))
    expect(item).toMatchObject({
      id: `tag:assay.example,2026-05-03:c/wave/added/${'03'.repeat(20)}`,
      url: expect.stringMatching(/^https:\/\/assay\.example\/assay\/c\/wave\/#v=[0-9a-f]{8}$/),
      title: 'Added: Light waves',
      type: 'added',
    })
    expect(itemText(item)).toBe('Light is a wave.\nNew in the map: a claim.')
  })

  it('tells each event with the title and the statement of its time', () => {
    const items = itemsOf([wave], {
      wave: [
        { type: 'reworded', at: commitOf(2), was: { hash: '0', statement: 'Rays.' }, hash: '1', statement: 'Waves?' },
        { type: 'label-changed', at: commitOf(3), was: 'in', label: 'out' },
        { type: 'retitled', at: commitOf(4), was: 'Waves', title: 'Light waves' },
        { type: 'reworded', at: commitOf(5), was: { hash: '1', statement: 'Waves?' }, hash: '2', statement: 'Light is a wave.' },
        { type: 'kind-changed', at: commitOf(6), was: 'evidence', kind: 'claim' },
      ],
    })
    expect(items.map(({ title, kind }) => [title, kind])).toEqual([
      ['Of another kind: Light waves', 'claim'],
      ['Reworded: Light waves', 'evidence'],
      ['Retitled: Light waves', 'evidence'],
      ['Now “open objection”: Waves', 'evidence'],
      ['Reworded: Waves', 'evidence'],
    ])
    expect(items.map(itemText)).toEqual([
      'Light is a wave.\nIt was evidence and is now a claim.',
      'Light is a wave.\nBefore: Waves?',
      'Waves?\nIt was called: Waves',
      'Waves?\nLabel: no open objection; now: open objection.',
      'Waves?\nBefore: Rays.',
    ])
  })

  it('names the objections and the answers that moved a label, of the same commit alone', () => {
    const item = itemsOf([wave, ray, shadow, mirror], {
      wave: [{ type: 'label-changed', at: commitOf(5), was: 'in', label: 'out' }],
      ray: [added(ray, 5)],
      shadow: [added(shadow, 4)],
      mirror: [{ type: 'withdrawn', at: commitOf(5), reason: 'No.' }],
    }).find(({ type }) => type === 'label-changed') as FeedItem
    expect(itemText(item).split('\n').slice(2)).toEqual([
      'Objections to it that came or changed in the same commit:',
      '– Title of ray: https://assay.example/assay/c/ray/',
      'Answers to its objections that came or changed with it:',
      '– Title of mirror: https://assay.example/assay/c/mirror/',
    ])
  })

  it('says why something was withdrawn and what took its place', () => {
    const old = node('old', 'claim', [], {
      withdrawn: {
        on: '2026-05-07',
        reason: 'Said twice.',
        see: [{ id: 'ray', place }],
        mergedInto: { id: 'wave', place },
      },
    })
    const [item] = itemsOf([wave, ray, old], {
      old: [{ type: 'withdrawn', at: commitOf(7), reason: 'Said twice.' }],
    })
    expect(item && itemHtml(item)).toBe(
      '<p>Statement of old.</p><p>Why it was withdrawn: Said twice.</p>' +
        '<p>It was merged into:</p><ul><li><a href="https://assay.example/assay/c/wave/">Light waves</a></li></ul>' +
        '<p>See instead:</p><ul><li><a href="https://assay.example/assay/c/ray/">Title of ray</a></li></ul>',
    )
  })

  it('calls a merger one, by the name of what it was merged into', () => {
    const reason = 'Said twice.'
    const [known, unknown] = ['wave', 'no-such-node'].map((id) =>
      itemsOf([wave, ray], { ray: [{ type: 'withdrawn', at: commitOf(7), reason, into: id as NodeId }] }),
    )
    expect(known?.[0]?.title).toBe('Merged into “Light waves”: Title of ray')
    expect(known?.[0] && itemText(known[0])).toContain('Why it was merged: Said twice.')
    expect(unknown?.[0]?.title).toBe('Merged into “no-such-node”: Title of ray')
  })

  it('says nothing that is not committed yet', () => {
    const edited = { ...wave, title: 'Edited', statement: 'Edited.', kind: 'evidence' as const }
    const items = itemsOf([edited], {
      wave: [added(wave, 3), { type: 'label-changed', at: commitOf(4), was: 'in', label: 'out' }],
    })
    expect(JSON.stringify(items)).not.toContain('Edited')
    expect(items.map(({ title, kind }) => [title, kind])).toEqual([
      ['Now “open objection”: Light waves', 'claim'],
      ['Added: Light waves', 'claim'],
    ])
  })

  it('has the newest first, and of one moment the nodes in order', () => {
    const items = itemsOf([wave, ray, shadow], {
      wave: [added(wave, 3), { type: 'restored', at: commitOf(9) }],
      shadow: [added(shadow, 3)],
      ray: [added(ray, 4)],
    })
    expect(items.map(({ node: id, type }) => `${id} ${type}`)).toEqual([
      'wave restored',
      'ray added',
      'shadow added',
      'wave added',
    ])
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  })

  it('is empty without a past', () => {
    expect(itemsOf([wave], {})).toEqual([])
  })
})

describe('chooseFeed', () => {
  const many = Array.from({ length: 60 }, (_, index) => node(`wave-${index + 10}`, 'claim'))
  const items = itemsOf(
    many,
    Object.fromEntries(
      many.map((each, index) => [
        each.id,
        [
          added(each, 1 + (index % 20)),
          ...(index === 0 ? [{ type: 'label-changed' as const, at: commitOf(1), was: 'in' as const, label: 'out' as const }] : []),
        ],
      ]),
    ),
  )

  it('has the 50 newest', () => {
    const feed = feedOf(items)
    expect(feed.items).toHaveLength(50)
    expect(feed.items.every(({ at }) => at.on >= '2026-05-04')).toBe(true)
  })

  it('has labels alone in the feed of labels, however old, and a map in its own', () => {
    expect(feedOf(items, 'labels').items.map(({ type }) => type)).toEqual(['label-changed'])
    expect(feedOf(items, 'maps/light').items).toHaveLength(50)
    expect(feedOf(items, 'maps/light').self.json).toBe('https://assay.example/assay/feeds/maps/light.json')
  })
})

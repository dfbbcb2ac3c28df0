import type { ArgumentNode } from '../../core/document.ts'
import type { SiteContent } from '../content.ts'
import { kindWords, labelWords } from '../words.ts'
import type { Card } from './card.ts'

/** Of the content what a card needs. */
export type CardContent = Pick<SiteContent, 'kb' | 'labels'>

const about =
  'Essays taken apart into claims, evidence and objections, each with an address, its sources ' +
  'and how it stands.'

/** The card of a node; `address` is where the site stands, for readers. */
export function nodeCard({ kb, labels }: CardContent, node: ArgumentNode, address: string): Card {
  const standing = standingOf(labels, node)
  return {
    kind: { shape: node.kind, word: kindWord(node) },
    title: node.title,
    statement: node.statement,
    ...(standing && { standing }),
    map: kb.maps.get(node.map)?.title ?? '',
    address,
  }
}

/** What the card of a node shows, in words: its kind, its statement and how it stands. */
export function cardAlt({ labels }: Pick<CardContent, 'labels'>, node: ArgumentNode): string {
  const standing = standingOf(labels, node)
  const end = standing === undefined ? '' : ` ${standing.word}.`
  return `${kindWord(node)}: ${ended(node.statement)}${end}`
}

/** The card of the whole site, with the title of its map where it has but one. */
export function siteCard({ kb }: Pick<CardContent, 'kb'>, address: string): Card {
  const titles = [...kb.maps.values()].map(({ title }) => title)
  const map = titles.length === 1 ? (titles[0] ?? '') : ''
  return { title: 'Assay', statement: about, map, address }
}

/** What the card of the whole site shows, in words. */
export const siteCardAlt = `Assay. ${about}`

/** Where a site stands as a reader would type it: `example.org/assay`. */
export function shownAddress(site: string): string {
  return site.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

function kindWord({ caveat, kind }: ArgumentNode): string {
  return caveat ? 'Caveat' : kindWords[kind]
}

function standingOf(
  labels: CardContent['labels'],
  node: ArgumentNode,
): Card['standing'] | undefined {
  if (node.withdrawn) return { mark: 'withdrawn', word: 'Withdrawn' }
  const label = labels.get(node.id)
  if (node.kind === 'question' || label === undefined) return undefined
  return { mark: label, word: labelWords[label] }
}

/** A sentence with a full stop, unless it ends with a mark of its own. */
function ended(sentence: string): string {
  return /[.!?…]["'”’)\]]*$/.test(sentence) ? sentence : `${sentence}.`
}

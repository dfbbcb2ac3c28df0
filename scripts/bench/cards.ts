import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { labelGrounded } from '../../src/analysis/labels/labelling.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { drawCached } from '../../src/site/cards/card-cache.ts'
import type { Card } from '../../src/site/cards/card.ts'
import { nodeCard, siteCard } from '../../src/site/cards/node-card.ts'
import { root } from '../setup/run.mjs'
import { duration, targetTable, toTable } from './table.ts'

const address = 'assay.example/assay'
const mostMilliseconds = 60
const mostBytes = 60_000

/** What drawing some cards takes, one after another. */
export interface CardFigure {
  readonly what: string
  readonly cards: number
  /** Time of processors for each card when it is drawn, fonts and warming up included, in ms. */
  readonly cold: number
  /** Time on the clock for each card when it is drawn, in ms. */
  readonly clock: number
  /** Time on the clock for each card that is kept, in ms. */
  readonly warm: number
  /** Of the largest picture. */
  readonly bytes: number
}

/** Measures the cards of all nodes, and cards whose texts are as long and as odd as can be. */
export async function measureCards(): Promise<readonly CardFigure[]> {
  const kb = assemble(readContent(path.join(root, 'content')))
  const content = { kb, labels: labelGrounded(kb.graph) }
  const nodes = [...kb.graph.nodes.values()].map((node) => nodeCard(content, node, address))
  return [
    await measure('every node and the site', [siteCard(content, address), ...nodes]),
    await measure('texts of 240 characters', hostileCards(nodes[0] as Card)),
  ]
}

function hostileCards(card: Card): readonly Card[] {
  const texts = [
    'Considerable uncertainty '.repeat(10),
    'W'.repeat(240),
    '🙂👩‍💻'.repeat(34),
    'يعرف النظام ما يريده الناس ولا يهتم به أبدا '.repeat(6),
    '﷽ '.repeat(120),
    `x${'\u0301\u0330'.repeat(10)}`.repeat(12),
    '日本語 '.repeat(60),
  ]
  return texts.map((text) => ({
    ...card,
    title: text.slice(0, 60),
    statement: text.slice(0, 240),
    map: text,
  }))
}

async function measure(what: string, cards: readonly Card[]): Promise<CardFigure> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-cards-'))
  try {
    const [processors, start] = [process.cpuUsage(), performance.now()]
    let bytes = 0
    for (const card of cards) bytes = Math.max(bytes, (await drawCached(card, folder)).length)
    const { user, system } = process.cpuUsage(processors)
    const drawn = performance.now()
    for (const card of cards) await drawCached(card, folder)
    return {
      what,
      cards: cards.length,
      cold: (user + system) / 1000 / cards.length,
      clock: (drawn - start) / cards.length,
      warm: (performance.now() - drawn) / cards.length,
      bytes,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A table of what `measureCards` found, and of what was to be reached. */
export function tellCards(figures: readonly CardFigure[]): string {
  const rows = figures.map(({ what, cards, cold, clock, warm, bytes }) => [
    what,
    String(cards),
    duration(cold),
    duration(clock),
    duration(warm),
    kilobytes(bytes),
  ])
  const head = ['', 'cards', 'cold, of one core', 'on the clock', 'kept', 'largest']
  const slowest = Math.max(...figures.map(({ cold }) => cold))
  const largest = Math.max(...figures.map(({ bytes }) => bytes))
  const isQuick = slowest <= mostMilliseconds
  return [
    'Cards, drawn one after another, time for each\n',
    toTable([head, ...rows]),
    '',
    targetTable('cards', [
      [`at most ${mostMilliseconds} ms of one core, cold`, duration(slowest), isQuick],
      [`at most ${kilobytes(mostBytes)}`, kilobytes(largest), largest <= mostBytes],
    ]),
  ].join('\n')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

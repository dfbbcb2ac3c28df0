import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { findCruxes } from '../../../src/analysis/cruxes/cruxes.ts'
import { compileFrame, groundedLabels } from '../../../src/analysis/labels/grounded.ts'
import { frameOf } from '../../../src/analysis/labels/frame-of.ts'
import { applyView } from '../../../src/analysis/stance/apply-view.ts'
import {
  fromViewData,
  indexViewData,
  type ViewData,
} from '../../../src/analysis/stance/view-data.ts'
import { emptyView, type View } from '../../../src/analysis/stance/view.ts'
import { bandOf } from '../../../src/analysis/strength/band.ts'
import { quadraticEnergy } from '../../../src/analysis/strength/formulas.ts'
import { compileNetwork } from '../../../src/analysis/strength/compile-network.ts'
import { labelWords } from '../../../src/site/words.ts'
import { rootBuild } from '../built.ts'

/** What the built site sends of its map. */
export const map = JSON.parse(
  readFileSync(path.join(rootBuild.out, 'stance.json'), 'utf8'),
) as ViewData
export const index = indexViewData(map)
export const thesis = map.topics[0] as string
/** Under what name a browser keeps a view of the site at a root. */
export const storeKey = 'assay-view:/'

const graph = fromViewData(map)
const network = compileNetwork(graph)
const labels = [labelWords.undecided, labelWords.in, labelWords.out]

/** How a node stands, as a reader sees it. */
export interface Shown {
  /** The strength, then the ends of its band where there is one, in two decimals. */
  readonly numbers: readonly string[]
  readonly label: string
}

/** How every node stands in a view, computed here. */
export function standIn(view: View): (id: string) => Shown {
  const applied = applyView(view, network, graph, index)
  const label = groundedLabels(compileFrame(frameOf(graph, applied.muted)), applied.off)
  const { strength, lowest, highest } = bandOf(network, applied.scores)
  return (id) => {
    const node = index.nodeNumber(id) as number
    const [low, high] = [lowest[node] as number, highest[node] as number]
    const band = high - low >= 0.005 ? [low, high] : []
    return {
      numbers: [strength[node] as number, ...band].map((number) => number.toFixed(2)),
      label: labels[label[node] as number] ?? 'Left out',
    }
  }
}

/** The nodes that a topic turns on most in a view, the first first, computed here. */
export function cruxesIn(view: View, topic: string): readonly string[] {
  const { scores } = applyView(view, network, graph, index)
  const search = findCruxes(network, quadraticEnergy, index.nodeNumber(topic) as number, { scores })
  let step = search.next()
  while (step.done !== true) step = search.next()
  return (step.value ?? []).map(({ node }) => map.nodes[node] as string)
}

/** How a node stands in the map as it is. */
export const inMap = standIn(emptyView)

/** The base score of a node in whole per cents. */
export function basePercent(id: string): number {
  return Math.round(100 * (map.base[index.nodeNumber(id) as number] as number))
}

/** The part of a page that holds a reader's own view. */
export function viewOn(page: Page): Locator {
  return page.locator('[data-view]')
}

/** Opens the view of a page and waits for its numbers. */
export async function openView(page: Page): Promise<Locator> {
  const view = viewOn(page)
  await view.getByRole('button').click()
  return opened(view)
}

/** Waits until a view that is being opened has its numbers. */
export async function opened(view: Locator): Promise<Locator> {
  await view.locator('dl dd').nth(1).waitFor()
  return view
}

/** The one button of a view whose name has these words. */
export function button(view: Locator, name: RegExp): Locator {
  return view.getByRole('button', { name })
}

/** The nodes that have a card, in order. */
export async function asked(view: Locator): Promise<readonly string[]> {
  const links = view.locator('fieldset legend a')
  const all = await links.evaluateAll((anchors) => anchors.map((each) => each.getAttribute('href')))
  return all.map((href) => /\/c\/([^/]+)\/$/.exec(href ?? '')?.[1] ?? '')
}

/** The cards of a view that have come with its cruxes. */
export async function cardsOf(view: Locator): Promise<Locator> {
  const cards = view.locator('fieldset')
  await cards.first().waitFor()
  return cards
}

/** The card of a node on the page of views. */
export function cardOf(view: Locator, id: string): Locator {
  return view
    .locator('fieldset')
    .filter({ has: view.page().locator(`legend a[href$="/c/${id}/"]`) })
}

/**
 * How a node is said to stand: row 0 in the map, row 1 in the reader's view, row 2 in another. A
 * node's own page has a second list, for the topic.
 */
export async function shown(view: Locator, row: number, list = 0): Promise<Shown> {
  const value = view.locator('dl').nth(list).locator('dd').nth(row)
  const text = await value.locator('.figure').locator('xpath=..').innerText()
  return {
    numbers: text.match(/\d\.\d\d/g) ?? [],
    label: await value.locator('.label').innerText(),
  }
}

/** Waits until a view of the reader's stands as it should. */
export async function expectShown(
  view: Locator,
  expected: Shown,
  row = 1,
  list = 0,
): Promise<void> {
  await expect.poll(() => shown(view, row, list)).toEqual(expected)
}

/** Looks for a node by its id on the page of views; the row that has it. */
export async function find(view: Locator, id: string): Promise<Locator> {
  await view.getByRole('searchbox').fill(id)
  const rows = view.getByRole('listitem').filter({ has: view.page().getByRole('button') })
  return rows.filter({ hasText: index.titleOf(id) }).first()
}

/** What all live regions of a view say, those that say something. */
export async function said(view: Locator): Promise<string> {
  return (await view.getByRole('status').allInnerTexts()).join(' ').trim()
}

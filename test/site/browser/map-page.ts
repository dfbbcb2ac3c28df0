import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { kindNames, labelNames, relationNames, type MapData } from '../../../src/site/map/map-data.ts'
import { kindWords, labelWords } from '../../../src/site/words.ts'
import { rootBuild } from '../built.ts'
import type { Stage } from './browser.ts'

/** What the built site sends of its map to the explorer. */
export const data = JSON.parse(readFileSync(path.join(rootBuild.out, 'map.json'), 'utf8')) as MapData
export const { nodes, edges } = data
export const count = nodes.id.length
export const thesis = nodes.id[0] as string

/** The explorer of a page, once it moves. */
export async function mapOn(page: Page): Promise<Locator> {
  const map = page.locator('[data-map][data-live]')
  await map.waitFor()
  return map
}

/** Opens the map at a fragment and looks at it, where less motion is preferred. */
export function mapVisitor({ visit }: Stage) {
  return <Seen>(
    fragment: string,
    look: (map: Locator, page: Page) => Promise<Seen>,
    options: Parameters<Stage['visit']>[2] = {},
  ): Promise<Seen> =>
    visit(
      fragment === '' ? 'map/' : `map/#${fragment}`,
      async (page) => look(await mapOn(page), page),
      { reducedMotion: 'reduce', ...options },
    )
}

/** A node of the picture. */
export function nodeOf(map: Locator, id: string): Locator {
  return map.locator(`a.map-node[data-node="${nodes.id.indexOf(id)}"]`)
}

/** Ids of the nodes of the picture that have a class. */
export async function withClass(map: Locator, name: string): Promise<readonly string[]> {
  const found = map.locator(`a.map-node.${name}`)
  const numbers = await found.evaluateAll((all) => all.map((each) => each.getAttribute('data-node')))
  return numbers.map((number) => nodes.id[Number(number)] as string)
}

/** Ids of the nodes that can be seen in the picture, wherever the camera is. */
export async function drawn(map: Locator): Promise<readonly string[]> {
  const hidden = new Set(await withClass(map, 'is-out'))
  return nodes.id.filter((id) => !hidden.has(id))
}

/** Ids of the rows that the list shows. */
export async function rows(map: Locator): Promise<readonly string[]> {
  const shown = map.locator('[data-map-list] li[data-node]:not([hidden])')
  const numbers = await shown.evaluateAll((all) => all.map((each) => each.getAttribute('data-node')))
  return numbers.map((number) => nodes.id[Number(number)] as string)
}

/** The id of the node that has the focus of the page, in the picture or the list. */
export function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const href = document.activeElement?.getAttribute('href') ?? ''
    return /\/c\/([^/]+)\/$/.exec(href)?.[1]
  })
}

/** How a node is read aloud, composed here. */
export function sentence(id: string): string {
  const node = nodes.id.indexOf(id)
  const label = labelNames[nodes.label[node] as number]
  const counts = (kind: (typeof relationNames)[number]) =>
    edges.to.filter((to, edge) => {
      const isOf = relationNames[edges.kind[edge] as number] === kind
      return isOf && (kind === 'undercuts' ? edges.to[to] === node : to === node)
    }).length
  const said = [
    ['support', counts('supports'), ''],
    ['objection', counts('rebuts'), ''],
    ['undercut', counts('undercuts'), ' of a step to it'],
  ] as const
  const words = said
    .filter(([, number]) => number > 0)
    .map(([word, number, more]) => `${number} ${word}${number === 1 ? '' : 's'}${more}`)
  return [
    `${kindWords[kindNames[nodes.kind[node] as number]!]}: ${nodes.title[node]}.`,
    ...(label === undefined ? [] : [`${labelWords[label]}.`]),
    words.length === 0 ? 'Nothing bears on it.' : `${words.join(', ')}.`,
  ].join(' ')
}

/** Waits until the fragment of the address is this. */
export async function expectAddress(page: Page, fragment: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).hash).toBe(fragment === '' ? '' : `#${fragment}`)
}

/** What the camera shows: the four numbers of the drawing's view. */
export async function windowOf(map: Locator): Promise<readonly number[]> {
  const box = await map.locator('[data-map-svg]').getAttribute('viewBox')
  return (box ?? '').split(' ').map(Number)
}

/** Waits until a node is wholly in the window of the picture. */
export async function expectInWindow(map: Locator, id: string): Promise<void> {
  const node = nodes.id.indexOf(id)
  await expect
    .poll(async () => {
      const [left = 0, top = 0, width = 0, height = 0] = await windowOf(map)
      const [x, y] = [nodes.x[node] as number, nodes.y[node] as number]
      const [w, h] = [(nodes.width[node] as number) / 2, (nodes.height[node] as number) / 2]
      return x - w >= left && x + w <= left + width && y - h >= top && y + h <= top + height
    })
    .toBe(true)
}

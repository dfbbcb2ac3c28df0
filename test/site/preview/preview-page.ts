import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CDPSession, Locator, Page } from 'playwright-core'
import type { PreviewFile } from '../../../src/site/preview/preview-file.ts'
import { filesOf, type Build } from '../built.ts'

/** The box in which previews are shown. */
export function boxOf(page: Page): Locator {
  return page.locator('#node-preview')
}

/** Milliseconds after which a preview is shown or will not be: of pointing, and of holding. */
export const [soon, held] = [900, 1100]

/** A point of a link that is drawn, on its first line. */
export async function pointOf(link: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await link.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  return link.evaluate((element) => {
    const [first] = element.getClientRects()
    if (!first) throw new Error('The link is not drawn.')
    return { x: first.x + Math.min(first.width / 2, 30), y: first.y + first.height / 2 }
  })
}

/** Moves the pointer onto a link, as a hand does. */
export async function pointAt(page: Page, link: Locator): Promise<void> {
  const { x, y } = await pointOf(link)
  await page.mouse.move(x + 3, y)
  await page.mouse.move(x, y)
}

/** The box, once it is shown for a link that is pointed at. */
export async function shownFor(page: Page, link: Locator): Promise<Locator> {
  await pointAt(page, link)
  await boxOf(page).waitFor()
  return boxOf(page)
}

/** Counts what a page asks for from now on, by the ends of addresses. */
export function countAsked(page: Page, end: string): () => readonly string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith(end)) asked.push(new URL(request.url()).pathname)
  })
  return () => asked
}

/** A finger on the screen of a page. */
export async function fingerOn(page: Page): Promise<Finger> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  return {
    down: (at) => send('touchStart', at),
    move: (at) => send('touchMove', at),
    up: () => send('touchEnd'),
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

interface Finger {
  down(at: Point): Promise<unknown>
  move(at: Point): Promise<unknown>
  up(): Promise<unknown>
}

/** What a build's file says of a node. */
export function fileOf(build: Build, id: string): PreviewFile {
  return JSON.parse(readFileSync(path.join(build.out, 'c', id, 'preview.json'), 'utf8')) as PreviewFile
}

/** The ids of all nodes that have a page in a build. */
export function idsOf(build: Build): readonly string[] {
  return filesOf(build).flatMap((file) => /^c\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? [])
}

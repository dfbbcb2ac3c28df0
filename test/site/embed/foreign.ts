import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Stage } from '../browser/browser.ts'

interface Options extends BrowserContextOptions {
  readonly before?: (page: Page) => Promise<void>
  /** What the foreign server sends before the page. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A site of somebody else, whose pages frame ours. */
export interface Foreign {
  /** Opens a page of that site with some HTML and gives what `look` makes of it. */
  visit<Seen>(html: string, look: (page: Page) => Promise<Seen>, options?: Options): Promise<Seen>
  /** Puts a page on that site and gives its address. */
  put(html: string, headers?: Options['headers']): string
}

/** Runs a server that is another site than the stage's, for the tests of the file that calls this. */
export function setForeign(stage: Stage): Foreign {
  const pages: { readonly html: string; readonly headers: Options['headers'] }[] = []
  let server: Server | undefined
  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const page = pages[Number(url.slice(1))]
      const type = { 'Content-Type': 'text/html; charset=utf-8' }
      response.writeHead(page === undefined ? 404 : 200, { ...type, ...page?.headers })
      response.end(page?.html)
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => server?.close())
  const put: Foreign['put'] = (html, headers = {}) => {
    const head = '<title>Foreign</title><link rel="icon" href="data:,">'
    pages.push({ html: `<!doctype html><html lang="en">${head}<body>${html}`, headers })
    return `http://localhost:${(server?.address() as AddressInfo).port}/${pages.length - 1}`
  }
  return {
    put,
    visit(html, look, { headers, ...options } = {}) {
      const address = put(html, headers)
      const open = async (page: Page) => {
        await page.goto(address)
        return look(page)
      }
      return stage.visit('favicon.svg', open, options)
    },
  }
}

/** The document of a frame, once it is there. */
export async function cardIn(page: Page, selector = 'iframe'): Promise<Frame> {
  const frame = await (await page.waitForSelector(selector, { state: 'attached' })).contentFrame()
  if (frame === null) throw new Error('There is no frame.')
  await frame.waitForSelector('footer')
  return frame
}

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { serveSite, type Server } from '../../../scripts/serve.ts'
import { findBrowser } from '../../../scripts/setup/browser.mjs'
import { root } from '../../../scripts/setup/run.mjs'
import { filesOf, type Build } from '../built.ts'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Pages seen in a browser, on a server that runs while the tests of a file do. */
export interface Stage {
  /** Opens a path of the build in a context of its own and gives what `look` makes of it. */
  visit<Seen>(
    path: string,
    look: (page: Page) => Promise<Seen>,
    options?: BrowserContextOptions & { readonly before?: (page: Page) => Promise<void> },
  ): Promise<Seen>
  /** The address of the server, without a path. */
  readonly origin: string
}

/** Serves a build and opens a browser for the tests of the file that calls this. */
export function setStage(build: Build): Stage {
  let server: Server | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    const executablePath = findBrowser()
    if (executablePath === undefined) {
      throw new Error(
        'No Chromium was found: `npm test` gets one, or CHROMIUM_PATH says where it is.',
      )
    }
    server = await serveSite({ ...build, port: 20_000 + Math.floor(Math.random() * 30_000) })
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  return {
    get origin() {
      return new URL((server as Server).url).origin
    },
    async visit(where, look, { before, ...options } = {}) {
      const context = await (browser as Browser).newContext({ serviceWorkers: 'block', ...options })
      try {
        const page = await context.newPage()
        await before?.(page)
        await page.goto(new URL(build.base + where, (server as Server).url).href)
        return await look(page)
      } finally {
        await context.close()
      }
    },
  }
}

/**
 * One page of every kind that a build has, relative to its base: every page at the top, one of each
 * folder, one of each that a node has beside its own, one node of each kind, one that was withdrawn
 * and the largest.
 */
export function pagesOfEveryKind(build: Build): readonly string[] {
  const pages = filesOf(build).filter((file) => file.endsWith('.html'))
  const firsts = new Map<string, string>()
  for (const page of pages) {
    const [folder = '', , ...rest] = page.split('/')
    // Stops of readings are of one kind, whatever they are called.
    const below = folder === 'read' ? rest.map(() => '*') : rest
    const key = rest.length === 0 ? page : [folder, '*', ...below].join('/')
    if (!firsts.has(key)) firsts.set(key, page)
  }
  const size = (page: string) => readFileSync(path.join(build.out, page)).length
  const nodes = pages.filter((page) => /^c\/[^/]+\/index\.html$/.test(page))
  const largest = nodes.reduce((a, b) => (size(b) > size(a) ? b : a), nodes[0] ?? 'index.html')
  const chosen = new Set([
    ...firsts.values(),
    ...nodesOfEachKind().filter((page) => pages.includes(page)),
    largest,
  ])
  return [...chosen].map((page) => page.replace(/index\.html$/, '')).sort()
}

function nodesOfEachKind(): readonly string[] {
  const firsts = new Map<string, string>()
  const content = path.join(root, 'content')
  for (const file of readdirSync(content, { recursive: true }).map(String).sort()) {
    if (!file.endsWith('.md')) continue
    const text = readFileSync(path.join(content, file), 'utf8')
    const page = `c/${path.basename(file, '.md')}/index.html`
    const found = [
      /^kind: *(\w+)/m.exec(text)?.[1],
      /^withdrawn:/m.test(text) ? 'withdrawn' : undefined,
      /\$[^$\n]+\$/.test(text) ? 'math' : undefined,
      /^\|.*\|$/m.test(text) ? 'table' : undefined,
      /\[\^[^\]]+\]/.test(text) ? 'footnote' : undefined,
    ]
    for (const key of found) if (key !== undefined && !firsts.has(key)) firsts.set(key, page)
  }
  return [...firsts.values()]
}

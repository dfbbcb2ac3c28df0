import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servePage, writeMapPage } from '../../../scripts/bench/map-page.ts'
import { syntheticMapData } from '../../../scripts/bench/synthetic-map-data.ts'
import { findBrowser } from '../../../scripts/setup/browser.mjs'
import type { Drawing, Scene } from '../../../src/site/map/drawing.ts'

declare global {
  var drawing: Drawing
  var shown: Scene
  var told: { picked: (number | undefined)[]; pointed: (number | undefined)[]; moves: number }
}

const data = syntheticMapData(1000, 3000)
const size = { width: 900, height: 600 }
const head = data.nodes.depth.indexOf(0)
let folder = ''
let url = ''
let close = () => {}
let browser: Browser | undefined

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'assay-map-gl-'))
  await writeMapPage(folder, data)
  const served = await servePage(folder)
  url = served.url
  close = () => served.server.close()
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No Chromium was found.')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(async () => {
  await browser?.close()
  close()
  rmSync(folder, { recursive: true, force: true })
})

/** A page that shows the whole map; what it complains of is given back with what `look` sees. */
async function visit<Seen>(
  look: (page: Page) => Promise<Seen>,
  options: { colorScheme?: 'light' | 'dark'; reducedMotion?: 'reduce' } = {},
): Promise<Seen> {
  const page = await (browser as Browser).newPage({ viewport: size, ...options })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  try {
    await page.goto(url)
    await page.waitForFunction(() => 'mapPage' in globalThis)
    await page.evaluate(async () => {
      const data = JSON.parse(await mapPage.load())
      globalThis.drawing = mapPage.draw(data)
      globalThis.told = { picked: [], pointed: [], moves: 0 }
      drawing.onPick = (node) => told.picked.push(node)
      drawing.onPoint = (node) => told.pointed.push(node)
      drawing.onMove = () => told.moves++
      globalThis.shown = {
        nodes: new Uint8Array(data.nodes.id.length).fill(1),
        focus: undefined,
        current: undefined,
        found: undefined,
        colour: 'kind',
        label: data.nodes.label,
        strength: data.nodes.strength,
      }
      drawing.look(drawing.fitting())
      drawing.paint(shown)
    })
    const seen = await look(page)
    expect(complaints).toEqual([])
    return seen
  } finally {
    await page.close()
  }
}

type Rgb = readonly number[]
type Picture = ReturnType<typeof PNG.sync.read>

/** What is on the screen once all is drawn, titles too. */
async function shoot(page: Page): Promise<Picture> {
  await page.waitForTimeout(300)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return PNG.sync.read(await page.screenshot())
}

function colourAt(picture: Picture, x: number, y: number): Rgb {
  const at = 4 * (Math.round(y) * picture.width + Math.round(x))
  return [picture.data[at] ?? 0, picture.data[at + 1] ?? 0, picture.data[at + 2] ?? 0]
}

const away = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((value, i) => Math.abs(value - (other[i] ?? 0))))

/** How many pixels are not of the paper's colour. */
function inked(picture: Picture, paper: readonly number[]): number {
  let count = 0
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) if (away(colourAt(picture, x, y), paper) > 24) count++
  }
  return count
}

/** The colours that the style sheet has for the paper and for kinds, as the browser computes them. */
async function tokens(page: Page): Promise<{ readonly paper: Rgb; readonly kinds: readonly Rgb[] }> {
  const [paper, ...kinds] = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('p'))
    const read = ['paper', 'claim', 'evidence', 'counter', 'question'].map((name) => {
      probe.style.color = `var(--${name})`
      return (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number)
    })
    probe.remove()
    return read
  })
  return { paper: paper ?? [], kinds }
}

/** Where nodes are on the stage with the camera of the moment. */
async function places(page: Page): Promise<(node: number) => readonly [number, number]> {
  const { x, y, zoom } = await page.evaluate(() => drawing.camera())
  return (node) => [
    size.width / 2 + ((data.nodes.x[node] ?? 0) - x) * zoom,
    size.height / 2 + ((data.nodes.y[node] ?? 0) - y) * zoom,
  ]
}

/** Some nodes that are well apart from titles: late in the order, so that they have none. */
const plain = [400, 500, 600, 700, 800, 900]

/** How many of these have the colour of their kind in the middle. */
async function inColour(page: Page): Promise<number> {
  const [picture, at, { kinds }] = [await shoot(page), await places(page), await tokens(page)]
  const off = (node: number) =>
    away(colourAt(picture, ...at(node)), kinds[data.nodes.kind[node] ?? 0] ?? [])
  return plain.filter((node) => off(node) < 30).length
}

describe('the drawing of a large map', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`has nodes in the colours of their kinds, ${scheme}`, async () => {
      await visit(
        async (page) => {
          expect(inked(await shoot(page), (await tokens(page)).paper)).toBeGreaterThan(8000)
          expect(await inColour(page)).toBeGreaterThan(3)
        },
        { colorScheme: scheme },
      )
    })
  }

  it('follows a change of the colour scheme', async () => {
    await visit(async (page) => {
      await shoot(page)
      const before = await tokens(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await tokens(page)).not.toEqual(before)
      expect(await inColour(page)).toBeGreaterThan(3)
    })
  })

  it('leaves out what a filter leaves out, and makes faint what is away from the focus', async () => {
    await visit(async (page) => {
      const { paper } = await tokens(page)
      const whole = inked(await shoot(page), paper)
      const at = await places(page)
      const paint = (nodes: (node: number) => number, scene: Partial<Scene> = {}) =>
        page.evaluate(
          ([nodes, scene]) => drawing.paint({ ...shown, ...scene, nodes: Uint8Array.from(nodes) }),
          [data.nodes.id.map((_, node) => nodes(node)), scene] as const,
        )
      await paint((node) => (node < 100 ? 0 : 1))
      expect(inked(await shoot(page), paper)).toBeLessThan(whole)
      expect(await inColour(page)).toBeGreaterThan(3)
      await paint((node) => (plain.includes(node) ? 0 : 1))
      expect(await inColour(page)).toBe(0)
      await paint((node) => (node < 20 ? 2 : 1), { focus: head })
      const focused = await shoot(page)
      expect(inked(focused, paper)).toBeLessThan(whole / 2)
      const faint = plain.map((node) => away(colourAt(focused, ...at(node)), paper))
      expect(Math.max(...faint.filter((each) => each < 90))).toBeGreaterThan(8)
      await paint(() => 0)
      expect(inked(await shoot(page), paper)).toBe(0)
    })
  })

  it('tells of clicks on nodes and beside them, and of what is pointed at', async () => {
    await visit(async (page) => {
      await page.evaluate(
        ([x, y]) => drawing.look({ x, y, zoom: 0.5 }),
        [data.nodes.x[700] ?? 0, data.nodes.y[700] ?? 0] as const,
      )
      await shoot(page)
      await page.mouse.click(size.width / 2 + 2, size.height / 2 - 1)
      expect(await page.evaluate(() => told.picked)).toEqual([700])
      expect(await page.evaluate(() => told.pointed.at(-1))).toBe(700)
      await page.evaluate(() => drawing.look({ x: 0, y: 0, zoom: 4 }))
      await page.mouse.click(20, 20)
      expect(await page.evaluate(() => [told.picked.length, told.picked.at(-1)])).toEqual([2, undefined])
    })
  })

  it('is dragged, and zoomed by Ctrl and the wheel about the pointer; a plain wheel is the page’s', async () => {
    await visit(async (page) => {
      const camera = () => page.evaluate(() => drawing.camera())
      await page.evaluate(() => drawing.look({ ...drawing.camera(), zoom: 0.4 }))
      const before = await camera()
      await page.mouse.move(300, 300)
      await page.mouse.down()
      await page.mouse.move(360, 330, { steps: 4 })
      await page.mouse.up()
      const dragged = await camera()
      expect(before.x - dragged.x).toBeCloseTo(60 / 0.4, 0)
      expect(before.y - dragged.y).toBeCloseTo(30 / 0.4, 0)
      expect(await page.evaluate(() => [told.moves > 0, told.picked.length])).toEqual([true, 0])
      await page.mouse.wheel(0, -100)
      expect(await camera()).toEqual(dragged)
      await page.keyboard.down('Control')
      await page.mouse.wheel(0, -100)
      await page.keyboard.up('Control')
      await page.waitForFunction((zoom) => drawing.camera().zoom > zoom, dragged.zoom)
      const zoomed = await camera()
      const under = ({ x, zoom }: typeof zoomed) => x + (360 - size.width / 2) / zoom
      expect(under(zoomed)).toBeCloseTo(under(dragged), 0)
    })
  })

  it('glides to where it is told, at once where less motion is preferred', async () => {
    const go = (page: Page) =>
      page.evaluate(() => {
        drawing.look({ x: 1000, y: 1000, zoom: 1 }, true)
        return drawing.camera().zoom
      })
    await visit(async (page) => {
      expect(await go(page)).toBeLessThan(0.9)
      await page.waitForFunction(() => drawing.camera().zoom === 1)
      expect(await page.evaluate(() => drawing.camera())).toEqual({ x: 1000, y: 1000, zoom: 1 })
    })
    await visit(async (page) => expect(await go(page)).toBe(1), { reducedMotion: 'reduce' })
  })

  it('draws again when the browser has taken its graphics memory and given it back', async () => {
    await visit(async (page) => {
      await shoot(page)
      await page.evaluate(async () => {
        const canvas = document.querySelector('canvas') as HTMLCanvasElement
        const gl = canvas.getContext('webgl2') as WebGL2RenderingContext
        const memory = gl.getExtension('WEBGL_lose_context') as WEBGL_lose_context
        const heard = (name: string) => new Promise((done) => canvas.addEventListener(name, done))
        const lost = heard('webglcontextlost')
        memory.loseContext()
        await lost
        // Only once the event is over can what it was about be undone.
        await new Promise((done) => setTimeout(done))
        const restored = heard('webglcontextrestored')
        memory.restoreContext()
        await restored
      })
      expect(await inColour(page)).toBeGreaterThan(3)
    })
  })

  it('lets go of everything at its end', async () => {
    await visit(async (page) => {
      await shoot(page)
      const left = await page.evaluate(() => {
        const canvas = document.querySelector('canvas') as HTMLCanvasElement
        const gl = canvas.getContext('webgl2') as WebGL2RenderingContext
        drawing.end()
        const mount = document.querySelector('[data-map-stage]') as HTMLElement
        return [gl.isContextLost(), mount.childElementCount]
      })
      expect(left).toEqual([true, 0])
      await page.mouse.click(300, 300)
      expect(await page.evaluate(() => told.picked)).toEqual([])
    })
  })

  it('says by an error of its own that there is no WebGL, and leaves nothing behind', async () => {
    const executablePath = findBrowser() as string
    const without = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'],
    })
    try {
      const page = await without.newPage()
      await page.goto(url)
      await page.waitForFunction(() => 'mapPage' in globalThis)
      const thrown = await page.evaluate(async () => {
        const data = JSON.parse(await mapPage.load())
        try {
          mapPage.draw(data)
          return 'nothing'
        } catch (error) {
          return [(error as Error).name, document.querySelectorAll('[data-map-stage] *').length]
        }
      })
      expect(thrown).toEqual(['NoWebGl', 0])
    } finally {
      await without.close()
    }
  })
})

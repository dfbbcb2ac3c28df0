import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../setup/browser.mjs'
import { drawEntry, emptyEntry, servePage, sigmaEntry, writeMapPage } from './map-page.ts'
import { median } from './measure.ts'
import { syntheticMapData } from './synthetic-map-data.ts'
import { duration, targetTable, toTable } from './table.ts'

const size = { nodes: 10_000, edges: 30_000 }
const panTime = 3000

/** What a drawing took to come and to be panned. */
interface DrawingFigure {
  readonly what: string
  /** From the data received until painted. */
  readonly painted: number
  readonly pans: readonly PanFigure[]
  readonly heap: number
  readonly script: number
}

interface PanFigure {
  readonly zoom: number
  /** Frames a second: in the middle, and in all but the slowest twentieth. */
  readonly middle: number
  readonly slow: number
  /** Milliseconds of processor that a frame took in all processes of the browser. */
  readonly processor: number
}

/**
 * How the drawing of large maps does at 10,000 nodes in a Chromium that draws in software; beside it
 * sigma on the same map, and an empty canvas, which tells what the machine has to give just then.
 *
 * @throws Error where there is no Chromium.
 */
export async function tellMap(folder: string): Promise<string> {
  const data = syntheticMapData(size.nodes, size.edges)
  const own = await measureDrawing('this drawing', path.join(folder, 'map'), drawEntry)
  const peers = [
    await measureDrawing('an empty canvas', path.join(folder, 'map-empty'), emptyEntry),
    await measureDrawing('sigma, nodes alone', path.join(folder, 'map-nodes'), sigmaEntry(false)),
    await measureDrawing('sigma', path.join(folder, 'map-sigma'), sigmaEntry(true)),
  ]
  const rows = [own, ...peers].flatMap((figure) => figure.pans.map((pan) => rowOf(figure, pan)))
  const head = ['drawing', 'painted', 'zoom', 'frames/s', '5 % slowest', 'processor', 'heap', 'script']
  const bytes = gzipSync(JSON.stringify(data), { level: 9 }).length
  const slowest = Math.min(...own.pans.map((pan) => pan.middle))
  const most = Math.min(...(peers[0]?.pans ?? []).map((pan) => pan.middle))
  return [
    `\nThe map of ${size.nodes} nodes and ${size.edges} edges in Chromium, drawn in software\n`,
    toTable([head, ...rows]),
    '',
    targetTable('the map', [
      ['painted within 2 s', duration(own.painted), own.painted <= 2000],
      [`50 frames a second (empty: ${most.toFixed(0)})`, slowest.toFixed(0), slowest >= 50],
      ['data within 600 kB', `${(bytes / 1000).toFixed(0)} kB`, bytes <= 600_000],
    ]),
  ].join('\n')

  async function measureDrawing(what: string, out: string, entry: string): Promise<DrawingFigure> {
    mkdirSync(out, { recursive: true })
    await writeMapPage(out, data, entry)
    const script = gzipSync(readFileSync(path.join(out, 'page.js')), { level: 9 }).length
    return { what, script, ...(await inBrowser(out)) }
  }
}

function rowOf(figure: DrawingFigure, pan: PanFigure): readonly string[] {
  return [
    figure.what,
    duration(figure.painted),
    pan.zoom.toFixed(2),
    pan.middle.toFixed(0),
    pan.slow.toFixed(0),
    duration(pan.processor),
    `${figure.heap.toFixed(0)} MB`,
    `${(figure.script / 1000).toFixed(1)} kB`,
  ]
}

async function inBrowser(folder: string): Promise<Omit<DrawingFigure, 'what' | 'script'>> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('Expected a Chromium; `npm test` gets one.')
  const { url, server } = await servePage(folder)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const painted: number[] = []
    for (let run = 0; run < 3; run++) painted.push(await measurePaint(browser, url))
    const page = await openPage(browser, url)
    await paintWhole(page)
    const pans: PanFigure[] = []
    for (const factor of [1, 4, 16]) pans.push(await measurePan(page, factor))
    const heap = await page.evaluate(() => {
      const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } }
      return memory.usedJSHeapSize / 1e6
    })
    return { painted: median(painted), pans, heap }
  } finally {
    await browser.close()
    server.close()
  }
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } })
  await page.goto(url)
  await page.waitForFunction(() => 'mapPage' in globalThis)
  return page
}

async function measurePaint(browser: Browser, url: string): Promise<number> {
  const page = await openPage(browser, url)
  const took = await paintWhole(page)
  await page.close()
  return took
}

/** Draws all of the map, and tells the time from its text until the second frame begins. */
function paintWhole(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const text = await mapPage.load()
    const start = performance.now()
    const data = JSON.parse(text) as Parameters<typeof mapPage.draw>[0]
    const drawing = mapPage.draw(data)
    drawing.look(drawing.fitting())
    drawing.paint({
      nodes: new Uint8Array(data.nodes.id.length).fill(1),
      focus: undefined,
      current: undefined,
      found: undefined,
      colour: 'kind',
      label: data.nodes.label,
      strength: data.nodes.strength,
    })
    mapPage.drawing = drawing
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return performance.now() - start
  })
}

/** Pans to and fro around the middle, so many times larger than everything fits. */
async function measurePan(page: Page, factor: number): Promise<PanFigure> {
  await page.evaluate((factor) => {
    const { drawing } = mapPage
    const { x, y, zoom } = drawing.fitting()
    drawing.look({ x, y, zoom: zoom * factor })
  }, factor)
  await page.waitForTimeout(800)
  const before = processorTime()
  const frames = await page.evaluate(async (panTime) => {
    const { drawing } = mapPage
    const { x, y, zoom } = drawing.camera()
    const frames: number[] = []
    const start = performance.now()
    let last = start
    await new Promise<void>((done) => {
      requestAnimationFrame(function step(now) {
        frames.push(now - last)
        last = now
        if (now - start > panTime) return done()
        drawing.look({ x: x + (300 * Math.sin((now - start) / 500)) / zoom, y, zoom })
        requestAnimationFrame(step)
      })
    })
    return frames.slice(1)
  }, panTime)
  const processor = (processorTime() - before) / frames.length
  const sorted = [...frames].sort((a, b) => a - b)
  const slow = sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN
  const zoom = await page.evaluate(() => mapPage.drawing.camera().zoom)
  return { zoom, middle: 1000 / median(sorted), slow: 1000 / slow, processor }
}

/** Milliseconds that this process's children have had of processors, as Linux tells; else 0. */
function processorTime(): number {
  const parents = new Map<number, number>()
  const times = new Map<number, number>()
  for (const name of processNames()) {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
      parents.set(Number(name), Number(fields[1]))
      times.set(Number(name), 10 * (Number(fields[11]) + Number(fields[12])))
    } catch {
      // It ended while it was read.
    }
  }
  const isOurs = (id: number): boolean => {
    const parent = parents.get(id)
    return parent === process.pid || (parent !== undefined && parent > 1 && isOurs(parent))
  }
  return [...times].reduce((sum, [id, time]) => (isOurs(id) ? sum + time : sum), 0)
}

function processNames(): readonly string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
}

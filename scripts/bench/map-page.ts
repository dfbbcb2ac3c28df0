import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { root } from '../setup/run.mjs'
import type { Drawing } from '../../src/site/map/drawing.ts'
import type { MapData } from '../../src/site/map/map-data.ts'

declare global {
  /** What the page of a drawing offers to whoever drives it. */
  var mapPage: {
    draw(data: MapData): Drawing
    /** The text of the map's file. */
    readonly load: () => Promise<string>
    /** For whoever drives the page to keep what it drew. */
    drawing: Drawing
  }
}

/** The policy of the site's pages, without what a drawing has no need of. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
].join('; ')

const load = "load: async () => (await fetch('map.json')).text(),"

/** The script of a page with the drawing of the site. */
export const drawEntry = [
  `import { drawWithGl } from ${JSON.stringify(path.join(root, 'src/site/map/gl/draw-with-gl.ts'))}`,
  "const mount = document.querySelector('[data-map-stage]')",
  `globalThis.mapPage = { draw: (data) => drawWithGl(mount, data), ${load} }`,
].join('\n')

/**
 * The same with sigma, to be measured against: without titles, smooth sides and arrows, and with as
 * coarse a picture for finding nodes as it allows, which all cost it time.
 */
export function sigmaEntry(withEdges: boolean): string {
  const edges = [
    '  for (const [edge, from] of edges.from.entries())',
    "    if (edges.kind[edge] !== 2) graph.addEdge(from, edges.to[edge], { color: '#cccccc' })",
  ]
  return [
    "import Graph from 'graphology'",
    "import Sigma from 'sigma'",
    "const mount = document.querySelector('[data-map-stage]')",
    'const settings = {',
    "  autoRescale: false, itemSizesReference: 'screen', renderLabels: false,",
    '  antialiasEdges: false, antialiasNodes: false, pickingDownSizingRatio: 8,',
    '}',
    'const draw = ({ nodes, edges, width, height }) => {',
    "  const graph = new Graph({ type: 'directed', multi: true })",
    '  for (const [node] of nodes.id.entries())',
    "    graph.addNode(node, { x: nodes.x[node], y: -nodes.y[node], size: 2, color: '#1d4f7c' })",
    ...(withEdges ? edges : []),
    '  const camera = new Sigma(graph, mount, { settings }).getCamera()',
    '  const longer = Math.max(mount.offsetWidth, mount.offsetHeight)',
    '  return {',
    '    look: ({ x, y, zoom }) =>',
    '      camera.setState({ x: 0.5 + x / longer, y: 0.5 - y / longer, ratio: 1 / zoom }),',
    '    paint() {},',
    '    camera: () => ({',
    '      x: (camera.x - 0.5) * longer, y: (0.5 - camera.y) * longer, zoom: 1 / camera.ratio,',
    '    }),',
    '    fitting: () => ({',
    '      x: width / 2, y: height / 2,',
    '      zoom: Math.min(mount.offsetWidth / width, mount.offsetHeight / height),',
    '    }),',
    '  }',
    '}',
    `globalThis.mapPage = { draw, ${load} }`,
  ].join('\n')
}

/** The same with nothing but an empty canvas of WebGL: what a browser takes for a frame anyway. */
export const emptyEntry = [
  "const mount = document.querySelector('[data-map-stage]')",
  'const draw = ({ width, height }) => {',
  "  const canvas = mount.appendChild(document.createElement('canvas'))",
  '  Object.assign(canvas, { width: mount.offsetWidth, height: mount.offsetHeight })',
  "  const gl = canvas.getContext('webgl2', { antialias: false })",
  '  let camera = { x: 0, y: 0, zoom: 1 }',
  '  return {',
  '    look(next) { camera = next; gl.clearColor(Math.random(), 1, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT) },',
  '    paint() {},',
  '    camera: () => camera,',
  '    fitting: () => ({ x: width / 2, y: height / 2, zoom: 0.06 }),',
  '  }',
  '}',
  `globalThis.mapPage = { draw, ${load} }`,
].join('\n')

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>A drawing</title><link rel="icon" href="data:,"><link rel="stylesheet" href="page.css"><script type="module" src="page.js"></script></head>
<body><div data-map-stage></div></body></html>
`

const style = `
html, body { margin: 0; height: 100%; }
body { background: var(--paper); }
[data-map-stage] { position: relative; height: 100%; overflow: hidden; }
`

/** Writes a page that does nothing but draw, bundled as Astro has Vite bundle the site. */
export async function writeMapPage(
  folder: string,
  data: MapData,
  entry: string = drawEntry,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const source = path.join(folder, 'entry.js')
  writeFileSync(source, entry)
  await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: {
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions: { input: source, output: { entryFileNames: 'page.js' } },
    },
  })
  const tokens = await readFile(path.join(root, 'src/site/styles/tokens.css'), 'utf8')
  writeFileSync(path.join(folder, 'page.css'), tokens + style)
  writeFileSync(path.join(folder, 'index.html'), page)
  writeFileSync(path.join(folder, 'map.json'), JSON.stringify(data))
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

/** Serves such a folder at a port that is free. */
export async function servePage(folder: string): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html'
    readFile(path.join(folder, path.basename(name))).then(
      (content) => {
        response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/plain' })
        response.end(content)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Expected a port')
  return { url: `http://127.0.0.1:${address.port}/`, server }
}

import type { MapData } from '../map-data.ts'

const unmoved = 'What moves the map could not be loaded. The picture and the list are there without it.'
const undrawn = 'What draws the map could not be loaded. The outlines have all of it.'

/** Loads the graph and what moves the map, once the page itself is there. */
async function start(root: HTMLElement): Promise<void> {
  const notice = root.querySelector<HTMLElement>('[data-map-notice]')
  try {
    const [data, { openMap }] = await Promise.all([
      load(root.dataset['graph'] ?? ''),
      import('./open-map.ts'),
    ])
    await openMap(root, data)
  } catch {
    if (notice !== null) notice.textContent = root.dataset['drawing'] === 'svg' ? unmoved : undrawn
  }
}

async function load(address: string): Promise<MapData> {
  const data = (await (await fetch(address)).json()) as MapData
  if (data.version !== 1) throw new Error(`Expected a map of version 1 at ${address}`)
  return data
}

const root = document.querySelector<HTMLElement>('[data-map]')
if (root !== null) void start(root)

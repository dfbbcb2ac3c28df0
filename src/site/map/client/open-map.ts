import type { Drawing } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { NoWebGl } from '../gl/no-webgl.ts'
import { listenToButtons } from './buttons.ts'
import { cappedList } from './capped-list.ts'
import { listenToForm, showForm } from './controls.ts'
import { Explorer } from './explorer.ts'
import { Finder } from './finder.ts'
import { listenToKeys } from './keyboard.ts'
import { builtList, listenToList } from './list.ts'
import { noDrawing } from './no-drawing.ts'
import { OwnSwitch } from './own-switch.ts'
import { hide, partsOf } from './page-parts.ts'
import { Panel } from './panel.ts'
import { listenToSearch } from './search-keys.ts'
import { showStatus } from './status.ts'
import { lonelyStop, svgStops } from './stops.ts'
import { drawInSvg } from './svg-drawing.ts'

const undrawn = 'This browser cannot draw so large a map, as it has no WebGL. The list has all of it.'

/**
 * Lets a reader move about in the map, from what its address asks for. Until all that takes is there,
 * the page is as it is without script.
 */
export async function openMap(root: HTMLElement, data: MapData): Promise<void> {
  const parts = partsOf(root)
  const svg = root.querySelector<SVGSVGElement>('[data-map-svg]')
  const { stage } = parts
  const large = svg ? undefined : await drawLarge(stage, data)
  const drawing = svg ? drawInSvg(stage, svg, data) : (large ?? noDrawing())
  const stops = svg ? svgStops(svg) : lonelyStop(stage)
  const list = svg ? builtList(parts.list) : cappedList(parts.list)
  const explorer = new Explorer(data, parts, drawing)
  const [panel, finder, own] = [new Panel(), new Finder(), new OwnSwitch()]
  explorer.onCurrent = () => list.mark(explorer.scene.current)
  explorer.onShow = () => {
    for (const each of [list, stops, panel, finder, own]) each.show(explorer)
    showForm(explorer)
    showStatus(explorer)
    explorer.onCurrent()
  }
  listenToForm(explorer)
  listenToKeys(explorer, stops)
  listenToSearch(explorer, finder, stops)
  listenToList(explorer, parts.list)
  listenToButtons(explorer, stops)
  root.dataset['live'] = ''
  if (!svg && !large) explorer.tell('picture', [undrawn])
  explorer.follow(location.hash, true)
  for (const element of root.querySelectorAll('[data-script-only]')) hide(element, false)
  addEventListener('hashchange', () => explorer.follow(location.hash, false))
  addEventListener('storage', () => explorer.show())
}

/**
 * Draws thousands of nodes, by a script that is loaded for that alone; undefined where the browser
 * cannot.
 */
async function drawLarge(stage: HTMLElement, data: MapData): Promise<Drawing | undefined> {
  const { drawWithGl } = await import('../gl/draw-with-gl.ts')
  try {
    return drawWithGl(stage, data)
  } catch (error) {
    if (error instanceof NoWebGl) return undefined
    throw error
  }
}

/** @jsxImportSource #view */
import type { ViewData } from '../../analysis/stance/view-data.ts'
import { drawIn, type Child } from './jsx-runtime.ts'
import type { Ask, Told } from './protocol.ts'
import { Store } from './store.ts'

/**
 * Loads the map, starts the worker and draws the view in the place of what the mount holds.
 * Rejects where something cannot be loaded; it can then be tried again. `byHand` moves the focus
 * into it.
 */
export async function openView(mount: HTMLElement, byHand: boolean): Promise<void> {
  if (mount.dataset['open']) return
  mount.dataset['open'] = 'true'
  try {
    await showView(mount)
  } catch (error) {
    delete mount.dataset['open']
    throw error
  }
  if (byHand) mount.querySelector<HTMLElement>('h2')?.focus()
}

async function showView(mount: HTMLElement): Promise<void> {
  const { graph = '', root = '/', store: key = '', node } = mount.dataset
  const [data, show] = await Promise.all([loadMap(graph), viewOf(node)])
  const number = node === undefined ? undefined : data.nodes.indexOf(node)
  if (number === -1) throw new Error(`Expected the map to have ${node}`)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const store = new Store(data, { root, key, node: number }, (ask: Ask) => worker.postMessage(ask))
  store.draw = () => {
    const around = focusedIn(mount)
    draw(show(store))
    keepFocus(around)
  }
  worker.onmessage = ({ data: told }: MessageEvent<Told>) => store.hear(told)
  worker.onerror = () => store.fail('The part of the page that computes could not be loaded.')
  const draw = drawIn(mount)
  // The reader's own cruxes take the place of the map's.
  document.querySelector('[data-map-cruxes]')?.remove()
  store.draw()
  addEventListener('hashchange', () => store.follow())
  addEventListener('storage', () => store.reread())
  addEventListener('pageshow', () => store.reread())
  addEventListener('pagehide', () => store.flush())
}

async function loadMap(address: string): Promise<ViewData> {
  const response = await fetch(address)
  const data = (await response.json()) as ViewData
  if (data.version !== 1) throw new Error(`Expected a map of version 1 at ${address}`)
  return data
}

/** What has the focus and what that is in, inside out. */
function focusedIn(mount: Element): readonly Element[] {
  const around: Element[] = []
  let element = document.activeElement
  for (; element && mount.contains(element); element = element.parentElement) around.push(element)
  return around
}

/**
 * Where what had the focus is gone, gives it to the nearest field: a button would do something
 * where a key is pressed twice.
 */
function keepFocus(around: readonly Element[]): void {
  if (around[0]?.isConnected !== false) return
  for (const element of around) {
    const near = element.isConnected && element.querySelector('input')
    if (near) return near.focus()
  }
}

/** What draws the page of one node, or else the page of views; each is loaded by itself. */
async function viewOf(node: string | undefined): Promise<(store: Store) => Child> {
  if (node === undefined) {
    const { WholeView } = await import('./whole-view.tsx')
    return (store) => <WholeView store={store} />
  }
  const { NodeView } = await import('./node-view.tsx')
  return (store) => <NodeView store={store} node={store.place.node as number} />
}

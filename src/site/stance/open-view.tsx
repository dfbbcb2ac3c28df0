/** @jsxImportSource #view */
import type { ViewData } from '../../analysis/stance/view-data.ts'
import { drawIn, type Child } from './jsx-runtime.ts'
import type { Ask, Told } from './protocol.ts'
import { Store } from './store.ts'

/**
 * Loads the map, starts the worker and draws the view in the place of what the mount holds.
 * Rejects where the map cannot be loaded. `byHand` moves the focus into it.
 */
export async function openView(mount: HTMLElement, byHand: boolean): Promise<void> {
  if (mount.dataset['open']) return
  const { graph = '', root = '/', store: key = '', node } = mount.dataset
  const response = await fetch(graph)
  if (!response.ok) throw new Error(`Expected the map at ${graph}, got ${response.status}`)
  const data = (await response.json()) as ViewData
  mount.dataset['open'] = 'true'
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const show = await viewOf(node)
  const number = node === undefined ? undefined : data.nodes.indexOf(node)
  const store = new Store(data, { root, key, node: number }, (ask: Ask) => worker.postMessage(ask))
  store.draw = () => {
    draw(show(store))
  }
  worker.onmessage = ({ data: told }: MessageEvent<Told>) => store.hear(told)
  worker.onerror = () => store.fail('The part of the page that computes could not be loaded.')
  const draw = drawIn(mount)
  // The reader's own cruxes take the place of the map's.
  document.querySelector('[data-map-cruxes]')?.remove()
  store.draw()
  if (byHand) mount.querySelector<HTMLElement>('h2')?.focus()
  addEventListener('hashchange', () => store.follow())
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

/** @jsxImportSource #view */
import { drawIn } from '../stance/jsx-runtime.ts'
import { Composer } from './composer.tsx'
import type { Ask, Told } from './protocol.ts'
import { Store } from './store.ts'

/** Starts the worker and draws the composer in the place of what the mount holds. */
export async function openComposer(mount: HTMLElement): Promise<void> {
  if (mount.dataset['open']) return
  mount.dataset['open'] = 'true'
  const { index = '', results = '', root = '/', store: key = '' } = mount.dataset
  const { repository: address, branch = 'main' } = mount.dataset
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const repository = address === undefined ? undefined : { address, branch }
  const store = new Store({ root, key, repository }, (ask: Ask) => worker.postMessage(ask))
  const isOpened = new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data: told }: MessageEvent<Told>) => {
      if (told.kind === 'failed' && store.content === undefined) reject(new Error(told.message))
      store.hear(told)
      if (told.kind === 'opened') resolve()
    }
    worker.onerror = () => reject(new Error('Expected the worker to be loaded'))
  })
  worker.postMessage({ kind: 'open', index, results } satisfies Ask)
  try {
    await isOpened
  } catch (error) {
    delete mount.dataset['open']
    worker.terminate()
    throw error
  }
  worker.onerror = () => store.fail('The part of the page that checks has failed. Load it anew.')
  const draw = drawIn(mount)
  store.draw = () => draw(<Composer store={store} />)
  store.draw()
  mount.querySelector<HTMLElement>('h2')?.focus()
  addEventListener('hashchange', () => store.follow())
}

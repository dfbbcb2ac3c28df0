import type { Page } from './browser.ts'

declare global {
  /** Milliseconds from each request to stop a run until the worker said that it had stopped. */
  var stopped: number[]
  /** How many workers the page has made. */
  var workersMade: number
}

/** Makes a page take down how long its worker takes to stop. */
export async function watchWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.stopped = []
    globalThis.workersMade = 0
    const Plain = globalThis.Worker
    globalThis.Worker = class extends Plain {
      #asked = Number.NaN
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        globalThis.workersMade++
        this.addEventListener('message', ({ data }) => {
          if (data?.value?.kind === 'cancelled')
            globalThis.stopped.push(performance.now() - this.#asked)
        })
      }
      override postMessage(
        message: unknown,
        transfer?: StructuredSerializeOptions | Transferable[],
      ) {
        if ((message as { path?: string[] }).path?.[0] === 'abort') this.#asked = performance.now()
        super.postMessage(message, transfer as Transferable[])
      }
    }
  })
}

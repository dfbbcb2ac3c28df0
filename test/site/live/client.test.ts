import { expose } from 'comlink'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Hearer } from '../../../src/site/live/client.ts'
import type { Job, Outcome, WorkerApi } from '../../../src/site/live/job.ts'

const job = { experiment: 'toy', settings: {}, seed: 1 }
const silent: Hearer = { onWait() {}, onStart() {}, onProgress() {} }

/** Workers that were made, in order. What they do is set by the test. */
let made: FakeWorker[] = []
let deaf = false
let isRefused = false

class FakeWorker {
  readonly #near: MessagePort
  readonly #far: MessagePort
  isTerminated = false
  readonly ran: number[] = []
  readonly ends = new Map<number, (outcome: Outcome) => void>()

  constructor() {
    if (isRefused) throw new Error('No workers here')
    const { port1, port2 } = new MessageChannel()
    this.#near = port1
    this.#far = port2
    made.push(this)
    const api: WorkerApi = {
      run: (given: Job) => {
        this.ran.push(given.number)
        return new Promise((resolve) => this.ends.set(given.number, resolve))
      },
      abort: (number) => {
        if (deaf) return new Promise<void>(() => {}) as unknown as void
        this.ends.get(number)?.({ kind: 'cancelled' })
      },
    }
    expose(api, port2)
    port1.start()
  }
  addEventListener(type: 'message', listener: (event: MessageEvent) => void) {
    this.#near.addEventListener(type, listener)
  }
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void) {
    this.#near.removeEventListener(type, listener)
  }
  postMessage(message: unknown, transfer: Transferable[] = []) {
    this.#near.postMessage(message, transfer)
  }
  terminate() {
    this.isTerminated = true
    this.#near.close()
    this.#far.close()
  }
}

let startJob: typeof import('../../../src/site/live/client.ts').startJob

beforeEach(async () => {
  made = []
  deaf = false
  isRefused = false
  vi.stubGlobal('Worker', FakeWorker)
  vi.resetModules()
  ;({ startJob } = await import('../../../src/site/live/client.ts'))
})
afterEach(() => {
  for (const worker of made) worker.terminate()
  vi.unstubAllGlobals()
})

async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(isSo()).toBe(true))
}

describe('jobs', () => {
  it('share one worker, one after the other', async () => {
    const heard: string[] = []
    const hearer = (name: string): Hearer => ({
      ...silent,
      onWait: () => heard.push(`${name} waits`),
      onStart: () => heard.push(`${name} starts`),
    })
    const first = startJob(job, hearer('first'))
    const second = startJob(job, hearer('second'))
    await until(() => made[0]?.ran.length === 1)
    expect(heard).toEqual(['second waits', 'first starts'])
    made[0]?.ends.get(0)?.({ kind: 'failed', message: 'so' })
    await expect(first.outcome).resolves.toEqual({ kind: 'failed', message: 'so' })
    await until(() => made[0]?.ran.length === 2)
    made[0]?.ends.get(1)?.({ kind: 'cancelled' })
    await second.outcome
    expect(made.length).toBe(1)
    expect(heard.at(-1)).toBe('second starts')
  })

  it('that wait are cancelled without a word to the worker', async () => {
    const first = startJob(job, silent)
    const second = startJob(job, silent)
    second.cancel()
    await expect(second.outcome).resolves.toEqual({ kind: 'cancelled' })
    await until(() => made[0]?.ran.length === 1)
    first.cancel()
    await first.outcome
    expect(made[0]?.ran).toEqual([0])
    expect(made[0]?.isTerminated).toBe(false)
  })

  it('are cancelled where the worker does not hear, and the next has a new worker', async () => {
    deaf = true
    const first = startJob(job, silent)
    await until(() => made[0]?.ran.length === 1)
    const start = performance.now()
    first.cancel()
    await expect(first.outcome).resolves.toEqual({ kind: 'cancelled' })
    expect(performance.now() - start).toBeGreaterThan(200)
    expect(made[0]?.isTerminated).toBe(true)
    startJob(job, silent)
    await until(() => made[1]?.ran.length === 1)
  })

  it('end in words where there is no worker, and later ones still have their turn', async () => {
    isRefused = true
    await expect(startJob(job, silent).outcome).resolves.toMatchObject({ kind: 'failed' })
    isRefused = false
    startJob(job, silent)
    await until(() => made[0]?.ran.length === 1)
  })
})

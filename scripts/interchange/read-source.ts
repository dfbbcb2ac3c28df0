import { Worker } from 'node:worker_threads'
import type { ArgdownMode } from '../../src/readers/interchange/argdown.ts'
import type { Material, Unreadable } from '../../src/readers/interchange/material.ts'

/** Formats that can be imported. */
export const importFormats = ['argdown', 'aif'] as const
export type ImportFormat = (typeof importFormats)[number]

/** What is to be read, and how. */
export interface ReadTask {
  readonly format: ImportFormat
  readonly text: string
  readonly mode: ArgdownMode | undefined
}

const longestWait = 30_000
const mostMemory = 1_024

/**
 * Reads a file of another format in a thread with a limit of time and memory: the text of a stranger
 * may be made to take for ever.
 */
export function readSource(task: ReadTask, wait = longestWait): Promise<Material | Unreadable> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('read-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    })
    const end = (result: Material | Unreadable) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    const seconds = String(wait / 1_000)
    const timer = setTimeout(
      () => end({ unreadable: `Unexpected text that takes more than ${seconds} seconds to read.` }),
      wait,
    )
    worker.once('message', end)
    worker.once('error', (error) =>
      end({ unreadable: `Unexpected text that cannot be read: ${error.message}` }),
    )
  })
}

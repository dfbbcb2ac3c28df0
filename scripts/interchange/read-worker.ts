import { parentPort, workerData } from 'node:worker_threads'
import type { ReadTask } from './read-source.ts'

const { format, text, mode } = workerData as ReadTask

async function read() {
  if (format === 'aif') return (await import('../../src/readers/interchange/aif.ts')).readAif(text)
  const { readArgdown } = await import('../../src/readers/interchange/argdown-material.ts')
  return readArgdown(text, mode)
}

parentPort?.postMessage(await read())

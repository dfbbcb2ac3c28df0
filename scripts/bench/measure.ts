import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { root } from '../setup/run.mjs'
import { syntheticMap } from './synthetic-map.ts'
import type { Figure } from './task.ts'

const task = fileURLToPath(new URL('task.ts', import.meta.url))

/** The measures of reading and checking. */
export const measures = ['check', 'warm', 'remark', 'argdown'] as const
export type Measure = (typeof measures)[number]

/** Writes a synthetic map to a folder that looks to the read cache like a checkout of this code. */
export function writeMap(folder: string, size: number): void {
  const map = syntheticMap(size)
  for (const file of map.files) {
    const full = path.join(folder, file.path)
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, file.text)
  }
  writeFileSync(path.join(folder, 'bodies.json'), JSON.stringify(map.bodies))
  writeFileSync(path.join(folder, 'map.argdown'), map.argdown)
  for (const name of ['src', 'package-lock.json'])
    symlinkSync(path.join(root, name), path.join(folder, name))
}

/**
 * The medians of so many runs of each measure, each run in a fresh process. The measures take turns,
 * so that what else the machine does falls on all of them alike.
 */
export function measureAll(folder: string, runs: number): Readonly<Record<Measure, Figure>> {
  runOnce('warm', folder)
  const figures = { check: [], warm: [], remark: [], argdown: [] } as Record<Measure, Figure[]>
  for (let run = 0; run < runs; run++) {
    for (const name of measures) figures[name].push(runOnce(name, folder))
  }
  const { check, warm, remark, argdown } = figures
  return {
    check: summary(check),
    warm: summary(warm),
    remark: summary(remark),
    argdown: summary(argdown),
  }
}

function summary(figures: readonly Figure[]): Figure {
  return {
    milliseconds: median(figures.map((figure) => figure.milliseconds)),
    megabytes: Math.max(...figures.map((figure) => figure.megabytes)),
    made: figures[0]?.made ?? 0,
  }
}

function runOnce(name: Measure, folder: string): Figure {
  const args = ['--expose-gc', task, name, folder]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', cwd: root })) as Figure
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new RangeError('Expected `numbers` to have a number')
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1] ?? 0
  const high = sorted[Math.floor(middle)] ?? 0
  return (low + high) / 2
}

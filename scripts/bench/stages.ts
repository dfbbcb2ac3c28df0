import { readdirSync } from 'node:fs'
import path from 'node:path'
import { readStageReport, type StageReport } from '../../src/disk/stage-report.ts'
import { buildSite } from '../build.ts'
import { duration, targetTable, toTable } from './table.ts'

interface Built extends StageReport {
  /** The whole build, Astro's own start with it. */
  readonly whole: number
  readonly files: number
}

/** Builds this map's site twice, with nothing kept and with everything, and tells what took how long. */
export async function tellStages(folder: string): Promise<string> {
  const [cold, warm] = [await build(folder), await build(folder)]
  const names = [...new Set([...Object.keys(cold.work), ...Object.keys(warm.work)])]
  const row = (name: string, read: (built: Built) => number) => [
    name,
    duration(read(cold)),
    duration(read(warm)),
  ]
  const table = toTable([
    ['stage', 'cold', 'warm'],
    row('bundles', ({ bundle }) => bundle),
    row('pages and files', ({ pages }) => pages),
    ...names.map((name) => row(`  ${name}`, ({ work }) => work[name] ?? 0)),
    row('whole', ({ whole }) => whole),
  ])
  const targets = targetTable('this map', [
    ['cold, under 60 s', duration(cold.whole), cold.whole < 60_000],
    ['warm, under 15 s', duration(warm.whole), warm.whole < 15_000],
  ])
  return `Building this map's site, ${String(cold.files)} files; work side by side is added up\n\n${table}\n\n${targets}`
}

async function build(folder: string): Promise<Built> {
  const [out, stages] = [path.join(folder, 'stages'), path.join(folder, 'stages.json')]
  const start = performance.now()
  const { ok, text } = await buildSite({
    out,
    stages,
    cache: path.join(folder, 'stages-cache'),
    site: 'https://assay.example',
    base: '/',
  })
  const whole = performance.now() - start
  if (!ok) throw new Error(`The site could not be built:\n${text.slice(-4000)}`)
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
  return { ...readStageReport(stages), whole, files: files.filter((file) => file.isFile()).length }
}

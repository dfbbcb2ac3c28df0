import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { measureAnalysis } from './bench/analysis.ts'
import { measureCards, tellCards } from './bench/cards.ts'
import { tellDuplicates } from './bench/duplicates.ts'
import { measureAll, measures, writeMap, type Measure } from './bench/measure.ts'
import { tellComposer } from './bench/composer.ts'
import { measureLive } from './bench/experiments.ts'
import { tellMap } from './bench/map.ts'
import { tellLighthouse } from './bench/lighthouse.ts'
import { tellReading } from './bench/reading.ts'
import { tellAnalysis, tellViews } from './bench/report-analysis.ts'
import { measureLayout, tellLayout } from './bench/map-layout.ts'
import { measureSat } from './bench/sat.ts'
import { tellSearch } from './bench/search.ts'
import { measureSite, type SiteFigure } from './bench/site.ts'
import { tellStages } from './bench/stages.ts'
import { duration, targetTable, toTable, type Target } from './bench/table.ts'
import { measureViews } from './bench/views.ts'
import { weighScripts } from './bench/weights.ts'
import { buildSite } from './build.ts'
import type { Figure } from './bench/task.ts'
import { root } from './setup/run.mjs'

const words: Readonly<Record<Measure, string>> = {
  check: 'read and check, cold',
  warm: 'read and check, warm',
  remark: 'remark alone',
  argdown: 'Argdown, parse and model',
}

/** Each is left out where others are named. */
const pageParts = ['experiments', 'analysis', 'composer', 'reading', 'search', 'lighthouse'] as const
const parts = [...pageParts, 'duplicates', 'stages', 'cards', 'layout', 'map'] as const
type Part = (typeof parts)[number]

const options = readOptions()
// Astro keeps intermediate files beside an output inside the repository, else in one place for all.
const folder = path.join(root, '.cache', `bench-${process.pid}`)
try {
  console.log(
    `Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores`,
  )
  if (options.checks) {
    const sizes = options.sizes.map((size) => ({ size, folder: path.join(folder, String(size)) }))
    for (const map of sizes) writeMap(map.folder, map.size)
    const checks = sizes.map((map) => ({ ...map, figures: measureAll(map.folder, options.runs) }))
    reportChecks(checks)
    if (options.build) await reportSites(sizes.filter(({ size }) => options.full || size < 10_000))
  }
  if (options.measures('analysis')) console.log(`\n${tellAnalysis(measureAnalysis())}`)
  if (options.measures('experiments')) reportSolvers()
  if (options.measures('duplicates')) console.log(`\n${tellDuplicates()}`)
  if (options.measures('cards')) console.log(`\n${tellCards(await measureCards())}`)
  if (options.measures('map')) console.log(`\n${await tellMap(folder)}`)
  if (options.measures('layout')) console.log(`\n${tellLayout(await measureLayout())}`)
  if (options.measures('stages')) console.log(`\n${await tellStages(folder)}`)
  if (options.pages) await reportPages()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function reportPages(): Promise<void> {
  const out = await buildOnce()
  if (options.measures('analysis')) console.log(`\n${tellViews(await measureViews(out))}`)
  if (options.measures('experiments')) await reportExperiments(out)
  if (options.measures('composer')) console.log(await tellComposer(out))
  if (options.measures('reading')) console.log(`\n${await tellReading(out, options.runs)}`)
  if (options.measures('lighthouse')) console.log(`\n${await tellLighthouse(out)}`)
  // Last: it puts another index in the place of the site's own.
  if (options.measures('search')) console.log(await tellSearch(out))
}

interface Checked {
  readonly size: number
  readonly figures: Readonly<Record<Measure, Figure>>
}

function reportChecks(checks: readonly Checked[]): void {
  const rows = checks.flatMap(({ size, figures }) =>
    measures.map((name) => {
      const { milliseconds, megabytes } = figures[name]
      const ratio = milliseconds / figures.remark.milliseconds
      return [
        String(size),
        words[name],
        duration(milliseconds),
        ratio.toFixed(2),
        `${megabytes.toFixed(0)} MB`,
      ]
    }),
  )
  console.log(`\nReading and checking, medians of ${options.runs}, each in a fresh process\n`)
  console.log(toTable([['nodes', 'measure', 'time', 'to remark', 'memory'], ...rows]))
  const largest = checks.at(-1)
  if (largest === undefined) return
  const { check, warm, remark } = largest.figures
  const ratio = check.milliseconds / remark.milliseconds
  printTargets(`${largest.size} nodes`, [
    ['cold, at most 1.5 times remark', ratio.toFixed(2), ratio <= 1.5],
    ['warm, under 2 s', duration(warm.milliseconds), warm.milliseconds < 2000],
    [
      'memory, under 1 GB',
      `${check.megabytes.toFixed(0)} MB`,
      Math.max(check.megabytes, warm.megabytes) < 1000,
    ],
  ])
}

async function reportSites(sizes: readonly { size: number; folder: string }[]): Promise<void> {
  const figures: (SiteFigure & { size: number })[] = []
  for (const map of sizes) figures.push({ size: map.size, ...(await measureSite(map.folder)) })
  const rows = figures.map(({ size, pages, cold, edited }) => [
    String(size),
    String(pages),
    duration(cold),
    duration(cold / pages),
    duration(edited),
    `${((100 * edited) / cold).toFixed(0)} %`,
  ])
  console.log('\nBuilding the site, one run each\n')
  console.log(toTable([['nodes', 'pages', 'cold', 'a page', 'one edit', 'of cold'], ...rows]))
  const first = figures[0]
  const last = figures.at(-1)
  if (first === undefined || last === undefined) return
  const growth = last.cold / last.pages / (first.cold / first.pages)
  const share = last.edited / last.cold
  printTargets(`${last.size} nodes`, [
    [
      `a page costs no more than at ${first.size} nodes (by 10 %)`,
      growth.toFixed(2),
      growth <= 1.1,
    ],
    ['one edit, at most a tenth of cold', share.toFixed(2), share <= 0.1],
  ])
}

function reportSolvers(): void {
  const rows = measureSat([20, 50, 75, 100, 150], 100).map((row) => [
    String(row.variables),
    String(row.ourNodes),
    String(row.ourConflicts),
    String(row.miniSatDecisions),
    String(row.miniSatConflicts),
    String(row.disagreements),
  ])
  const head = ['variables', 'nodes', 'conflicts', 'MiniSat decisions', 'conflicts', 'disagree']
  console.log('\nRandom 3-SAT at the crossover, 100 formulas a size, medians\n')
  console.log(toTable([head, ...rows]))
}

async function buildOnce(): Promise<string> {
  const out = path.join(folder, 'dist')
  const { ok, text } = await buildSite({ out, base: '/' })
  if (!ok) throw new Error(`The site could not be built:\n${text.slice(-4000)}`)
  return out
}

async function reportExperiments(out: string): Promise<void> {
  const figures = await measureLive(out, Math.min(3, options.runs))
  const rows = figures.map(({ id, first, full, cancel }) => [
    id,
    duration(first),
    duration(full),
    cancel === undefined ? 'ends before' : duration(cancel),
  ])
  console.log('\nPublished presets in Chromium, medians of 3\n')
  console.log(toTable([['experiment', 'first figure', 'finished', 'cancelled'], ...rows]))
  const weights = weighScripts(out).map(({ file, bytes }) => [file, `${String(bytes)} B`])
  console.log(`\n${toTable([['script, gzip', 'bytes'], ...weights])}`)
  const slowest = (name: 'first' | 'full' | 'cancel') =>
    Math.max(...figures.map((figure) => figure[name] ?? 0))
  printTargets('experiments', [
    ['first figure within 2 s', duration(slowest('first')), slowest('first') <= 2000],
    ['published preset within 10 s', duration(slowest('full')), slowest('full') <= 10_000],
    ['cancelled within 100 ms', duration(slowest('cancel')), slowest('cancel') <= 100],
  ])
}

function printTargets(what: string, targets: readonly Target[]): void {
  console.log(`\n${targetTable(what, targets)}`)
}

function readOptions() {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      sizes: { type: 'string', default: '100,1000,10000' },
      runs: { type: 'string', default: '5' },
      full: { type: 'boolean', default: false },
      build: { type: 'boolean', default: true },
      ...partOptions(),
    },
  })
  const sizes = values.sizes.split(',').map(Number)
  const runs = Number(values.runs)
  if (![...sizes, runs].every((n) => Number.isInteger(n) && n > 0)) {
    throw new RangeError(
      'Expected `--sizes` and `--runs` to be whole numbers, such as `--sizes 100,1000`',
    )
  }
  const named = parts.filter((part) => values[part])
  const measured = new Set<string>(named.length > 0 ? named : parts)
  return {
    sizes: sizes.sort((a, b) => a - b),
    runs,
    full: values.full,
    build: values.build,
    checks: named.length === 0,
    pages: pageParts.some((part) => measured.has(part)),
    measures: (part: Part) => measured.has(part),
  }
}

function partOptions() {
  const option = { type: 'boolean', default: false } as const
  return Object.fromEntries(parts.map((part) => [part, option])) as Record<Part, typeof option>
}

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { resultFields } from '../../src/core/experiment-result.ts'
import type { Report, Setting } from '../../src/experiments/contract.ts'
import { presetNames } from '../../src/experiments/contract.ts'
import { readSettings, writeSettings } from '../../src/experiments/read-settings.ts'
import { experimentIds, loadAbout, loadExperiment } from '../../src/experiments/registry.ts'
import { finishRun, runToEnd, startRun } from '../../src/experiments/run.ts'

// Whole runs, on machines that may be busy.
vi.setConfig({ testTimeout: 240_000 })

const root = path.resolve(import.meta.dirname, '../..')

/** Whether all numbers that a reader would see are numbers, and all texts are texts. */
function expectReadable(report: Report): void {
  expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|undefined|\[object/)
  expect(report.sentence).toMatch(/^[A-Z0-9−].*\.$/s)
  expect(report.charts.length).toBeGreaterThan(0)
  expect(report.tables.length).toBeGreaterThan(0)
  for (const { series } of report.charts) expect(series.length).toBeLessThanOrEqual(6)
  for (const { columns, rows } of report.tables) {
    for (const row of rows) expect(row).toHaveLength(columns.length)
  }
  for (const [name, { value, label }] of Object.entries(report.measures)) {
    expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/)
    expect(resultFields as readonly string[]).not.toContain(name)
    expect(Number.isFinite(value)).toBe(true)
    expect(label).toMatch(/^[A-Z]/)
  }
  const { measures, because } = report.verdict
  expect(because).toMatch(/\.$/)
  for (const name of measures) expect(Object.keys(report.measures)).toContain(name)
}

it('the registry has every experiment there is', () => {
  const folders = readdirSync(path.join(root, 'src/experiments'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => existsSync(path.join(root, 'src/experiments', name, 'experiment.ts')))
  expect(folders.sort()).toEqual([...experimentIds].sort())
})

describe.each(experimentIds)('%s', async (id) => {
  const experiment = await loadExperiment(id)
  const { settings: table, presets } = experiment

  it('is told by its own id', () => {
    expect(experiment.id).toBe(id)
    expect(experiment.version).toBeGreaterThanOrEqual(1)
  })

  it.each(presetNames)('has every setting in %s, within its bounds', (name) => {
    expect(Object.keys(presets[name]).sort()).toEqual(Object.keys(table).sort())
    const read = readSettings(writeSettings(presets[name]), table, presets.published)
    expect(read).toEqual({ settings: presets[name], notices: [] })
  })

  it('describes its settings', () => {
    for (const setting of Object.values<Setting>(table)) {
      expect(setting.label).not.toBe('')
      expect(setting.help).toMatch(/\.$/)
      if (setting.type === 'number' && setting.log) expect(setting.min).toBeGreaterThan(0)
      if (setting.type !== 'number') continue
      expect(setting.min).toBeLessThan(setting.max)
      expect(setting.step).toBeGreaterThan(0)
    }
  })

  it('gives the same again, whoever looks at it on the way, and never goes back', () => {
    const whole = runToEnd(experiment, presets.quick, 7)
    expectReadable(experiment.report(whole.result, presets.quick))
    const run = startRun(experiment, presets.quick, 7)
    let steps = 0
    let shown = 0
    let last = 0
    let next = run.next()
    for (; !next.done; next = run.next()) {
      const { fraction } = next.value
      expect(fraction).toBeGreaterThanOrEqual(last)
      expect(fraction).toBeLessThanOrEqual(1)
      last = fraction
      const partial = steps++ % 7 === 0 ? next.value.soFar() : undefined
      if (partial === undefined) continue
      shown++
      expectReadable(experiment.report(partial, presets.quick))
    }
    expect(steps).toBeGreaterThan(2)
    expect(shown).toBeGreaterThan(0)
    expect(finishRun(experiment, presets.quick, 7, next.value)).toEqual(whole)
  })

  it('has words for its page', async () => {
    const about = await loadAbout(id)
    for (const words of [about.question, about.against, about.model, about.rule, ...about.limits]) {
      expect(words).toMatch(/^[A-Z].*[.?]$/s)
    }
    expect(about.title.length).toBeLessThanOrEqual(70)
    expect(about.limits.length).toBeGreaterThan(1)
    expect(existsSync(path.join(root, `content/alignment/${about.claim}.md`))).toBe(true)
    for (const source of about.sources) {
      expect(existsSync(path.join(root, `content/sources/${source}.md`))).toBe(true)
    }
  })
})

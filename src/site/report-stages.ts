import { writeFileSync } from 'node:fs'
import process from 'node:process'
import type { AstroIntegration } from 'astro'
import { stagesSoFar } from './stages.ts'

/** What a build took, in milliseconds. */
export interface StageReport {
  /** Up to the first work on content: bundles of scripts and of what makes the pages. */
  readonly bundle: number
  /** From there to the last page and file. */
  readonly pages: number
  /** Work within that by name; what runs side by side is added up. */
  readonly work: Readonly<Record<string, number>>
}

/** Writes what each stage of a build took to the file that `ASSAY_STAGES` names, if it does. */
export function reportStages(): AstroIntegration {
  const file = process.env['ASSAY_STAGES']
  let start = 0
  return {
    name: 'assay-report-stages',
    hooks: {
      'astro:build:start': () => {
        start = performance.now()
      },
      'astro:build:done': () => {
        if (file === undefined) return
        const { began, work } = stagesSoFar()
        const report: StageReport = { bundle: began - start, pages: performance.now() - began, work }
        writeFileSync(file, JSON.stringify(report))
      },
    },
  }
}

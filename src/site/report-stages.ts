import process from 'node:process'
import type { AstroIntegration } from 'astro'
import { writeStageReport } from '../disk/stage-report.ts'
import { stagesSoFar } from './stages.ts'

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
        writeStageReport(file, { bundle: began - start, pages: performance.now() - began, work })
      },
    },
  }
}

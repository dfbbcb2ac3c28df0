import { readFileSync, writeFileSync } from 'node:fs'

/** What a build of the site took, in milliseconds. */
export interface StageReport {
  /** Up to the first work on content: bundles of scripts and of what makes the pages. */
  readonly bundle: number
  /** From there to the last page and file. */
  readonly pages: number
  /** Work within that by name; what runs side by side is added up. */
  readonly work: Readonly<Record<string, number>>
}

/** Writes a report of this process's own build. */
export function writeStageReport(file: string, report: StageReport): void {
  writeFileSync(file, JSON.stringify(report))
}

/** Reads what `writeStageReport` wrote. */
export function readStageReport(file: string): StageReport {
  return JSON.parse(readFileSync(file, 'utf8')) as StageReport
}

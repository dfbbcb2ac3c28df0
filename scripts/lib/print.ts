import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import process from 'node:process'

/** Writes a report: in the log of a workflow no line of content can be taken for a command. */
export function printText(text: string): void {
  const token = process.env['GITHUB_ACTIONS'] === 'true' ? randomUUID() : undefined
  const ended = text.endsWith('\n') ? text : `${text}\n`
  const guarded = `::stop-commands::${token ?? ''}\n${ended}::${token ?? ''}::\n`
  process.stdout.write(token === undefined ? text : guarded)
}

/** Whether a report on standard output is coloured. */
export function wantsColour(): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = process.env
  if (no !== undefined && no !== '') return false
  if (force !== undefined) return force !== '0' && force !== 'false'
  return process.stdout.isTTY && terminal !== 'dumb'
}

/** Adds to the summary of a workflow's step, where there is one. */
export function appendStepSummary(markdown: string): void {
  const summary = process.env['GITHUB_STEP_SUMMARY']
  if (summary === undefined || summary === '') return
  try {
    fs.appendFileSync(summary, markdown)
  } catch {
    process.stderr.write('The summary of this step could not be written.\n')
  }
}

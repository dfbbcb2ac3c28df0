import type { Signal } from '@preact/signals'
import { nodeCommand } from './command.ts'
import { writeFragment } from './fragment.ts'
import type { Finished } from './job.ts'
import type { LiveState } from './state.ts'

/** What was copied, and the text itself where the clipboard was refused. */
export interface Copied {
  readonly what: string
  readonly text?: string
}

/** Copies a link to the page with these settings, and makes it the page's address. */
export async function copyLink(
  { data, preset, settings, seed }: LiveState,
  copied: Signal<Copied | undefined>,
): Promise<void> {
  const choice = { preset: preset.value, settings: settings.value, seed: seed.value }
  history.replaceState(null, '', `#${writeFragment(data, choice)}`)
  await copy(location.href, 'link', copied)
}

/** Copies the command that does this run in Node. */
export async function copyCommand(
  { data, preset, settings, seed }: LiveState,
  copied: Signal<Copied | undefined>,
): Promise<void> {
  await copy(nodeCommand(data, preset.value, settings.value, seed.value), 'command', copied)
}

/** Hands a finished run to the reader as a file. */
export function download(id: string, finished: Finished, type: 'json' | 'csv'): void {
  const mime = type === 'json' ? 'application/json' : 'text/csv'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([finished[type]], { type: mime }))
  link.download = `${id}.${type}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function copy(text: string, what: string, copied: Signal<Copied | undefined>): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    copied.value = { what }
  } catch {
    copied.value = { what, text }
  }
}

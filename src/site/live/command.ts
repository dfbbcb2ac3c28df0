import type { PresetName, Settings } from '../../experiments/contract.ts'
import { writeSettings } from '../../experiments/read-settings.ts'
import type { LiveData } from './live-data.ts'

/** The command that repeats a run in a copy of the repository, quoted where a shell needs it. */
export function nodeCommand(
  { id, presets }: Pick<LiveData, 'id' | 'presets'>,
  preset: PresetName,
  settings: Settings,
  seed: number,
): string {
  const sets = writeSettings(settings, presets[preset]).flatMap(([name, value]) => [
    '--set',
    quoted(`${name}=${value}`),
  ])
  const start = ['npm', 'run', 'experiments', '--', quoted(id), '--preset', preset]
  return [...start, ...sets, '--seed', String(seed)].join(' ')
}

function quoted(word: string): string {
  return /^[\w.=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

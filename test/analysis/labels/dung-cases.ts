import { readdirSync, readFileSync } from 'node:fs'

/** A published framework and its extensions, under the names of the semantics. */
export interface DungCase {
  readonly id: string
  readonly nodes: readonly string[]
  readonly attacks: readonly (readonly [string, string])[]
  readonly expected: Readonly<
    Record<'grounded' | 'complete' | 'preferred' | 'stable', { extensions: readonly string[][] }>
  >
  readonly source: { readonly repo: string }
}

const folder = new URL('../cases/', import.meta.url)

export const dungCases: readonly DungCase[] = readdirSync(folder)
  .filter((name) => name.startsWith('dung-'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as DungCase)

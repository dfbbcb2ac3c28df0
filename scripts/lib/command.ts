import process from 'node:process'
import { parseArgs } from 'node:util'
import { visible } from '../../src/core/catalogue/entry.ts'
import { nearest } from '../../src/core/id.ts'
import { siteAddress } from '../../src/core/site-address.ts'
import { ContentFolderError } from '../../src/disk/read-content.ts'

/** A fault of how a command was called, in one sentence for who called it. */
export class UsageError extends Error {}

/**
 * Options of a command by name: `flag` takes no value, a list only those values, `text` any,
 * `texts` any and may be given again.
 */
export type OptionTable = Readonly<Record<string, 'flag' | 'text' | 'texts' | readonly string[]>>

/** What was given on a command line. */
export interface Given {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  /** Every value of the options that may be given again, in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>
  /** What was given without an option. */
  readonly names: readonly string[]
}

/**
 * Reads a command line; `mostNames` is how many arguments that are no options there may be.
 *
 * @throws UsageError for an option or value that the table does not have, with the nearest it has.
 */
export function readOptions(
  argv: readonly string[],
  table: OptionTable,
  mostNames = 0,
): Given {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true })
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const lists = new Map<string, string[]>()
  const names: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (names.length < mostNames) names.push(token.value)
      else throw new UsageError(`Unexpected ${quote(token.value)}, expected only options.`)
      continue
    }
    if (token.kind === 'option-terminator') continue
    const value = readValue(token.name, token.rawName, token.value, table)
    if (value === undefined) flags.add(token.name)
    else if (table[token.name] === 'texts') {
      lists.set(token.name, [...(lists.get(token.name) ?? []), value])
    } else values.set(token.name, value)
  }
  return { flags, values, lists, names }
}

function readValue(
  name: string,
  written: string,
  value: string | undefined,
  table: OptionTable,
): string | undefined {
  const kind = Object.hasOwn(table, name) ? table[name] : undefined
  if (kind === undefined) {
    const known = Object.keys(table).map((each) => `--${each}`)
    throw new UsageError(`Unexpected option ${quote(written)}${expected(written, known)}`)
  }
  if (kind === 'flag') {
    if (value === undefined) return undefined
    throw new UsageError(`Unexpected value of ${quote(written)}, which takes none.`)
  }
  if (value === undefined || value === '') {
    throw new UsageError(`Unexpected lack of a value after ${quote(written)}.`)
  }
  if (kind === 'text' || kind === 'texts' || kind.includes(value)) return value
  throw new UsageError(`Unexpected ${quote(value)} as ${quote(written)}${expected(value, kind)}`)
}

/** The rest of a sentence that says what was expected instead of a text. */
export function expected(written: string, known: readonly string[]): string {
  const near = nearest(written, known)
  const such = near === undefined ? '' : `, such as ${quote(near)}`
  return `, expected one of ${known.map(quote).join(', ')}${such}.`
}

/** A text of whoever called in a sentence. */
export function quote(text: string): string {
  return `\`${visible(text)}\``
}

/** The folder of content: as given, else `ASSAY_CONTENT`, else `content`. */
export function contentFolder({ values }: Given): string {
  return values.get('content') ?? process.env['ASSAY_CONTENT'] ?? 'content'
}

/**
 * Where the site is published, from `ASSAY_SITE` and `ASSAY_BASE`.
 *
 * @throws UsageError when they make no address.
 */
export function publishedAt(): string {
  try {
    return siteAddress({ site: process.env['ASSAY_SITE'], base: process.env['ASSAY_BASE'] })
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`ASSAY_SITE: ${error.message}.`)
    throw error
  }
}

/**
 * Runs a command and sets the exit code: 2 with a sentence where it was called wrongly or there is
 * no content. A reader that stops listening (`| head`) ends the command quietly.
 */
export async function runCommand(
  command: (argv: readonly string[]) => number | Promise<number>,
): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  try {
    process.exitCode = await command(process.argv.slice(2))
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ContentFolderError)) throw error
    process.stderr.write(`${visible(error.message)}\n`)
    process.exitCode = 2
  }
}

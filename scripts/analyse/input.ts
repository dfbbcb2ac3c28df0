import fs from 'node:fs'
import process from 'node:process'
import { rebuts, supports, type CompactGraph } from '../../src/analysis/compact.ts'
import type { FormulaName } from '../../src/analysis/strength/formulas.ts'
import { toViewData } from '../../src/analysis/stance/to-view-data.ts'
import { fromViewData, type ViewData } from '../../src/analysis/stance/view-data.ts'
import { visible } from '../../src/core/catalogue/entry.ts'
import { openReadCache } from '../../src/disk/read-cache.ts'
import { readContent } from '../../src/disk/read-content.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { counted } from '../../src/outputs/text-report.ts'
import type { Framework, FrameworkRead, StatedFormula } from '../../src/readers/framework.ts'
import { readFramework } from '../../src/readers/read-framework.ts'
import { quote, UsageError } from '../lib/command.ts'

/** What is analysed. */
export interface Input {
  readonly of: string
  readonly graph: CompactGraph
  /** By node; files of benchmarks have none. */
  readonly titles?: readonly string[]
  /** Nodes whose cruxes are found where none is asked for. */
  readonly topics: readonly string[]
  /** The formula that a file states. */
  readonly formula?: FormulaName
  /** Whether base scores are given, so that strengths mean something. */
  readonly hasScores: boolean
  /** A map as its pages have it; views are of maps. */
  readonly map?: ViewData
  /** What may be surprising, in sentences. */
  readonly notices: readonly string[]
}

// As many bytes as a text can have characters in V8, less some.
const largestFile = 500_000_000

/** Reads the maps of a folder of content. */
export function readMap(folder: string): Input {
  const cache = openReadCache()
  const kb = assemble(readContent(folder), cache.read)
  cache.save()
  const errors = kb.problems.filter(({ severity }) => severity === 'error').length
  const count = counted(errors, 'error')
  const notices = errors === 0 ? [] : [`The content has ${count}; \`npm run check\` shows them.`]
  const map = toViewData(kb.graph, kb.maps)
  const graph = fromViewData(map)
  const { titles, topics } = map
  return { of: folder, graph, titles, topics, hasScores: true, map, notices }
}

/**
 * Reads a benchmark file; `formula` goes before the one that it states.
 *
 * @throws UsageError where it cannot be read; the faults stand on standard error then.
 */
export function readFile(file: string, formula: StatedFormula | undefined): Input {
  const read = readFramework(file, textOf(file), formula)
  if (read.framework === undefined) return refuse(file, read)
  const { framework, notices } = read
  return {
    of: file,
    graph: toGraph(framework),
    topics: [],
    ...(read.formula === undefined ? {} : { formula: read.formula }),
    hasScores: read.hasScores,
    notices,
  }
}

function textOf(file: string): string {
  const size = attempt(file, () => fs.statSync(file).size)
  if (size <= largestFile) return attempt(file, () => fs.readFileSync(file, 'utf8'))
  const much = `${size} bytes of ${quote(file)}`
  throw new UsageError(`Unexpected ${much}, expected at most ${largestFile}.`)
}

function attempt<Value>(file: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`${quote(file)} cannot be read (${code ?? 'unknown reason'}).`)
  }
}

function refuse(file: string, { faults, more }: FrameworkRead): never {
  for (const { line, column, message } of faults) {
    process.stderr.write(`${visible(`${file}:${line}:${column} ${message}`)}\n`)
  }
  const rest = more === 0 ? '' : ` and ${more} more`
  throw new UsageError(`${quote(file)} has ${counted(faults.length, 'fault')}${rest}.`)
}

function toGraph({ names, base, from, to, isSupport, weight }: Framework): CompactGraph {
  const kind = isSupport.map((is) => (is === 1 ? supports : rebuts))
  const group = new Int32Array(kind.length).fill(-1)
  return { nodes: names, base, kind, from, to, weight, group }
}

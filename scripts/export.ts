import fs from 'node:fs'
import process from 'node:process'
import { visible } from '../src/core/catalogue/entry.ts'
import type { ArgumentMap } from '../src/core/document.ts'
import type { KnowledgeBase } from '../src/core/knowledge-base.ts'
import { openReadCache } from '../src/disk/read-cache.ts'
import { readContent } from '../src/disk/read-content.ts'
import { assemble } from '../src/graph/assemble.ts'
import { toAif } from '../src/outputs/interchange/aif.ts'
import { toArgdown } from '../src/outputs/interchange/argdown.ts'
import { csvTables, toGraphCsv, type CsvTable } from '../src/outputs/interchange/csv.ts'
import { toDot } from '../src/outputs/interchange/dot.ts'
import { toGraphml } from '../src/outputs/interchange/graphml.ts'
import { toDiscourseGraph } from '../src/outputs/interchange/json-ld.ts'
import { chooseShare, type Exported, type Share } from '../src/outputs/interchange/share.ts'
import { toJsonSchema } from '../src/outputs/json-schema.ts'
import { toJson } from '../src/outputs/json.ts'
import { toMermaid } from '../src/outputs/mermaid.ts'
import { counted } from '../src/outputs/text-report.ts'
import {
  contentFolder,
  expected,
  publishedAt,
  quote,
  readOptions,
  runCommand,
  UsageError,
  type Given,
} from './lib/command.ts'

const help = `Usage: npm run --silent export -- [options]

Writes the content in another form, to standard output or a file. What a form does not carry is said
on standard error.

  --as <form>         json (default), schema (of the JSON), mermaid (a flowchart), argdown, aif (JSON as
                      AIFdb has it), graphml, csv, dot (Graphviz) or json-ld (Discourse Graphs)
  --map <id>          one map alone; not of json and schema
  --table <name>      of csv: nodes (default) or edges
  --out <file>        the file to write, which must not be there yet
  --content <folder>  the folder to export, else ASSAY_CONTENT, else content
  --help              this text

ASSAY_SITE and ASSAY_BASE say where the site is published, for the addresses in json-ld.
`

const interchange = {
  argdown: toArgdown,
  aif: toAif,
  graphml: toGraphml,
  csv: (share: Share, { values }: Given) =>
    toGraphCsv(share, (values.get('table') ?? 'nodes') as CsvTable),
  dot: toDot,
  'json-ld': (share: Share) => toDiscourseGraph(share, publishedAt()),
} as const

const table = {
  as: ['json', 'schema', 'mermaid', ...Object.keys(interchange)],
  map: 'text',
  table: csvTables,
  out: 'text',
  content: 'text',
  help: 'flag',
} as const

await runCommand((argv) => {
  const given = readOptions(argv, table)
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const { text, losses } = write(given)
  const out = given.values.get('out')
  if (out === undefined) process.stdout.write(text)
  else writeNew(out, text)
  for (const loss of losses) process.stderr.write(`${visible(loss)}\n`)
  return 0
})

function writeNew(file: string, text: string): void {
  try {
    fs.writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new UsageError(`Unexpected file ${quote(file)}, expected one that can be made (${code}).`)
  }
}

function write(given: Given): Exported {
  const { values } = given
  const form = values.get('as') ?? 'json'
  const id = values.get('map')
  if (id !== undefined && (form === 'json' || form === 'schema')) {
    throw new UsageError(`Unexpected \`--map\` with \`--as ${form}\`, expected another form.`)
  }
  if (values.has('table') && form !== 'csv') {
    throw new UsageError(`Unexpected \`--table\` with \`--as ${form}\`, expected \`--as csv\`.`)
  }
  if (form === 'schema') return { text: toJsonSchema(), losses: [] }
  const kb = read(contentFolder(given))
  if (form === 'json') return { text: toJson(kb), losses: [] }
  const map = id === undefined ? undefined : findMap([...kb.maps.values()], id)
  if (form === 'mermaid') return { text: flowchart(kb, map), losses: [] }
  return interchange[form as keyof typeof interchange](chooseShare(kb, map), given)
}

function read(folder: string): KnowledgeBase {
  const cache = openReadCache()
  const kb = assemble(readContent(folder), cache.read)
  cache.save()
  const errors = kb.problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0) {
    const count = counted(errors, 'error')
    process.stderr.write(`The content has ${count}; \`npm run check\` shows them.\n`)
  }
  return kb
}

function flowchart({ graph, maps }: KnowledgeBase, map: ArgumentMap | undefined): string {
  const known = [...maps.values()]
  const nodes = [...graph.nodes.values()].filter((node) => map === undefined || node.map === map.id)
  return toMermaid(graph, {
    nodes: new Set(nodes.map((node) => node.id)),
    title: map?.title ?? 'All maps',
    description: map?.question ?? known.map(({ title }) => title).join(', '),
  })
}

function findMap(known: readonly ArgumentMap[], id: string): ArgumentMap {
  const map = known.find((each) => each.id === id)
  if (map !== undefined) return map
  const ids = known.map((each) => each.id)
  throw new UsageError(`Unexpected map ${quote(id)}${expected(id, ids)}`)
}

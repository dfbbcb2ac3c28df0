import process from 'node:process'
import type { ArgumentMap } from '../src/core/document.ts'
import type { KnowledgeBase } from '../src/core/knowledge-base.ts'
import { openReadCache } from '../src/disk/read-cache.ts'
import { readContent } from '../src/disk/read-content.ts'
import { assemble } from '../src/graph/assemble.ts'
import { toJsonSchema } from '../src/outputs/json-schema.ts'
import { toJson } from '../src/outputs/json.ts'
import { toMermaid } from '../src/outputs/mermaid.ts'
import { counted } from '../src/outputs/text-report.ts'
import {
  contentFolder,
  expected,
  quote,
  readOptions,
  runCommand,
  UsageError,
  type Given,
} from './lib/command.ts'

const help = `Usage: npm run --silent export -- [options]

Writes the content to standard output in another form.

  --as <form>         json (default), schema (of the JSON) or mermaid (a flowchart)
  --map <id>          of the flowchart, one map alone
  --content <folder>  the folder to export, else ASSAY_CONTENT, else content
  --help              this text
`

const table = {
  as: ['json', 'schema', 'mermaid'],
  map: 'text',
  content: 'text',
  help: 'flag',
} as const

await runCommand((argv) => {
  const given = readOptions(argv, table)
  process.stdout.write(given.flags.has('help') ? help : write(given))
  return 0
})

function write(given: Given): string {
  const { values } = given
  const form = values.get('as') ?? 'json'
  const map = values.get('map')
  if (map !== undefined && form !== 'mermaid') {
    throw new UsageError(`Unexpected \`--map\` with \`--as ${form}\`, expected \`--as mermaid\`.`)
  }
  if (form === 'schema') return toJsonSchema()
  const kb = read(contentFolder(given))
  return form === 'json' ? toJson(kb) : flowchart(kb, map)
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

function flowchart({ graph, maps }: KnowledgeBase, id: string | undefined): string {
  const known = [...maps.values()]
  const map = id === undefined ? undefined : findMap(known, id)
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

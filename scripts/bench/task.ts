// One measure in a process of its own: `node task.ts <name> <folder>` prints what it took as JSON.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** What one run took. */
export interface Figure {
  readonly milliseconds: number
  /** The most memory that the process held, in MB. */
  readonly megabytes: number
  /** How many things came out, to tell a run that did nothing. */
  readonly made: number
}

/** The measures; each makes ready, then gives the work to be timed. */
const tasks: Readonly<Record<string, (folder: string) => Promise<() => number>>> = {
  async check(folder) {
    const { readContent, assemble, check } = await ours()
    return () => {
      const kb = assemble(readContent(path.join(folder, 'content')))
      return kb.graph.nodes.size + check(kb).length
    }
  },

  async warm(folder) {
    const { readContent, assemble, check } = await ours()
    const { openReadCache } = await import('../../src/disk/read-cache.ts')
    return () => {
      const cache = openReadCache(folder)
      const kb = assemble(readContent(path.join(folder, 'content')), cache.read)
      cache.save()
      return kb.graph.nodes.size + check(kb).length
    }
  },

  async remark(folder) {
    const { unified } = await import('unified')
    const { default: remarkParse } = await import('remark-parse')
    const { default: remarkGfm } = await import('remark-gfm')
    const processor = unified().use(remarkParse).use(remarkGfm).freeze()
    const bodies = JSON.parse(readFileSync(path.join(folder, 'bodies.json'), 'utf8')) as string[]
    return () => bodies.reduce((made, body) => made + processor.parse(body).children.length, 0)
  },

  async argdown(folder) {
    const { ArgdownApplication, DataPlugin, ModelPlugin, ParserPlugin } =
      await import('@argdown/core')
    const app = new ArgdownApplication()
    app.addPlugin(new ParserPlugin(), 'parse')
    app.addPlugin(new DataPlugin(), 'model')
    app.addPlugin(new ModelPlugin(), 'model')
    const input = readFileSync(path.join(folder, 'map.argdown'), 'utf8')
    return () => {
      const { statements, relations } = app.run({ input, process: ['parse', 'model'] })
      return Object.keys(statements ?? {}).length + (relations?.length ?? 0)
    }
  },
}

async function ours() {
  const { readContent } = await import('../../src/disk/read-content.ts')
  const { assemble } = await import('../../src/graph/assemble.ts')
  const { check } = await import('../../src/analysis/check.ts')
  return { readContent, assemble, check }
}

const [name = '', folder = ''] = process.argv.slice(2)
const prepare = tasks[name]
if (prepare === undefined) throw new RangeError(`Expected a measure, not ${name}`)
const work = await prepare(folder)
globalThis.gc?.()
const start = performance.now()
const made = work()
const milliseconds = performance.now() - start
const megabytes = process.resourceUsage().maxRSS / 1000
console.log(JSON.stringify({ milliseconds, megabytes, made } satisfies Figure))

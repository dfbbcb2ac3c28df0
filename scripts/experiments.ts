import process from 'node:process'
import { experimentIds, isExperimentId, type ExperimentId } from '../src/experiments/registry.ts'
import { checkResults } from './experiments/check-results.ts'
import { mergePieces, publish, publishShard } from './experiments/publish.ts'
import { runOwn } from './experiments/run-own.ts'
import { expected, quote, readOptions, runCommand, UsageError, type Given } from './lib/command.ts'

const help = `Usage: npm run experiments -- [<id> …] [options]

Without options it runs the presets of all experiments, or of those named by id or number (e7),
with the published seed and five others, and writes content/results/<id>.json. Exits with 1 when
a check fails, with 2 when it was called wrongly.

  --check             run again and compare with what is published; writes nothing
  --no-seeds          leave the five other seeds out; what was published of them is kept
  --shard <i>/<n>     do the i-th of n parts and write the pieces only
  --merge             make the files from the pieces of all parts
  --pieces <folder>   where pieces are, else .cache/experiments
  --results <folder>  where results are, else content/results

One run of one experiment, printed instead of published:

  --preset <name>     published (default), quick or attack, from which --set starts
  --set <key>=<value> a setting; may be given again
  --seed <n>          a whole number from 0 to 4294967295
  --format <name>     text (default), json or csv
  --out <file>        write there instead of printing

  --list              ids, titles and settings
  --help              this text
`

const table = {
  check: 'flag',
  'no-seeds': 'flag',
  shard: 'text',
  merge: 'flag',
  pieces: 'text',
  results: 'text',
  preset: ['published', 'quick', 'attack'],
  set: 'texts',
  seed: 'text',
  format: ['text', 'json', 'csv'],
  out: 'text',
  list: 'flag',
  help: 'flag',
} as const

await runCommand(async (argv) => {
  const given = readOptions(argv, table, experimentIds.length)
  const { flags, values } = given
  if (flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const ids = given.names.length === 0 ? experimentIds : given.names.map(toId)
  if (flags.has('list')) return (await import('./experiments/list.ts')).list(ids)
  refuseMixture(given)
  if (isOwnRun(given)) return runOwn(ids, given)
  const where = {
    results: values.get('results') ?? 'content/results',
    pieces: values.get('pieces') ?? '.cache/experiments',
  }
  const withSeeds = !flags.has('no-seeds')
  if (flags.has('merge')) return mergePieces(ids, where)
  const shard = readShard(values.get('shard'))
  if (flags.has('check')) return checkResults(ids, where, { withSeeds, shard })
  return shard === undefined
    ? publish(ids, where, withSeeds)
    : publishShard(ids, where, { withSeeds, shard })
})

function isOwnRun({ values, lists }: Given): boolean {
  return lists.has('set') || ['preset', 'seed', 'format', 'out'].some((name) => values.has(name))
}

/** Options of one run and of publishing do not go together, nor do checking and merging. */
function refuseMixture(given: Given): void {
  const { flags, values } = given
  const sweep = ['check', 'no-seeds', 'shard', 'merge', 'pieces', 'results'].filter(
    (name) => flags.has(name) || values.has(name),
  )
  if (isOwnRun(given) && sweep.length > 0) {
    throw new UsageError(`Unexpected \`--${sweep[0] ?? ''}\` together with options of one run.`)
  }
  if (flags.has('merge') && (flags.has('check') || values.has('shard'))) {
    throw new UsageError('Unexpected `--merge` together with `--check` or `--shard`.')
  }
}

function toId(name: string): ExperimentId {
  const number = /^e(\d{1,2})$/i.exec(name)?.[1]
  const id = number === undefined ? name : (experimentIds[Number(number) - 1] ?? name)
  if (isExperimentId(id)) return id
  throw new UsageError(`Unexpected experiment ${quote(name)}${expected(name, experimentIds)}`)
}

function readShard(text: string | undefined): readonly [number, number] | undefined {
  if (text === undefined) return undefined
  const [, index, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []
  const shard = [Number(index), Number(of)] as const
  if (shard[0] >= 1 && shard[0] <= shard[1]) return shard
  throw new UsageError(`Unexpected ${quote(text)} as \`--shard\`, expected such as \`1/3\`.`)
}

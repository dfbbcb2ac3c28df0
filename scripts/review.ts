import process from 'node:process'
import { reviewStates, tidyReviews, type ReviewState } from '../src/analysis/reviews.ts'
import type { SourceFile } from '../src/core/document.ts'
import type { EdgeId } from '../src/core/id.ts'
import type { KnowledgeBase } from '../src/core/knowledge-base.ts'
import { reviewsPath } from '../src/core/review.ts'
import { openReadCache } from '../src/disk/read-cache.ts'
import { readContent } from '../src/disk/read-content.ts'
import { assemble } from '../src/graph/assemble.ts'
import { toReviewText } from '../src/outputs/review-text.ts'
import { counted } from '../src/outputs/text-report.ts'
import { contentFolder, readOptions, runCommand, UsageError, type Given } from './lib/command.ts'
import { chooseEdges } from './review/choose-edges.ts'
import { confirmed } from './review/confirm.ts'
import { writeReviews } from './review/write-reviews.ts'

const help = `Usage: npm run review -- [<id>] [options]

Shows each relation from and to a node with both statements and its reason, and records in
content/reviews.tsv that you have judged them as they stand. \`npm run check\` then says when one
of these sentences changes. Asks before it writes; without a terminal, \`--yes\` is the answer.
Exits with 0 when nothing that was shown is left to be judged again, else with 1.

  --edge <edge>       one relation, from>to or from>a>b (in quotes); may be given again
  --all               every relation of the content, for the first time
  --list              those judged against an earlier wording; writes nothing
  --tidy              sorts the file, leaves out what is given twice, cannot be read or is of a
                      relation that no longer exists; judges nothing
  --yes               do not ask
  --content <folder>  the folder of content, else ASSAY_CONTENT, else content
  --help              this text
`

const table = {
  edge: 'texts',
  all: 'flag',
  list: 'flag',
  tidy: 'flag',
  yes: 'flag',
  content: 'text',
  help: 'flag',
} as const

await runCommand(async (argv) => {
  const given = readOptions(argv, table, 1)
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const files = readContent(contentFolder(given))
  const cache = openReadCache()
  const kb = assemble(files, cache.read)
  cache.save()
  if (isTidying(given)) return tidy(kb, files, given)
  const states = reviewStates(kb)
  const chosen = chooseEdges(kb.graph, states, given)
  show(kb, states, chosen)
  return given.flags.has('list') ? left(chosen, states) : record(kb, files, states, chosen, given)
})

function isTidying({ flags, names, lists }: Given): boolean {
  if (!flags.has('tidy')) return false
  if (names.length === 0 && lists.size === 0 && !flags.has('all') && !flags.has('list')) return true
  throw new UsageError('Unexpected choice of relations with `--tidy`, which judges none.')
}

type States = ReadonlyMap<EdgeId, ReviewState>

function left(chosen: readonly EdgeId[], states: States): number {
  return chosen.some((id) => states.get(id) === 'suspect') ? 1 : 0
}

function show({ graph }: KnowledgeBase, states: States, chosen: readonly EdgeId[]): void {
  for (const id of chosen) {
    const edge = graph.edges.get(id)
    if (edge === undefined) continue
    process.stdout.write(`${toReviewText(graph, edge, states.get(id) ?? 'unreviewed')}\n`)
  }
  const suspect = chosen.filter((id) => states.get(id) === 'suspect').length
  const earlier = `${String(suspect)} judged against an earlier wording`
  process.stdout.write(`${counted(chosen.length, 'relation')}, ${earlier}.\n`)
}

async function record(
  kb: KnowledgeBase,
  files: readonly SourceFile[],
  states: States,
  chosen: readonly EdgeId[],
  given: Given,
): Promise<number> {
  const open = chosen.filter((id) => states.get(id) !== 'reviewed')
  if (open.length === 0) {
    process.stdout.write('All of them are reviewed as they stand.\n')
    return 0
  }
  const broken = brokenLines(kb)
  if (broken.length > 0) {
    tell(broken)
    process.stderr.write('Nothing was written: mend these lines first, or run with `--tidy`.\n')
    return 1
  }
  const question = `Do ${counted(open.length, 'relation')} hold as worded above?`
  if (!(await confirmed(question, given.flags.has('yes')))) {
    process.stdout.write('Nothing was written.\n')
    return left(chosen, states)
  }
  return writeReviews(contentFolder(given), files, tidyReviews(kb, new Set(open)))
}

async function tidy(kb: KnowledgeBase, files: readonly SourceFile[], given: Given): Promise<number> {
  if (kb.problems.some(({ code, place }) => code === 'file-too-large' && place.file === reviewsPath)) {
    throw new UsageError(`Unexpected size of ${reviewsPath}, which cannot be read.`)
  }
  const broken = brokenLines(kb)
  tell(broken)
  const question = `Leave out ${counted(broken.length, 'line')} that cannot be read?`
  if (broken.length > 0 && !(await confirmed(question, given.flags.has('yes')))) return 1
  return writeReviews(contentFolder(given), files, tidyReviews(kb))
}

function brokenLines({ problems }: KnowledgeBase): KnowledgeBase['problems'] {
  return problems.filter(
    ({ severity, place }) => severity === 'error' && place.file === reviewsPath,
  )
}

function tell(broken: KnowledgeBase['problems']): void {
  for (const { place, message } of broken) {
    process.stderr.write(`${place.file}:${String(place.start.line)} ${message}\n`)
  }
}

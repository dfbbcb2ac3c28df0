import process from 'node:process'
import { visible } from '../src/core/catalogue/entry.ts'
import { readComparison } from '../src/outputs/comparison-json.ts'
import { toComparisonMarkdown } from '../src/outputs/comparison-markdown.ts'
import { openGithub } from './github/api.ts'
import { putComment } from './github/comments.ts'
import { readEvent } from './github/event.ts'
import { findPullRequest, RunCompleted } from './github/pull-request.ts'
import { readArtifact } from './github/read-artifact.ts'
import { runOnGithub } from './github/run.ts'
import { publishedAt, readOptions, UsageError } from './lib/command.ts'

const help = `Usage: node scripts/post-comparison.ts <folder>

Posts the comparison that a run of Check left in an artifact, unpacked in the folder, on the pull
request of that run, or rewrites the comment that is there. For workflows: reads GITHUB_EVENT_PATH,
GITHUB_REPOSITORY, GITHUB_API_URL and GITHUB_TOKEN. Exits with 1 when the comparison cannot be read
or GitHub refuses, with 2 when it was called wrongly.
`

const largest = 8_000_000

await runOnGithub(async (argv) => {
  const { flags, names } = readOptions(argv, { help: 'flag' }, 1)
  if (flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const [folder] = names
  if (folder === undefined) throw new UsageError('Unexpected lack of a folder with the artifact.')
  const base = publishedAt()
  const event = readEvent(process.env, RunCompleted)
  const github = openGithub(process.env)
  const artifact = readArtifact(folder, 'comparison.json', largest)
  if ('problem' in artifact) return refuse(artifact.problem)
  if (artifact.text === undefined) return say('The run ended without a comparison.')
  const { value, problem } = readComparison(artifact.text)
  if (value === undefined) return refuse(problem ?? 'Unexpected comparison.')
  const found = await findPullRequest(github, event)
  if ('unknown' in found) return say(found.unknown)
  const text = toComparisonMarkdown(value, { base, whole: 'the summary of the check' })
  const done = await putComment(github, found.number, text)
  return say(`The comparison on ${String(found.number)} was ${done}.`)
})

function say(sentence: string): number {
  process.stdout.write(`${sentence}\n`)
  return 0
}

function refuse(sentence: string): number {
  process.stderr.write(`${visible(sentence)}\n`)
  return 1
}

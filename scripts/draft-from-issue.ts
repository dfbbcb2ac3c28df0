import process from 'node:process'
import { visible } from '../src/core/catalogue/entry.ts'
import { readContent } from '../src/disk/read-content.ts'
import { proposeDraft } from './draft/propose-draft.ts'
import { IssueChanged } from './draft/shapes.ts'
import { openGithub } from './github/api.ts'
import { readEvent } from './github/event.ts'
import { runOnGithub } from './github/run.ts'
import { contentFolder, readOptions } from './lib/command.ts'

const help = `Usage: node scripts/draft-from-issue.ts [--content <folder>]

Turns the issue that a workflow was started by into a draft pull request. For workflows: reads
GITHUB_EVENT_PATH, GITHUB_REPOSITORY, GITHUB_API_URL and GITHUB_TOKEN. Exits with 1 when GitHub
refuses, with 2 when it was called wrongly.
`

await runOnGithub(async (argv) => {
  const given = readOptions(argv, { content: 'text', help: 'flag' })
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const event = readEvent(process.env, IssueChanged)
  const files = readContent(contentFolder(given))
  const said = await proposeDraft(openGithub(process.env), event, files)
  process.stdout.write(`${visible(said)}\n`)
  return 0
})

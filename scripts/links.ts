import process from 'node:process'
import { outsideLinks } from '../src/analysis/outside-links.ts'
import { readContent } from '../src/disk/read-content.ts'
import { assemble } from '../src/graph/assemble.ts'
import { toLinkText } from '../src/outputs/link-report.ts'
import { openGithub } from './github/api.ts'
import { runOnGithub } from './github/run.ts'
import {
  contentFolder,
  publishedAt,
  quote,
  readOptions,
  UsageError,
  type Given,
} from './lib/command.ts'
import { printText } from './lib/print.ts'
import { checkLinks } from './links/check-links.ts'
import { keepLinkIssue } from './links/link-issue.ts'

const help = `Usage: npm run links -- [options]

Asks for every outside address that the content names: those of sources and those in bodies. Exits
with 1 when some are broken, with 2 when it was called wrongly. Hosts that keep robots out are told
apart: they say nothing about the page.

  --content <folder>  the folder of content, else ASSAY_CONTENT, else content
  --timeout <s>       seconds until an answer, 20
  --retries <n>       how often one who fails is asked again, 2
  --issue             keep one issue of the repository about what is broken, and exit with 0;
                      for workflows: reads GITHUB_REPOSITORY, GITHUB_API_URL and GITHUB_TOKEN
  --help              this text
`

const table = {
  content: 'text',
  timeout: 'text',
  retries: 'text',
  issue: 'flag',
  help: 'flag',
} as const

await runOnGithub(async (argv) => {
  const given = readOptions(argv, table)
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const patience = {
    timeout: readNumber(given, 'timeout', 20, 1) * 1000,
    retries: readNumber(given, 'retries', 2, 0),
  }
  const site = publishedAt()
  const github = given.flags.has('issue') ? openGithub(process.env) : undefined
  const kb = assemble(readContent(contentFolder(given)))
  const links = await checkLinks(outsideLinks(kb), patience)
  printText(toLinkText(links))
  if (github === undefined) return links.some(({ state }) => state === 'broken') ? 1 : 0
  process.stdout.write(`${await keepLinkIssue(github, links, site)}\n`)
  return 0
})

function readNumber({ values }: Given, name: string, usual: number, least: number): number {
  const text = values.get(name)
  if (text === undefined) return usual
  const number = Number(text)
  if (/^\d{1,3}$/.test(text) && number >= least) return number
  throw new UsageError(
    `Unexpected ${quote(text)} as --${name}, expected a whole number from ${String(least)} to 999.`,
  )
}

import process from 'node:process'
import { visible } from '../src/core/catalogue/entry.ts'
import type { SourceFile } from '../src/core/document.ts'
import { toDraft, type Draft } from '../src/outputs/draft-node.ts'
import { toSourceDraft } from '../src/outputs/draft-source.ts'
import { contentFolder, readOptions, runCommand, UsageError, type Given } from './lib/command.ts'
import { alikeLine, findAlike, readKnown, type Known } from './new/known.ts'
import { draftOf } from './new/node-flags.ts'
import { newOptions, nodeOptions, sourceOptions } from './new/options.ts'
import { lossLines, SourceFault, sourceOf } from './new/source-flags.ts'
import { hasErrors, nextSteps, report, tryFile, writeNew } from './new/write.ts'

const help = `Usage: npm run new -- [options]

Writes a new node or source. In a terminal and without options it asks. Exits with 1 when the
statement is in the map already or the file would be wrong, with 2 when it was called wrongly;
then nothing is written.

  --statement <text>    one declarative sentence; of a question, the question
  --title <text>        a label of at most 60 characters
  --kind <name>         claim, evidence, counterargument or question; may be left out with a
                        relation: counterargument with rebuts and undercuts, else claim
  --supports <id>       what it bears on: one of these; add others to the file
  --rebuts <id>
  --undercuts <from>..<to>
  --refines <id>
  --answers <id>
  --because <text>      why it bears on that
  --weight <number>     how relevant it is to that, 0 to 1
  --source <id>         a source it rests on, or "<id>: <place in it>"; may be given again
  --id <id>             else made of the title or the statement
  --map <id>            else that of the target, else the only one
  --part <id>           of the map, where it is not that of the target
  --caveat              a counterargument that the essay itself makes
  --body <markdown>     or --body-file <path>, - for standard input

  --source-from <path>  a source from BibTeX, RIS, CSL-JSON or the record of a DOI in this file,
                        - for standard input; with --id, --body and
  --checked <name>      how far you read it: primary, abstract, secondary or unread
  --where <text>        what you read of it

  --yes                 write although the map says the same already
  --dry-run             show the file and its problems and write nothing
  --content <folder>    the folder of content, else ASSAY_CONTENT, else content
  --help                this text
`

await runCommand(async (argv) => {
  const given = readOptions(argv, newOptions)
  if (given.flags.has('help')) {
    process.stdout.write(help)
    return 0
  }
  const known = readKnown(contentFolder(given))
  try {
    if (isGiven(given, sourceOptions)) return newSource(given, known)
    if (isGiven(given, { ...nodeOptions, id: '', body: '', 'body-file': '' })) {
      return newNode(draftOf(given, known), given, known)
    }
    return await askAll(given, known)
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error
    const lines = error.message.split('\n').map(visible)
    process.stderr.write(`${lines.join('\n')}\n`)
    return 1
  }
})

function isGiven({ values, flags, lists }: Given, options: object): boolean {
  return Object.keys(options).some((name) => values.has(name) || flags.has(name) || lists.has(name))
}

function newNode(draft: Draft, given: Given, known: Known): number {
  const alike = findAlike(known, draft.statement)
  for (const each of alike) process.stdout.write(`${alikeLine(known, each)}\n`)
  if (alike.some(({ kind }) => kind === 'same') && !given.flags.has('yes')) {
    process.stdout.write('This is said already: add to it instead, or give --yes.\n')
    return 1
  }
  return finish(toDraft(draft), given, known)
}

function newSource(given: Given, known: Known): number {
  const wrong = Object.keys(nodeOptions).find((name) => isGiven(given, { [name]: '' }))
  if (wrong !== undefined || !given.values.has('source-from')) {
    const what = wrong === undefined ? 'lack of `--source-from`' : `\`--${wrong}\` of a source`
    throw new UsageError(`Unexpected ${what}, expected a source from a record.`)
  }
  const { draft, record } = sourceOf(given, known)
  for (const line of lossLines(record)) process.stdout.write(`${visible(line)}\n`)
  return finish(toSourceDraft(draft), given, known)
}

function finish(file: SourceFile, given: Given, known: Known): number {
  const trial = tryFile(known, file)
  const isDry = given.flags.has('dry-run')
  if (isDry) {
    const lines = [file.path, '', ...file.text.split('\n')].map(visible)
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  process.stdout.write(report(trial, known))
  if (hasErrors(trial)) return 1
  if (!isDry) process.stdout.write(nextSteps(file, writeNew(known, file)))
  return 0
}

async function askAll(given: Given, known: Known): Promise<number> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new UsageError(
      'Unexpected lack of options where nobody can be asked, expected `--statement`, `--title` and' +
        ' a relation or `--kind`, or `--source-from`.',
    )
  }
  const { ask } = await import('./new/ask.ts')
  const file = await ask(known)
  if (file === undefined) return 1
  const code = finish(file, given, known)
  if (code !== 0) {
    const lines = ['Not written, so that it can be copied:', '', ...file.text.split('\n')]
    process.stdout.write(`${lines.map(visible).join('\n')}\n`)
  }
  return code
}

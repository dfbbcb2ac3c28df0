import process from 'node:process'
import { visible } from '../../src/core/catalogue/entry.ts'
import { readings, type Reading } from '../../src/core/document.ts'
import type { SourceId } from '../../src/core/id.ts'
import { suggestSourceId } from '../../src/outputs/draft-id.ts'
import type { DraftSource } from '../../src/outputs/draft-node.ts'
import type { SourceDraft } from '../../src/outputs/draft-source.ts'
import { faultOfId, searchSources, type Known } from './known.ts'
import { askChoice, askLine, askSearch, askText, askWhether } from './prompts.ts'
import { lossLines, oneRecord, refuseSame } from './source-flags.ts'

/** Asks which sources a node rests on, one after another. */
export async function askSources(known: Known): Promise<readonly DraftSource[]> {
  const search = searchSources(known)
  const chosen: DraftSource[] = []
  for (;;) {
    const message = chosen.length === 0 ? 'Does it rest on a source?' : 'On another one?'
    if (!(await askWhether(message, false))) return chosen
    const id = await askSearch('Which? Type an author or a part of the title', (typed) => {
      const all = [...known.kb.sources.keys()]
      const ids = typed.trim() === '' ? all : search.find(typed, 20)
      return [...ids.slice(0, 20).map((each) => sourceChoice(known, each)), none]
    })
    if (id === '') continue
    const at = await askLine('Where in it? A page, a section (may wait)', (answer) =>
      answer.length > 120 ? 'Expected at most 120 characters.' : undefined,
    )
    chosen.push(at === '' ? id : { id, at })
  }
}

const none = { value: '', name: 'none of these: add it by `npm run new` first' }

function sourceChoice({ kb }: Known, id: string) {
  const source = kb.sources.get(id as SourceId)
  return { value: id, name: `${id}  ${source?.title ?? ''}` }
}

/** Asks for a record and how far it was read. @throws SourceFault when it is there already. */
export async function askSource(known: Known): Promise<SourceDraft> {
  const text = await askText('Paste BibTeX, RIS, CSL-JSON or the record of a DOI', '.txt')
  const record = oneRecord(text)
  refuseSame(record, known)
  for (const line of lossLines(record)) process.stdout.write(`${visible(line)}\n`)
  // The first is chosen by a mere Enter, so it must claim nothing.
  const how = await askChoice<Reading>('How far did you read it?', readings.toReversed().map(readingChoice))
  const isSentence = (answer: string) => answer !== '' && answer.length <= 400
  const where = await askLine('What did you read of it?', (answer) =>
    isSentence(answer) ? undefined : 'Expected a sentence of at most 400 characters.',
  )
  const suggested = suggestSourceId(record.fields, known.taken)
  const id = await askLine('Its id for ever', (answer) => faultOfId(known, answer), suggested)
  const body = await askLine('What it shows, in a sentence or two (may wait)', () => undefined)
  return { id, fields: record.fields, checked: { how, where }, body }
}

const readingWords: Readonly<Record<Reading, string>> = {
  primary: 'the work itself, at least the parts that matter here',
  abstract: 'its abstract',
  secondary: 'through others’ accounts',
  unread: 'not at all',
}

function readingChoice(how: Reading) {
  return { value: how, name: `${how}: ${readingWords[how]}` }
}


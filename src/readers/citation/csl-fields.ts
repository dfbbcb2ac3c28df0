import { SourceFields } from '../schemas/source.ts'
import { textOf } from './clean-text.ts'
import { toIssued } from './issued.ts'
import { toNames } from './names.ts'

/** Fields of a source that a record can give; `checked` is for who read the work to say. */
export type CitationFields = Omit<SourceFields, 'checked'>

/** A record in the names of CSL-JSON, its values as its format gave them. */
export type CslRecord = Readonly<Record<string, unknown>>

/** What became of a record: each field that is given passes the schema of sources. */
export interface FoundFields {
  readonly fields: Partial<CitationFields>
  /** A sentence for each value that a source cannot have. */
  readonly notices: readonly string[]
}

const shapes = SourceFields.shape
const types: ReadonlySet<string> = new Set(shapes.type.options)

/** Names of types of Crossref and DataCite that are not those of CSL. */
const otherTypes: ReadonlyMap<string, string> = new Map([
  ['journal-article', 'article-journal'],
  ['proceedings-article', 'paper-conference'],
  ['posted-content', 'article'],
  ['preprint', 'article'],
  ['monograph', 'book'],
  ['edited-book', 'book'],
  ['reference-book', 'book'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['book-part', 'chapter'],
  ['dissertation', 'thesis'],
  ['report-component', 'report'],
  ['peer-review', 'review'],
  ['reference-entry', 'entry'],
])

const languages: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['american', 'en-US'],
  ['british', 'en-GB'],
  ['ukenglish', 'en-GB'],
  ['usenglish', 'en-US'],
  ['german', 'de'],
  ['ngerman', 'de'],
  ['french', 'fr'],
  ['spanish', 'es'],
  ['italian', 'it'],
  ['portuguese', 'pt'],
  ['dutch', 'nl'],
  ['chinese', 'zh'],
  ['japanese', 'ja'],
  ['russian', 'ru'],
])

/** The fields of a source in a record of CSL-JSON, or of Crossref, whose names are nearly those. */
export function toFields(record: CslRecord): FoundFields {
  const text = (name: string) => textOf(record[name])
  const event = eventTitle(record)
  const container = text('container-title')
  const doi = bareDoi(text('DOI'))
  const number = arxivNumber(text('number'), container, doi)
  const fromArxiv = number !== undefined && isArxivContainer(container)
  const type = cslType(text('type'), number, fromArxiv)
  const isPaper = type === 'paper-conference'
  const found = {
    type,
    title: titleOf(record),
    author: toNames(record['author']),
    editor: toNames(record['editor']),
    issued: firstDate(record),
    'container-title': fromArxiv ? undefined : (container ?? (isPaper ? event : undefined)),
    'event-title': isPaper && container === undefined ? undefined : event,
    genre: text('genre'),
    publisher: text('publisher'),
    'publisher-place': text('publisher-place'),
    edition: text('edition'),
    volume: fromArxiv ? undefined : text('volume'),
    issue: text('issue'),
    page: text('page')?.replace(/\s*(?:-{2,}|[‐-―−])\s*/gu, '-'),
    number: number ?? text('number'),
    ISBN: text('ISBN')?.replace(/^.*[/:]/, ''),
    DOI: doi,
    URL: address(text('URL'), doi, number),
    language: language(text('language')),
  }
  return keepValid(found)
}

function keepValid(found: Readonly<Record<string, unknown>>): FoundFields {
  const fields: Record<string, unknown> = {}
  const notices: string[] = []
  for (const [name, value] of Object.entries(found)) {
    if (value === undefined) continue
    const checked = shapes[name as keyof CitationFields].safeParse(value)
    if (checked.success) fields[name] = value
    else notices.push(`Unexpected \`${name}\`, expected ${checked.error.issues[0]?.message ?? ''}.`)
  }
  return { fields: fields as Partial<CitationFields>, notices }
}

function titleOf(record: CslRecord): string | undefined {
  const title = textOf(record['title'])
  const subtitle = textOf(record['subtitle'])
  if (title === undefined || subtitle === undefined || title.includes(subtitle)) return title
  return `${title}: ${subtitle}`
}

const dates = ['issued', 'published', 'published-print', 'published-online', 'posted', 'event-date']

function firstDate(record: CslRecord): string | number | undefined {
  for (const name of dates) {
    const date = toIssued(record[name])
    if (date !== undefined) return date
  }
  return undefined
}

function eventTitle({ event, 'event-title': title }: CslRecord): string | undefined {
  const name = typeof event === 'object' && event !== null ? (event as CslRecord)['name'] : event
  return textOf(title) ?? textOf(name)
}

function cslType(type: string | undefined, arxiv: string | undefined, only: boolean): string {
  const lower = type?.toLowerCase() ?? ''
  const known = types.has(lower) ? lower : (otherTypes.get(lower) ?? 'document')
  const isVague = ['document', 'manuscript', 'webpage', 'report'].includes(known)
  return only || (isVague && arxiv !== undefined) ? 'article' : known
}

function bareDoi(written: string | undefined): string | undefined {
  return written?.replace(/^(?:https?:\/\/(?:dx\.)?(?:www\.)?doi\.org\/|doi:\s*)/i, '')
}

const arxivId = /(?<![\d.])(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})(?!\d)/i

// CoRR is what bibliographies of computing call arXiv.
function isArxivContainer(container: string | undefined): boolean {
  return container !== undefined && /^(?:arxiv\b|corr$)/i.test(container)
}

/** `arXiv:2210.10760` from a number, from where it appeared or from its DOI. */
function arxivNumber(
  number: string | undefined,
  container: string | undefined,
  doi: string | undefined,
): string | undefined {
  const places = [
    /^arxiv\b/i.test(number ?? '') ? number : undefined,
    isArxivContainer(container) ? `${container ?? ''} ${number ?? ''}` : undefined,
    /^10\.48550\/arxiv\./i.test(doi ?? '') ? doi?.slice('10.48550/arxiv.'.length) : undefined,
  ]
  const id = places.map((place) => arxivId.exec(place ?? '')?.[1]).find((each) => each !== undefined)
  return id === undefined ? undefined : `arXiv:${id}`
}

// The address of a DOI says what the DOI says already.
function address(
  url: string | undefined,
  doi: string | undefined,
  arxiv: string | undefined,
): string | undefined {
  const plain = url?.replace(/%5C(?=[_%#&~])/gi, '')
  if (plain !== undefined) {
    const isOfDoi = doi !== undefined && bareDoi(plain)?.toLowerCase() === doi.toLowerCase()
    return isOfDoi ? undefined : plain
  }
  const isKnown = doi === undefined && arxiv !== undefined
  return isKnown ? `https://arxiv.org/abs/${arxiv.slice('arXiv:'.length)}` : undefined
}

function language(written: string | undefined): string | undefined {
  const lower = written?.toLowerCase() ?? ''
  return languages.get(lower) ?? written?.replace('_', '-').replace(/^[A-Z]+/, (it) => it.toLowerCase())
}

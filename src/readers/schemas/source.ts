import { z } from 'zod'
import { readings } from '../../core/document.ts'
import { isCalendarDate, line, text } from './common.ts'

/** The kinds of thing that CSL 1.0.2 can cite. */
const cslTypes = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book',
  'broadcast', 'chapter', 'classic', 'collection', 'dataset', 'document', 'entry',
  'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing', 'interview',
  'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet',
  'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post',
  'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech',
  'standard', 'thesis', 'treaty', 'webpage',
] as const

/** What is expected of `issued`. */
export const expectedIssued = 'a year, or a date such as `"2024-05-15"`'

/** The parts of a date written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined where it is none. */
export function dateParts(written: string | number): readonly number[] | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(String(written))
  if (found === null) return undefined
  const parts = found.slice(1).filter((part) => part !== undefined).map(Number)
  const [year = 0, month, day] = parts
  return year > 0 && isCalendarDate(year, month, day) ? parts : undefined
}

const isDate = (written: string | number): boolean => dateParts(written) !== undefined
const dateIssue = { error: expectedIssued }

const Issued = z
  .union(
    [
      z.int(dateIssue).min(1000, dateIssue).max(9999, dateIssue),
      z.string(dateIssue).regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, dateIssue),
    ],
    dateIssue,
  )
  .refine(isDate, dateIssue)

const name = (expected: string) => line(expected, 200)
const Name = z
  .strictObject(
    {
      family: name('a family name').optional(),
      given: name('given names').optional(),
      suffix: name('a suffix such as `Jr.`').optional(),
      'non-dropping-particle': name('a particle such as `van`').optional(),
      literal: name('the name of a body').optional(),
    },
    { error: 'a name such as `{ family: Gao, given: Leo }`' },
  )
  .refine(({ family, literal }) => (family === undefined) !== (literal === undefined), {
    error: 'either `family` and `given`, or `literal`',
  })

const Names = z
  .array(Name, { error: 'a list of names such as `{ family: Gao, given: Leo }`' })
  .min(1, { error: 'at least one name' })

const numbered = 'a number or text'
const Numbered = z.union([z.int({ error: numbered }), line(numbered, 120)], { error: numbered })

/** Whether a text is an address of the web that gives nobody’s user name away. */
function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(address)) return false
  const url = URL.parse(address)
  return url !== null && url.username === '' && url.password === '' && url.hostname !== ''
}

const expectedUrl = 'an address that starts with `https://` or `http://`'
const expectedDoi = 'a DOI such as `10.1038/s41586-018-0637-6`'

/** Front matter of a source, in the names of CSL-JSON. */
export const SourceFields = z.strictObject({
  type: z
    .enum(cslTypes, { error: 'a type of CSL' })
    .meta({ description: 'What it is, in the words of CSL.' }),
  title: line('the title of the source', 400).meta({ description: 'Its title as printed.' }),
  author: Names.meta({
    description: 'Who wrote it: family and given names, or `literal` for a body.',
  }),
  editor: Names.meta({ description: 'Who edited the book it is part of.' }).optional(),
  issued: Issued.meta({ description: 'When it came out: a year, `"2024-05"` or `"2024-05-15"`.' }),
  'container-title': line('the title of the journal, book or site', 300)
    .meta({ description: 'The journal, proceedings, book or site it is part of.' })
    .optional(),
  'event-title': line('the name of a conference', 300)
    .meta({ description: 'The conference it was given at.' })
    .optional(),
  genre: line('a genre such as `PhD thesis`', 120)
    .meta({ description: 'What kind of report or thesis it is.' })
    .optional(),
  publisher: line('the name of a publisher', 200).meta({
    description: 'Its publisher.',
  }).optional(),
  'publisher-place': line('a place', 200).meta({
    description: 'Where it was published.',
  }).optional(),
  edition: Numbered.meta({ description: 'Which edition.' }).optional(),
  volume: Numbered.meta({ description: 'Volume.' }).optional(),
  issue: Numbered.meta({ description: 'Issue.' }).optional(),
  page: Numbered.meta({ description: 'Pages, `59-64`.' }).optional(),
  number: Numbered.meta({ description: 'Its number in a series, `arXiv:2210.10760`.' }).optional(),
  ISBN: line('an ISBN', 20).meta({ description: 'ISBN.' }).optional(),
  DOI: z
    .string({ error: expectedDoi })
    .max(200, { error: expectedDoi })
    .regex(/^10\.\d{4,9}\/[^\s"<>\\]+$/, { error: expectedDoi })
    .meta({ description: 'DOI without `https://doi.org/`.' })
    .optional(),
  URL: z
    .string({ error: expectedUrl })
    .max(1000, { error: 'at most 1000 characters' })
    .refine(isWebAddress, { error: expectedUrl })
    .meta({ description: 'Its address.', format: 'uri' })
    .optional(),
  language: z
    .string({ error: 'a language such as `en` or `de-AT`' })
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language such as `en` or `de-AT`' })
    .meta({ description: 'The language it is written in.' })
    .optional(),
  checked: z
    .strictObject(
      {
        how: z
          .enum(readings, { error: `one of ${readings.map((how) => `\`${how}\``).join(', ')}` })
          .meta({
            description: 'Whether it was read itself, in its abstract, through others, or not.',
          }),
        where: text('a sentence that says what was read', 400).meta({
          description: 'What was read, in a sentence.',
        }),
      },
      { error: '`how` it was read and `where`' },
    )
    .meta({ description: 'How far somebody read it.' }),
})
export type SourceFields = z.infer<typeof SourceFields>

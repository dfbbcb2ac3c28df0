import { entry, shown } from './entry.ts'

/** Problems of front matter that is well-formed YAML but not what a document needs. */
export const fieldProblems = {
  'missing-field': entry<{ field: string; expected: string }>({
    title: 'A field is missing',
    severity: 'error',
    words: ({ field, expected }) => ({ actual: `lack of ${shown(field)}`, expected }),
    about:
      'Some fields are needed before a file can take part in the map. Add the field to the front matter.',
  }),
  'unknown-field': entry<{ field: string; known: readonly string[]; nearest?: string | undefined }>({
    title: 'Field that is not known',
    severity: 'error',
    words: ({ field, known, nearest }) => ({
      actual: `field ${shown(field)}`,
      expected:
        nearest === undefined
          ? `one of ${known.map((name) => `\`${name}\``).join(', ')}`
          : 'the name of a known field',
      nearest,
    }),
    hint: 'A field of a relation, such as `because`, is indented below its `- to: …`.',
    about:
      'A field that nobody reads would be silently lost; most often it is a slip in the spelling. Correct the name or remove the field.',
  }),
  'invalid-field': entry<{
    field: string
    actual: string
    expected: string
    nearest?: string | undefined
  }>({
    title: 'Value of a field is not of its kind',
    severity: 'error',
    words: ({ field, actual, expected, nearest }) => ({
      actual: `${actual} as ${shown(field)}`,
      expected,
      nearest,
    }),
    about:
      'The field is known, but what it holds is of another kind: a text where a list is needed, a number outside its range, a word that is not among those to choose from. Write what is expected.',
  }),
  'invalid-id': entry<{ actual: string; expected: string; nearest?: string | undefined }>({
    title: 'Text is not an id',
    severity: 'error',
    words: ({ actual, expected, nearest }) => ({ actual, expected, nearest }),
    hint: 'An id is the name of a file without `.md`: `a` to `z`, digits and single hyphens, starting with a letter.',
    about:
      'Other files are named by their id, which is 3 to 64 lower-case letters, digits and single hyphens. YAML reads some words as numbers or as nothing (`12E4`, `~`); write the id of an existing file, without folder and `.md`, in quotes where need be.',
  }),
  'too-long': entry<{ field: string; length: number; limit: number }>({
    title: 'Text is too long',
    severity: 'error',
    words: ({ field, length, limit }) => ({
      actual: `${shown(field)} of ${String(length)} characters`,
      expected: `at most ${String(limit)}`,
    }),
    hint: 'A title is a label, a statement one sentence; the body says the rest.',
    about:
      'Titles stand in diagrams and link previews, statements in lists, and there is room for so much. Say it shorter and move the rest into the body.',
  }),
  'invalid-date': entry<{ date: string; expected: string }>({
    title: 'Date does not exist or is in another form',
    severity: 'error',
    words: ({ date, expected }) => ({ actual: `date ${shown(date)}`, expected }),
    hint: 'A date is written `2024-05-15`, without a time or a zone.',
    about:
      'Dates are days of the calendar, written year, month, day. A time or a zone makes a date mean different days to different programs, and a day such as 30 February was never there.',
  }),
}

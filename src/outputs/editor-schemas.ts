import { z } from 'zod'
import type { Document } from '../core/document.ts'
import { fieldsByType } from '../readers/schemas/by-type.ts'

interface About {
  readonly title: string
  readonly description: string
  /** What the reader asks for and JSON Schema has no words for. */
  readonly notSaid: readonly string[]
}

const ofAll = [
  'a few words, such as `index` and `constructor`, are not ids',
  'lengths are counted in UTF-16 units',
  'what an id names must exist',
]

const about: Readonly<Record<Document['type'], About>> = {
  node: {
    title: 'Front matter of a node',
    description: 'content/<map>/<id>.md: a claim, evidence, a counterargument or a question.',
    notSaid: [...ofAll, 'bounds have a `min` or a `max`, and `min` is not above `max`'],
  },
  source: {
    title: 'Front matter of a source',
    description: 'content/sources/<id>.md: a work that nodes rest on, in the names of CSL-JSON.',
    notSaid: [
      ...ofAll,
      '`issued` is a day of the calendar',
      'a name has either `family` or `literal`',
      '`URL` names a server and no user',
    ],
  },
  map: {
    title: 'Front matter of a map',
    description: 'content/<map>/index.md: the question, the thesis and the parts of a map.',
    notSaid: [...ofAll, 'each part has an `id` of its own'],
  },
  outline: {
    title: 'Front matter of an outline',
    description: 'content/<map>/outline.md: the assertions of the essay in order.',
    notSaid: ofAll,
  },
}

/** The types of document, each with a schema for editors. */
export const schemaTypes = Object.keys(about) as readonly Document['type'][]

/** Name of the file of a schema. */
export function schemaFile(type: Document['type']): string {
  return `${type}.schema.json`
}

/**
 * The front matter of a type of document as JSON Schema, draft 7, which the YAML language server and
 * VS Code read best. It accepts all that the reader accepts; what it cannot refuse stands in its
 * `$comment`.
 */
export function toEditorSchema(type: Document['type']): string {
  const { title, description, notSaid } = about[type]
  const { $schema, ...schema } = z.toJSONSchema(fieldsByType[type], {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== 'uri') return
      // The format has no letters but those of ASCII, and the reader takes them all.
      delete jsonSchema.format
      jsonSchema.pattern = '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s\\\\]+$'
    },
  })
  const $comment = `Made by \`npm run schemas\`. Only \`npm run check\` knows that ${notSaid.join('; ')}.`
  return `${JSON.stringify({ $schema, $comment, title, description, ...schema }, null, 2)}\n`
}

import matter from 'gray-matter'
import { parseDocument, type Document, type ErrorCode, type YAMLParseError } from 'yaml'
import { shown } from '../core/catalogue/entry.ts'
import type { Place } from '../core/place.ts'
import { problem, type Problem } from '../core/problem.ts'
import type { FileText } from './text.ts'
import { deepestYaml, findTooDeep } from './yaml-depth.ts'
import { locateNode, readYamlNodes, type DataPath, type YamlPart } from './yaml-nodes.ts'

/** The fields of a file and where they stand. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, unknown>>
  /** The place of a field's key or value; of the nearest thing around it where it is absent. */
  locate(path: DataPath, part: YamlPart): Place
  /** A value exactly as written. */
  written(path: DataPath): string
}

function refuse(): never {
  throw new TypeError('Expected the front matter to be YAML')
}

/** gray-matter runs `js` and `coffee` by default; here nothing but YAML is read. */
export const refusedEngines = {
  js: refuse,
  javascript: refuse,
  json: refuse,
  toml: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
}

/**
 * Reads front matter that stands between two strict fences. The value is absent where the YAML is
 * broken; where it is given but not `sound`, fields can be checked but not trusted.
 */
export function readFrontMatter(
  file: FileText,
  fenced: string,
): { value?: FrontMatter; sound: boolean; problems: Problem[] } {
  let read: ReturnType<typeof readYaml> | undefined
  matter(fenced, {
    language: 'yaml',
    engines: {
      ...refusedEngines,
      yaml: (text: string) => {
        read = readYaml(file, text)
        return {}
      },
    },
  })
  return read ?? readYaml(file, '\n')
}

const fenceLength = 3

// These are wrong in a text, but leave no doubt of what the fields are.
const harmless: ReadonlySet<string> = new Set([
  'invalid-character',
  'hidden-character',
  'mixed-script',
])

const yamlOptions = {
  prettyErrors: false,
  uniqueKeys: false,
  merge: false,
  logLevel: 'error',
  schema: 'core',
  resolveKnownTags: false,
} as const

// `text` is what follows the first fence, so its offsets are those of the file less the fence.
function readYaml(
  file: FileText,
  text: string,
): { value?: FrontMatter; sound: boolean; problems: Problem[] } {
  const placeOf = (start: number, end: number): Place =>
    file.placeOf(start + fenceLength, end + fenceLength)
  const deep = findTooDeep(text)
  if (deep !== undefined) {
    const place = placeOf(...deep)
    const limit = deepestYaml
    return { sound: false, problems: [problem('nesting-too-deep', place, { what: 'YAML', limit })] }
  }
  const yaml = parseDocument(text, yamlOptions)
  const problems = findYamlErrors(yaml, text, placeOf)
  if (problems.length > 0) return { sound: false, problems }
  const { data, problems: unsupported } = readYamlNodes(yaml.contents, text, placeOf)
  if (data === undefined) return { sound: false, problems: unsupported }
  const value: FrontMatter = {
    data,
    locate: (path, part) => {
      const [start, end] = locateNode(yaml.contents, path, part)
      return end === 0 ? file.placeOf(0, fenceLength) : placeOf(start, end)
    },
    written: (path) => text.slice(...locateNode(yaml.contents, path, 'value')),
  }
  const sound = unsupported.every(({ code }) => harmless.has(code))
  return { value, sound, problems: unsupported }
}

// The commonest slips, in words for people who never heard of YAML's.
const expectedOfYaml: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'lines that belong together to start at the same column',
  BAD_SCALAR_START: 'double quotes around a text that starts with this character',
  BLOCK_AS_IMPLICIT_KEY: 'one field on a line, or double quotes around a text with a colon',
  MULTILINE_IMPLICIT_KEY: 'a field `name: value`, or `- to: an-id` before lines indented below it',
  TAB_AS_INDENT: 'spaces at the start of the line, not a tab',
}

function expectedOf({ code, message }: YAMLParseError): string {
  return expectedOfYaml[code] ?? `YAML without the error ${shown(message)}`
}

function findYamlErrors(
  yaml: Document.Parsed,
  text: string,
  placeOf: (start: number, end: number) => Place,
): Problem[] {
  const found: Problem[] = []
  for (const error of yaml.errors.slice(0, 20)) {
    const [from, to] = error.pos
    const start = Math.min(Math.max(from, 1), text.length)
    const lineEnd = text.indexOf('\n', start)
    const end = Math.min(Math.max(to, lineEnd, start), text.length)
    const part = text.slice(start, end)
    found.push(
      error.code === 'MULTIPLE_DOCS'
        ? problem('unsupported-yaml', placeOf(start, start), {
            feature: 'second document at',
            text: text.slice(start).split('\n')[0] ?? '',
          })
        : problem('invalid-yaml', placeOf(start, end), {
            text: part.split('\n')[0] ?? '',
            expected: expectedOf(error),
          }),
    )
  }
  return found
}

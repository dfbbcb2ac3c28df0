import type { core, z } from 'zod'
import { shown } from '../core/catalogue/entry.ts'
import { idPattern, isId, nearest } from '../core/id.ts'
import { problem, type Problem } from '../core/problem.ts'
import type { FrontMatter } from './front-matter.ts'
import { slug } from './path.ts'
import { expectedDay, expectedId } from './schemas/common.ts'
import { knownFields } from './schemas/known-fields.ts'
import { expectedIssued } from './schemas/source.ts'

type Issue = core.$ZodIssue
type Path = readonly (string | number)[]

/** What zod found wrong with front matter, in plain words and at its place. */
export function toProblems(
  issues: readonly Issue[],
  schema: z.ZodType,
  matter: FrontMatter,
): Problem[] {
  const found: Problem[] = []
  const told = new Set<string>()
  for (const issue of issues.flatMap((each) => withinUnion(each, [], matter.data))) {
    const key = JSON.stringify(issue.path)
    // Several checks of one value say the same thing twice.
    if (told.has(key) && issue.code !== 'unrecognized_keys') continue
    told.add(key)
    found.push(...toProblem(issue, schema, matter))
  }
  return found
}

function toProblem(issue: Issue, schema: z.ZodType, matter: FrontMatter): Problem[] {
  const path = issue.path as Path
  const value = valueAt(matter.data, path)
  if (issue.code === 'unrecognized_keys') {
    const known = knownFields(schema, path)
    return issue.keys.map((field) =>
      problem('unknown-field', matter.locate([...path, field], 'key'), {
        field,
        known,
        nearest: nearest(field, known),
      }),
    )
  }
  if (value === undefined && path.length > 0) return [missing(issue, path, matter)]
  if (issue.code === 'invalid_key') {
    const name = String(path.at(-1))
    const details = { field: name, actual: `name ${shown(name)}`, expected: issue.message }
    return [problem('invalid-field', matter.locate(path, 'key'), details)]
  }
  return [wrongValue(issue, path, value, matter)]
}

function wrongValue(issue: Issue, path: Path, value: unknown, matter: FrontMatter): Problem {
  const place = matter.locate(path, 'value')
  if (issue.message === expectedIssued || issue.message === expectedDay) {
    const date = typeof value === 'string' ? value : written(matter, path)
    return problem('invalid-date', place, { date, expected: issue.message })
  }
  if (isIdIssue(issue)) return invalidId(value, path, matter, issue.message)
  if (issue.code === 'too_big' && typeof value === 'string') {
    const field = fieldName(path)
    const limit = Number(issue.maximum)
    return problem('too-long', place, { field, length: value.length, limit })
  }
  return problem('invalid-field', place, {
    field: fieldName(path),
    actual: describe(value, written(matter, path)),
    expected: issue.message,
    nearest: nearestRight(issue, value),
  })
}

function missing(issue: Issue, path: Path, matter: FrontMatter): Problem {
  const place = matter.locate(path.slice(0, -1), 'value')
  return problem('missing-field', place, { field: fieldName(path), expected: issue.message })
}

function invalidId(value: unknown, path: Path, matter: FrontMatter, expected: string): Problem {
  const text = written(matter, path)
  const isText = typeof value === 'string'
  return problem('invalid-id', matter.locate(path, 'value'), {
    actual: isText ? `id ${shown(value)}` : describe(value, text),
    expected: typeof value === 'boolean' ? `${expected}, in quotes` : expected,
    nearest: isText ? slug(value.replace(/^.*\/|\.mdx?$/g, '')) : undefined,
  })
}

function isIdIssue(issue: Issue): boolean {
  if (issue.message !== expectedId) return false
  if (issue.code === 'invalid_format') return issue.pattern === String(idPattern)
  return issue.code === 'invalid_type' || issue.code === 'custom'
}

// Of a word that is not among those to choose from the nearest, of an id alone the list with it.
function nearestRight(issue: Issue, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  if (issue.code === 'invalid_type') {
    return issue.expected === 'array' && isId(value) ? `[${value}]` : undefined
  }
  if (issue.code !== 'invalid_value') return undefined
  return nearest(value.toLowerCase(), issue.values.map(String))
}

// Of a union, the issues of the one alternative whose kind of value was written.
function withinUnion(issue: Issue, base: Path, data: unknown): Issue[] {
  const path = [...base, ...(issue.path as Path)]
  if (issue.code === 'invalid_union') {
    const fitting = issue.errors.filter(
      (issues) => !issues.some((each) => each.code === 'invalid_type' && each.path.length === 0),
    )
    const [only] = fitting
    if (fitting.length === 1 && only !== undefined) {
      return only.flatMap((each) => withinUnion(each, path, data))
    }
    const value = valueAt(data, path)
    const firstIsId = issue.errors[0]?.[0]?.message === expectedId
    if (firstIsId && (typeof value !== 'object' || value === null)) {
      return issue.errors[0]?.map((each) => ({ ...each, path }) as Issue) ?? []
    }
  }
  if (issue.code === 'invalid_key') {
    return [{ ...issue, path, message: issue.issues[0]?.message ?? issue.message } as Issue]
  }
  return [{ ...issue, path } as Issue]
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

function fieldName(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${String(step)}]` : index === 0 ? step : `.${step}`,
    )
    .join('')
}

function written(matter: FrontMatter, path: Path): string {
  return matter.written(path).trim().replace(/\s+/g, ' ')
}

function describe(value: unknown, text: string): string {
  if (value === null) return text === '' ? 'nothing' : `empty value ${shown(text)}`
  if (Array.isArray(value)) return `list ${shown(text)}`
  if (typeof value === 'object') return `group of fields ${shown(text)}`
  if (typeof value === 'string') return value.trim() === '' ? 'empty text' : `text ${shown(value)}`
  return `${typeof value === 'boolean' ? 'truth value' : 'number'} ${shown(text)}`
}

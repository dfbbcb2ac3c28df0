import type { z } from 'zod'
import type { Body, Document, SourceFile } from '../core/document.ts'
import type { MapId, NodeId, SourceId } from '../core/id.ts'
import { fileStart, type Place } from '../core/place.ts'
import { compareProblems, problem, type Checked, type Problem } from '../core/problem.ts'
import { findInBody, type BodyFindings } from './body-findings.ts'
import { buildMap, buildNode, buildOutline, buildSource, written } from './build-document.ts'
import { splitFence } from './fence.ts'
import { readFrontMatter, type FrontMatter } from './front-matter.ts'
import { readBody } from './markdown.ts'
import { readOutline } from './outline.ts'
import { classifyPath, likelyType, type FileClass } from './path.ts'
import { readResult } from './read-result.ts'
import { readReviews } from './read-reviews.ts'
import { toProblems } from './schema-issues.ts'
import { MapFields, OutlineFields } from './schemas/map.ts'
import { NodeFields } from './schemas/node.ts'
import { SourceFields } from './schemas/source.ts'
import { placer, readText, span } from './text.ts'

type Type = Document['type']

/**
 * Reads one file. Total: any text gives either a document or problems or both, all problems of the
 * file at once and in reading order. A document whose body has problems is still given; one whose
 * name or front matter is wrong is not.
 */
export function readDocument(file: SourceFile): Checked<Document> {
  const { value: where, problems: misplaced } = classifyPath(file.path)
  if (where?.type === 'result') return { problems: readResult(file).problems }
  if (where?.type === 'reviews') return { problems: readReviews(file).problems }
  const type = where?.type ?? likelyType(file.path)
  if (type === undefined || (where === undefined && misplaced.length === 0)) {
    return { problems: misplaced }
  }
  const { value, problems } = readContent(file, where ?? unnamed(type))
  const all = [...misplaced, ...problems].sort(compareProblems)
  return where === undefined || value === undefined
    ? { problems: all }
    : { value, problems: all }
}

// Stands in for a wrong file name, so that the rest of the file can be looked at.
function unnamed(type: Type): FileClass {
  return type === 'source'
    ? { type, id: '' as SourceId }
    : { type: 'node', map: '' as MapId, id: '' as NodeId }
}

type DocumentClass = Exclude<FileClass, { type: 'result' | 'reviews' }>

function readContent(file: SourceFile, where: FileClass): Checked<Document> {
  const { value: text, problems } = readText(file)
  if (text === undefined) return { problems }
  const fence = splitFence(text)
  problems.push(...fence.problems)
  const body: Body | undefined = fence.body
  const found = body === undefined ? undefined : readMarkdown(body, file.path, where, problems)
  if (fence.fenced === undefined || body === undefined || found === undefined) return { problems }

  const matter = readFrontMatter(text, fence.fenced)
  problems.push(...matter.problems)
  if (matter.value === undefined) return { problems }
  const build = builder(where as DocumentClass, file.path, body, found)
  const fieldProblems: Problem[] = []
  const document = build(matter.value, fieldProblems)
  problems.push(...fieldProblems.filter((found) => !isTold(found, matter.problems)))
  return document === undefined || !matter.sound ? { problems } : { value: document, problems }
}

// An alias has no value and a tag another, so nothing is to be said of the field they stand in.
function isTold({ code, place }: Problem, told: readonly Problem[]): boolean {
  return told.some(
    (each) =>
      each.code === 'unsupported-yaml' &&
      code !== 'unknown-field' &&
      each.place.start.line === place.start.line,
  )
}

interface ReadMarkdown {
  readonly findings: BodyFindings
  readonly outline: ReturnType<typeof readOutline>['paragraphs']
}

const least = 60
const most = 250

function readMarkdown(
  body: Body,
  file: string,
  where: FileClass,
  problems: Problem[],
): ReadMarkdown {
  const { root, excess } = readBody(body, file)
  const findings = findInBody(root, body, file)
  problems.push(...excess, ...findings.problems)
  const outline = where.type === 'outline' ? readOutline(root, file) : undefined
  problems.push(...(outline?.problems ?? []))
  const { words } = findings
  if (where.type === 'node' && excess.length === 0 && (words < least || words > most)) {
    problems.push(problem('body-length', bodyStart(body, file), { words, least, most }))
  }
  return { findings, outline: outline?.paragraphs ?? [] }
}

// The first characters of the body; the fence above where there is none.
function bodyStart(body: Body, file: string): Place {
  const blank = /^\s*/.exec(body.markdown)?.[0] ?? ''
  if (blank.length === body.markdown.length) return span(file, body.line - 1, 1, body.line - 1, 4)
  const placeOf = placer(file, body.markdown, 0, body.line)
  const firstEnd = body.markdown.indexOf('\n', blank.length)
  return placeOf(blank.length, firstEnd === -1 ? body.markdown.length : firstEnd)
}

type Build = (matter: FrontMatter, problems: Problem[]) => Document | undefined

function builder(where: DocumentClass, file: string, body: Body, read: ReadMarkdown): Build {
  const common = (fields: { title: string; statement?: string }, matter: FrontMatter) =>
    written(fields, matter, fileStart(file), body, read.findings)
  switch (where.type) {
    case 'node':
      return checking(NodeFields, (fields, matter) =>
        buildNode(where, fields, matter, common(fields, matter)),
      )
    case 'source':
      return checking(SourceFields, (fields, matter) =>
        buildSource(where, fields, common(fields, matter)),
      )
    case 'map':
      return checking(MapFields, (fields, matter) =>
        buildMap(where, fields, matter, common(fields, matter)),
      )
    case 'outline':
      return checking(OutlineFields, (fields, matter) =>
        buildOutline(where, fields, read.outline, common(fields, matter)),
      )
  }
}

function checking<Fields>(
  schema: z.ZodType<Fields>,
  build: (fields: Fields, matter: FrontMatter) => Document,
): Build {
  return (matter, problems) => {
    const checked = schema.safeParse(matter.data)
    if (checked.success) return build(checked.data, matter)
    problems.push(...toProblems(checked.error.issues, schema, matter))
    return undefined
  }
}

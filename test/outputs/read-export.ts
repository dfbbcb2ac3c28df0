import type { SourceFile } from '../../src/core/document.ts'
import { relationKinds } from '../../src/core/relation.ts'
import { exportSchema, type Export } from '../../src/outputs/json-schema.ts'
import { writeContentFile, type Plain } from '../../src/outputs/content-file.ts'

/**
 * The content files that an export was made from, as far as it says: assembling them gives the same
 * graph. Results of experiments are no part of an export.
 *
 * @throws Error (of zod, or SyntaxError) when the text is not an export of version 1.
 */
export function filesFromExport(json: string): SourceFile[] {
  const whole = exportSchema.parse(JSON.parse(json))
  return [
    ...whole.maps.map(mapFile),
    ...whole.nodes.map(nodeFile),
    ...whole.outlines.map(outlineFile),
    ...whole.sources.map(sourceFile),
  ].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function mapFile({ id, title, question, thesis, rival, source, parts, body }: Export['maps'][number]) {
  const fields = { title, question, thesis, rival, source, parts }
  return { path: `content/${id}/index.md`, text: writeContentFile(fields, body) }
}

function nodeFile(node: Export['nodes'][number]): SourceFile {
  const { kind, part, title, statement, credence, credenceBecause, experiment, withdrawn } = node
  const fields: Record<string, Plain | undefined> = {
    kind,
    part,
    ...(node.caveat ? { caveat: true } : {}),
    title,
    statement,
    credence,
    'credence-because': credenceBecause,
    ...relationFields(node.relations),
    ...(node.sources.length === 0 ? {} : { sources: node.sources }),
    experiment,
    withdrawn: withdrawn === undefined ? undefined : withdrawalFields(withdrawn),
  }
  return { path: `content/${node.map}/${node.id}.md`, text: writeContentFile(fields, node.body) }
}

function withdrawalFields({
  mergedInto,
  ...said
}: NonNullable<Export['nodes'][number]['withdrawn']>): Record<string, Plain | undefined> {
  return { ...said, 'merged-into': mergedInto }
}

function relationFields(relations: Export['nodes'][number]['relations']): Record<string, Plain> {
  return Object.fromEntries(
    relationKinds.flatMap((kind) => {
      const items = relations
        .filter((relation) => relation.kind === kind)
        .map((relation): Plain => {
          const { to, because, weight } = relation
          const target = typeof to === 'string' ? { to } : to
          const linked = relation.kind === 'supports' ? relation.linked : undefined
          return { ...target, because, weight, linked }
        })
      return items.length === 0 ? [] : [[kind, items]]
    }),
  )
}

function sourceFile({ id, csl, checked, body }: Export['sources'][number]): SourceFile {
  const { issued, ...variables } = csl as Record<string, Plain> & {
    issued: { 'date-parts': readonly (readonly number[])[] }
  }
  const fields = { ...variables, issued: writtenDate(issued['date-parts'][0] ?? []), checked }
  return { path: `content/sources/${id}.md`, text: writeContentFile(fields, body) }
}

function writtenDate([year = 0, ...rest]: readonly number[]): string {
  const digits = [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))]
  return digits.join('-')
}

function outlineFile({ map, title, source, body }: Export['outlines'][number]): SourceFile {
  return { path: `content/${map}/outline.md`, text: writeContentFile({ title, source }, body) }
}

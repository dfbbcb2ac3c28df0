import type {
  ArgumentMap,
  ArgumentNode,
  Body,
  Document,
  ExperimentRef,
  Outline,
  Reference,
  Source,
  SourceRef,
  Withdrawal,
} from '../core/document.ts'
import { relationKinds, type Relation } from '../core/relation.ts'
import type { Place } from '../core/place.ts'
import type { BodyFindings } from './body-findings.ts'
import type { FrontMatter } from './front-matter.ts'
import type { FileClass } from './path.ts'
import type { MapFields, OutlineFields } from './schemas/map.ts'
import type { NodeFields } from './schemas/node.ts'
import { dateParts, type SourceFields } from './schemas/source.ts'

type Written = Pick<
  Document,
  'title' | 'place' | 'places' | 'body' | 'mentions' | 'figures' | 'words' | 'givesNumbers'
>

/** What all documents have, from the body and the places of the fields. */
export function written(
  fields: { readonly title: string; readonly statement?: string },
  matter: FrontMatter,
  place: Place,
  body: Body,
  found: BodyFindings,
): Written {
  const places: Record<string, Place> = {}
  for (const name of Object.keys(matter.data)) places[name] = matter.locate([name], 'value')
  const { mentions, figures, words } = found
  const givesNumbers = found.givesNumbers || /\d/.test(fields.statement ?? '')
  return { title: fields.title, place, places, body, mentions, figures, words, givesNumbers }
}

/** A node from its checked fields. */
export function buildNode(
  { id, map }: FileClass & { type: 'node' },
  fields: NodeFields,
  matter: FrontMatter,
  common: Written,
): ArgumentNode {
  return {
    ...common,
    type: 'node',
    kind: fields.kind,
    id,
    map,
    statement: fields.statement,
    caveat: fields.caveat ?? false,
    ...(fields.part === undefined ? {} : { part: fields.part }),
    ...(fields.credence === undefined ? {} : { credence: fields.credence }),
    ...(fields['credence-because'] === undefined
      ? {}
      : { credenceBecause: fields['credence-because'] }),
    relations: buildRelations(fields, matter),
    sources: buildSourceRefs(fields, matter),
    ...(fields.experiment === undefined
      ? {}
      : { experiment: buildExperiment(fields.experiment, matter) }),
    ...(fields.withdrawn === undefined
      ? {}
      : { withdrawn: buildWithdrawal(fields.withdrawn, matter) }),
  }
}

function buildRelations(fields: NodeFields, matter: FrontMatter): Relation[] {
  const relations: Relation[] = []
  for (const kind of relationKinds) {
    for (const [index, item] of (fields[kind] ?? []).entries()) {
      const path = [kind, index]
      if (typeof item === 'string') {
        const place = matter.locate(path, 'value')
        relations.push({ kind, to: item, weight: 1, place } as Relation)
        continue
      }
      const { weight = 1, ...said } = item
      if ('from' in said) {
        const { from, to, ...rest } = said
        const place = stepPlace(matter, path)
        relations.push({ kind: 'undercuts', to: { from, to }, ...rest, weight, place } as Relation)
      } else {
        const place = matter.locate([...path, 'to'], 'value')
        relations.push({ kind, ...said, weight, place } as Relation)
      }
    }
  }
  return relations
}

// From the one id to the other, in whichever order they are written.
function stepPlace(matter: FrontMatter, path: readonly (string | number)[]): Place {
  const from = matter.locate([...path, 'from'], 'value')
  const to = matter.locate([...path, 'to'], 'value')
  const fromFirst =
    from.start.line - to.start.line || from.start.column - to.start.column
  const [first, last] = fromFirst <= 0 ? [from, to] : [to, from]
  return { file: first.file, start: first.start, end: last.end }
}

function buildSourceRefs(fields: NodeFields, matter: FrontMatter): SourceRef[] {
  return (fields.sources ?? []).map((item, index): SourceRef => {
    if (typeof item === 'string') {
      return { id: item, place: matter.locate(['sources', index], 'value') }
    }
    const place = matter.locate(['sources', index, 'id'], 'value')
    const { id, at, quote } = item
    return {
      id,
      ...(at === undefined ? {} : { at }),
      ...(quote === undefined ? {} : { quote }),
      place,
    }
  })
}

function buildExperiment(
  { id, preset, expect = {} }: NonNullable<NodeFields['experiment']>,
  matter: FrontMatter,
): ExperimentRef {
  const place = matter.locate(['experiment', 'id'], 'value')
  const presetPlace =
    preset === undefined ? place : matter.locate(['experiment', 'preset'], 'value')
  const placed = Object.entries(expect).map(([measure, limits]) => [
    measure,
    { ...limits, place: pairPlace(matter, ['experiment', 'expect', measure]) },
  ])
  const bounds = Object.fromEntries(placed)
  return { id, preset: preset ?? 'published', expect: bounds, place, presetPlace }
}

/** From the key to the end of its value. */
function pairPlace(matter: FrontMatter, path: readonly string[]): Place {
  const { start } = matter.locate(path, 'key')
  return { ...matter.locate(path, 'value'), start }
}

function buildWithdrawal(
  { on, reason, see = [], 'merged-into': into }: NonNullable<NodeFields['withdrawn']>,
  matter: FrontMatter,
): Withdrawal {
  const named = (id: string, ...path: (string | number)[]): Reference => ({
    id,
    place: matter.locate(['withdrawn', ...path], 'value'),
  })
  return {
    on,
    reason,
    see: see.map((id, index) => named(id, 'see', index)),
    ...(into === undefined ? {} : { mergedInto: named(into, 'merged-into') }),
  }
}

/** A source from its checked fields. */
export function buildSource(
  { id }: FileClass & { type: 'source' },
  fields: SourceFields,
  common: Written,
): Source {
  const { checked, issued, ...csl } = fields
  const parts = dateParts(issued)
  if (parts === undefined) throw new TypeError('Expected `issued` to be checked before')
  return {
    ...common,
    type: 'source',
    id,
    csl: { ...csl, issued: { 'date-parts': [parts] } } as Source['csl'],
    ...(fields.URL === undefined ? {} : { url: fields.URL }),
    ...(fields.DOI === undefined ? {} : { doi: fields.DOI }),
    checked,
  }
}

/** A map from its checked fields. */
export function buildMap(
  { id }: FileClass & { type: 'map' },
  fields: MapFields,
  matter: FrontMatter,
  common: Written,
): ArgumentMap {
  const { question, thesis, rival, source } = fields
  return {
    ...common,
    type: 'map',
    id,
    question,
    thesis,
    ...(rival === undefined ? {} : { rival }),
    ...(source === undefined ? {} : { source }),
    parts: fields.parts.map((part, index) => ({
      ...part,
      place: matter.locate(['parts', index, 'head'], 'value'),
    })),
  }
}

/** An outline from its checked fields and the assertions of its body. */
export function buildOutline(
  { map }: FileClass & { type: 'outline' },
  fields: OutlineFields,
  paragraphs: Outline['paragraphs'],
  common: Written,
): Outline {
  return {
    ...common,
    type: 'outline',
    map,
    ...(fields.source === undefined ? {} : { source: fields.source }),
    paragraphs,
  }
}

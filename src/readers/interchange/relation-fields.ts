import type { NodeId } from '../../core/id.ts'
import { relationKinds, type RelationKind } from '../../core/relation.ts'
import type { Link } from './material.ts'

/** A value of front matter. */
export type FieldValue =
  | string
  | number
  | boolean
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue | undefined }

/** The relations of one node as its front matter says them. */
export function relationFields(
  links: readonly Link[],
  ids: ReadonlyMap<string, NodeId>,
): Record<string, FieldValue | undefined> {
  const fields: Partial<Record<RelationKind, FieldValue[]>> = {}
  for (const link of links) {
    const there = (fields[link.kind] ??= [])
    there.push(target(link, (key) => ids.get(key) ?? key))
  }
  return Object.fromEntries(relationKinds.map((kind) => [kind, fields[kind]]))
}

function target(link: Link, idOf: (key: string) => string): FieldValue {
  const { because, weight } = link
  if (link.kind === 'undercuts') {
    return { from: idOf(link.to.from), to: idOf(link.to.to), because, weight }
  }
  const linked = link.kind === 'supports' ? link.linked : undefined
  const isPlain = because === undefined && weight === undefined && linked === undefined
  return isPlain ? idOf(link.to) : { to: idOf(link.to), because, weight, linked }
}

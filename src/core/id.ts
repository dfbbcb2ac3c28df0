import { distance } from 'fastest-levenshtein'

declare const brand: unique symbol

/** A string whose form was checked where it came in. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }

/** File name of a node without `.md`; one for the whole repository, for ever. */
export type NodeId = Branded<'NodeId'>
/** File name of a source without `.md`. */
export type SourceId = Branded<'SourceId'>
/** Folder name of a map. */
export type MapId = Branded<'MapId'>
/** `from>to`. No node id has `>`, so an edge id never equals a node id. */
export type EdgeId = Branded<'EdgeId'>

/** Lower-case kebab, 3 to 64 characters, starting with a letter, no doubled or final hyphen. */
export const idPattern = /^(?=.{3,64}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Names that are routes of the site or special to JavaScript, and so never ids. */
const reservedIds: ReadonlySet<string> = new Set([
  'constructor',
  'prototype',
  'index',
  'outline',
])

/** Whether a text has the form of an id. */
export function isId(text: string): boolean {
  return idPattern.test(text) && !reservedIds.has(text)
}

/** The id of the step from one node to another. */
export function edgeId(from: NodeId, to: NodeId): EdgeId {
  return `${from}>${to}` as EdgeId
}

/** The id of the edge by which a node undercuts a step. */
export function undercutId(from: NodeId, step: EdgeId): EdgeId {
  return `${from}>${step}` as EdgeId
}

/**
 * The known text nearest to what was written, by edits, where near enough that a reader would say
 * "of course": about a third of its length at most. Ties go to the first.
 */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const text = written.slice(0, 100)
  let best: string | undefined
  let bestDistance = Math.max(1, Math.round(text.length / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - text.length) >= bestDistance) continue
    const d = distance(text, candidate)
    if (d < bestDistance) {
      best = candidate
      bestDistance = d
    }
  }
  return best
}

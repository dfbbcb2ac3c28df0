import type { NodeKind } from '../core/document.ts'
import { writeContentFile, type Plain } from './content-file.ts'

/** Why and how much a draft bears on its target. */
interface Bearing {
  readonly because?: string | undefined
  /** How relevant it is to the target, 0 to 1. */
  readonly weight?: number | undefined
}

/** What a draft bears on: a node, or the step from one node to another. */
export type DraftRelation = Bearing &
  (
    | { readonly kind: 'supports' | 'rebuts' | 'refines' | 'answers'; readonly to: string }
    | { readonly kind: 'undercuts'; readonly to: { readonly from: string; readonly to: string } }
  )

/** A source of a draft: its id, or with the place in it. */
export type DraftSource = string | { readonly id: string; readonly at?: string | undefined }

/** A node that is not a file yet. */
export interface Draft {
  readonly map: string
  readonly id: string
  readonly kind: NodeKind
  readonly title: string
  readonly statement: string
  readonly relation?: DraftRelation | undefined
  readonly sources?: readonly DraftSource[] | undefined
  readonly caveat?: boolean | undefined
  readonly part?: string | undefined
  /** Markdown. */
  readonly body?: string | undefined
}

/** Tells editors which schema the front matter of a node has. */
export const nodeSchemaComment = 'yaml-language-server: $schema=../../.vscode/schemas/node.schema.json'

/**
 * The content file of a draft. Total: what is wrong with a draft is found by reading the file. The
 * path leads into `content/` only where `map` and `id` are ids; who writes to a disk asks `isId`.
 * `comments` stand above its fields.
 */
export function toDraft(
  draft: Draft,
  comments: readonly string[] = [nodeSchemaComment],
): {
  readonly path: string
  readonly text: string
} {
  const { map, id, kind, title, statement, relation, sources = [], caveat, part } = draft
  const fields = {
    kind,
    title,
    statement,
    part,
    caveat: caveat === true ? true : undefined,
    ...(relation === undefined ? {} : { [relation.kind]: [target(relation)] }),
    sources: sources.length === 0 ? undefined : sources.map(sourceItem),
  }
  const body = (draft.body ?? '').replace(/\r\n?/g, '\n').trim()
  return {
    path: `content/${map}/${id}.md`,
    text: writeContentFile(fields, body === '' ? '' : `\n${body}\n`, comments),
  }
}

function target({ to, because, weight }: DraftRelation): Plain {
  const bearing = { because, weight }
  if (typeof to !== 'string') return { ...to, ...bearing }
  return because === undefined && weight === undefined ? to : { to, ...bearing }
}

function sourceItem(source: DraftSource): Plain {
  if (typeof source === 'string' || source.at === undefined) {
    return typeof source === 'string' ? source : source.id
  }
  return { id: source.id, at: source.at }
}

import type { Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfm } from 'micromark-extension-gfm'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { math } from 'micromark-extension-math'
import type { Position } from 'unist'
import type { Body } from '../core/document.ts'
import type { Place } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'
import { findExcess } from './markup-limits.ts'

const mdastExtensions = [gfmFromMarkdown(), mathFromMarkdown()]
const whole: Options = { extensions: [gfm(), math()], mdastExtensions }
// Looking for bare addresses at every letter takes a third of the time, and few bodies have any.
const withoutAddresses: Options = {
  extensions: [gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem(), math()],
  mdastExtensions: [
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    mathFromMarkdown(),
  ],
}
const bareAddress = /@|www\.|https?:/i

const roots = new WeakMap<Body, Root>()

/**
 * The body as mdast. Lines and columns are those of the file, offsets those of the body. A body
 * with more markup than can be read (`findExcess`) is an empty root. A body is parsed once.
 */
export function parseBody(document: { readonly place: Place; readonly body: Body }): Root {
  const { body, place } = document
  const known = roots.get(body)
  if (known !== undefined) return known
  const root = findExcess(body, place.file).length > 0 ? emptyRoot() : parse(body)
  roots.set(body, root)
  return root
}

/** As `parseBody`, with the reasons where the body is not parsed. */
export function readBody(body: Body, file: string): { root: Root; excess: Problem[] } {
  const excess = findExcess(body, file)
  const root = excess.length > 0 ? emptyRoot() : parse(body)
  roots.set(body, root)
  return { root, excess }
}

function parse(body: Body): Root {
  const { markdown } = body
  const root = fromMarkdown(markdown, bareAddress.test(markdown) ? whole : withoutAddresses)
  if (body.line > 1) moveDown(root, body.line - 1)
  return root
}

interface Positioned {
  readonly position?: Position | undefined
  readonly children?: readonly Positioned[]
}

function moveDown(node: Positioned, lines: number): void {
  if (node.position !== undefined) {
    node.position.start.line += lines
    node.position.end.line += lines
  }
  for (const child of node.children ?? []) moveDown(child, lines)
}

function emptyRoot(): Root {
  return { type: 'root', children: [] }
}

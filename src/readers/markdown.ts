import type { Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import type { Position } from 'unist'
import type { Body } from '../core/document.ts'
import type { Place } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'
import { findExcess } from './markup-limits.ts'

const options: Options = {
  extensions: [gfm(), math()],
  mdastExtensions: [gfmFromMarkdown(), mathFromMarkdown()],
}

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
  const root = fromMarkdown(body.markdown, options)
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

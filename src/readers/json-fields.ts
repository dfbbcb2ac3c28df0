import { shown } from '../core/catalogue/entry.ts'
import type { Reading } from './framework.ts'
import type { JsonTree } from './json-tree.ts'

/** The fields of an object by name; where there is none a fault says what was expected. */
export function fieldsOf(
  reading: Reading,
  tree: JsonTree,
  wish: string,
): ReadonlyMap<string, JsonTree> | undefined {
  if (tree.kind === 'object') return tree.fields
  reading.fault(tree.at, `Unexpected ${worded(tree)}, expected ${wish}.`)
  return undefined
}

/** The items of a list; where there is none a fault says what was expected. */
export function itemsOf(reading: Reading, tree: JsonTree, wish: string): readonly JsonTree[] {
  if (tree.kind === 'list') return tree.items
  reading.fault(tree.at, `Unexpected ${worded(tree)}, expected ${wish}.`)
  return []
}

/** A text that is not empty. */
export function nameOf(tree: JsonTree): string | undefined {
  return tree.kind === 'value' && typeof tree.value === 'string' && tree.value !== ''
    ? tree.value
    : undefined
}

/** A finite number. */
export function numberOf(tree: JsonTree): number | undefined {
  return tree.kind === 'value' && Number.isFinite(tree.value) ? (tree.value as number) : undefined
}

/** A value as a sentence names it. */
export function worded(tree: JsonTree): string {
  if (tree.kind === 'list') return `list of ${tree.items.length}`
  if (tree.kind === 'object') return 'object'
  return typeof tree.value === 'string' ? `text ${shown(tree.value)}` : `\`${String(tree.value)}\``
}

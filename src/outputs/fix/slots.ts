import type { Document } from '../../core/document.ts'
import { relationKinds } from '../../core/relation.ts'
import type { Named } from './known.ts'

/** A place in front matter that names something. */
export interface Slot {
  readonly path: readonly (string | number)[]
  readonly names: Named
  readonly value: string
}

type Data = Readonly<Record<string, unknown>>

/** Fields that are lists, though there is often but one thing to be put in them. */
export const listFields: readonly { readonly path: readonly string[]; readonly names: Named }[] = [
  ...relationKinds.map((kind) => ({ path: [kind], names: 'node' as const })),
  { path: ['sources'], names: 'source' },
  { path: ['withdrawn', 'see'], names: 'node' },
]

/** Every text of front matter that names something, whether or not it is right. */
export function slotsOf(data: Data, type: Document['type']): readonly Slot[] {
  const found: Slot[] = []
  const add = (names: Named, ...path: (string | number)[]): void => {
    const value = valueAt(data, path)
    if (typeof value === 'string') found.push({ path, names, value })
  }
  if (type === 'node') addOfNode(data, add)
  if (type === 'source') add('reading', 'checked', 'how')
  if (type === 'map' || type === 'outline') add('source', 'source')
  if (type === 'map') {
    add('node', 'thesis')
    add('node', 'rival')
    itemsOf(data['parts']).forEach((_, index) => add('node', 'parts', index, 'head'))
  }
  return found
}

function addOfNode(data: Data, add: (names: Named, ...path: (string | number)[]) => void): void {
  add('kind', 'kind')
  add('part', 'part')
  add('experiment', 'experiment', 'id')
  add('preset', 'experiment', 'preset')
  add('node', 'withdrawn', 'merged-into')
  for (const { path, names } of listFields) {
    itemsOf(valueAt(data, path)).forEach((_, index) => {
      add(names, ...path, index)
      for (const field of names === 'source' ? ['id'] : ['from', 'to']) {
        add(names, ...path, index, field)
      }
    })
  }
}

/** A value of front matter by its path; undefined where there is none. */
export function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

import { isId, type NodeId } from '../../core/id.ts'
import { slug } from '../path.ts'
import type { Given } from './material.ts'

const longestId = 64
const mostWords = 8

/** Gives every statement an id that no other has. */
export class IdGiver {
  readonly #used: Set<string>
  /** The next number to try after an id. */
  readonly #next = new Map<string, number>()

  constructor(taken: ReadonlySet<string>) {
    this.#used = new Set(taken)
  }

  /**
   * Ids by key: the name where it is an id, else words of the name or the text, else `statement-1`.
   * What is taken gets a number. Names that are free ids come first, so that they stay.
   */
  give(nodes: readonly Given[]): ReadonlyMap<string, NodeId> {
    const ids = new Map<string, NodeId>()
    for (const { key, name } of nodes) {
      if (name !== undefined && isId(name) && !this.#used.has(name)) ids.set(key, this.#free(name))
    }
    for (const node of nodes) if (!ids.has(node.key)) ids.set(node.key, this.#free(wish(node)))
    return ids
  }

  #free(wanted: string): NodeId {
    let id = wanted
    while (this.#used.has(id)) {
      const number = this.#next.get(wanted) ?? 2
      this.#next.set(wanted, number + 1)
      const end = `-${String(number)}`
      id = `${wanted.slice(0, longestId - end.length).replace(/-$/, '')}${end}`
    }
    this.#used.add(id)
    return id as NodeId
  }
}

function wish({ name, own, text }: Given): string {
  if (name !== undefined && isId(name)) return name
  const label = name !== undefined && /\p{L}/u.test(name) ? name : (own.title ?? text)
  return slug(words(label)) ?? slug(words(text)) ?? 'statement-1'
}

function words(text: string): string {
  return text.trim().split(/\s+/, mostWords).join(' ')
}

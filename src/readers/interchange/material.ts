import type { RelationKind } from '../../core/relation.ts'
import type { NodeFields } from '../schemas/node.ts'

/** Characters that a file of another format may have. */
export const largestImport = 2 ** 20

/** What our own exports write beside what the format has, by the names of fields. */
export type OwnFields = Pick<
  NodeFields,
  'kind' | 'title' | 'part' | 'caveat' | 'credence' | 'credence-because' | 'sources' | 'experiment'
>

/** A statement of another format. */
export interface Given {
  /** What tells it from others of the file. */
  readonly key: string
  /** Its title or id in the file, if it has one. */
  readonly name?: string
  readonly text: string
  readonly own: Partial<OwnFields>
  /** Markdown of our own. */
  readonly body?: string
  /** Plain sentences on what has no field, for the body. */
  readonly notes: readonly string[]
  readonly place: string
}

interface Bearing {
  readonly from: string
  readonly because?: string
  readonly weight?: number
}

/** A relation of another format in our words, its ends as keys. */
export type Link = Bearing &
  (
    | { readonly kind: 'supports'; readonly to: string; readonly linked?: string }
    | { readonly kind: Exclude<RelationKind, 'supports' | 'undercuts'>; readonly to: string }
    | { readonly kind: 'undercuts'; readonly to: { readonly from: string; readonly to: string } }
  )

/** A sentence on something of the file, and where it stands: `line 3`, `node 57`. */
export interface Remark {
  readonly place: string
  readonly sentence: string
}

/** What a file of another format says. Every thing found in it is carried or left out, never both. */
export interface Material {
  readonly title?: string
  readonly question?: string
  readonly nodes: readonly Given[]
  readonly links: readonly Link[]
  readonly found: number
  readonly carried: number
  readonly left: readonly Remark[]
  /** What is carried and not as it was. */
  readonly changed: readonly Remark[]
}

/** A file that cannot be read at all, with a sentence why. */
export interface Unreadable {
  readonly unreadable: string
}

/** Says that a text is larger than `largestImport`. */
export function tooLarge({ length }: { readonly length: number }): Unreadable {
  const most = String(largestImport)
  return { unreadable: `Unexpected ${String(length)} characters, expected at most ${most}.` }
}

/** Keeps count of the things of a file: each is found once and then carried or left out. */
export class Ledger {
  #found = 0
  #carried = 0
  readonly #left: Remark[] = []
  readonly #changed: Remark[] = []

  /** Counts things that are in the file. */
  find(count: number): void {
    this.#found += count
  }

  carry(count = 1): void {
    this.#carried += count
  }

  leave(place: string, sentence: string): void {
    this.#left.push({ place, sentence })
  }

  change(place: string, sentence: string): void {
    this.#changed.push({ place, sentence })
  }

  close(): Pick<Material, 'found' | 'carried' | 'left' | 'changed'> {
    return {
      found: this.#found,
      carried: this.#carried,
      left: this.#left,
      changed: this.#changed,
    }
  }
}

/** Relations without those that cannot be written: twice the same, or from a node to itself. */
export class Links {
  readonly #links = new Map<string, Link>()

  /** Why a relation could not be added, else undefined. */
  add(link: Link): string | undefined {
    const { kind, from, to } = link
    const isSelf = typeof to === 'string' ? from === to : from === to.from
    if (isSelf) return 'leads from a statement to itself'
    const key = JSON.stringify([kind, from, to])
    if (this.#links.has(key)) return 'says again what another says'
    this.#links.set(key, link)
    return undefined
  }

  /** The steps from a node: its supports and rebuttals. */
  stepsFrom(from: string): readonly { readonly from: string; readonly to: string }[] {
    return this.all().flatMap((link) =>
      (link.kind === 'supports' || link.kind === 'rebuts') && link.from === from
        ? [{ from, to: link.to }]
        : [],
    )
  }

  all(): readonly Link[] {
    return [...this.#links.values()]
  }
}

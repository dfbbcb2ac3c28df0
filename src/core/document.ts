import type { MapId, NodeId, SourceId } from './id.ts'
import type { Place } from './place.ts'
import type { Relation } from './relation.ts'

export const nodeKinds = ['claim', 'evidence', 'counterargument', 'question'] as const
export type NodeKind = (typeof nodeKinds)[number]

/** A file of `content/` as text; `path` is relative to the repository, with `/`. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** A body as written. `readers/markdown.ts` turns it into mdast with positions of the file. */
export interface Body {
  readonly markdown: string
  /** Line of the file on which `markdown` starts, from 1. */
  readonly line: number
}

/** A link from a body to another content file. */
export interface Mention {
  /** The path it means, relative to the repository, without fragment. */
  readonly path: string
  /** As written. */
  readonly href: string
  readonly place: Place
}

/** A number in a body that is bound to the result of an experiment. */
export interface BoundFigure {
  /** The file of the result, relative to the repository. */
  readonly path: string
  /** The JSON pointer in it. */
  readonly pointer: string
  /** The number as written. */
  readonly text: string
  readonly place: Place
}

interface Written {
  readonly title: string
  /** The whole file, for what concerns it as a whole: line 1. */
  readonly place: Place
  /** Where single fields stand, by name: `statement`, `title`, `credence` … */
  readonly places: Readonly<Record<string, Place>>
  readonly body: Body
  readonly mentions: readonly Mention[]
  readonly figures: readonly BoundFigure[]
  /** Words of running text in the body. */
  readonly words: number
  /** Whether the running text or the statement gives a number in digits. */
  readonly givesNumbers: boolean
}

/** A source that a node rests on. */
export interface SourceRef {
  readonly id: string
  /** Where in it: a page, a section, a table. */
  readonly at?: string
  readonly quote?: string
  readonly place: Place
}

/** The run that a piece of evidence rests on and what it must show. */
export interface ExperimentRef {
  readonly id: string
  readonly preset: string
  /** Bounds by the name of a measure. */
  readonly expect: Readonly<Record<string, Expectation>>
  readonly place: Place
  /** Where the preset is named, or the id where it is not. */
  readonly presetPlace: Place
}

/** What a measure has to be: from `min` to `max`, one of which may be open. */
export interface Expectation {
  readonly min?: number
  readonly max?: number
  readonly place: Place
}

/** Why and when a node left the argument; its page stays. */
export interface Withdrawal {
  /** `YYYY-MM-DD` */
  readonly on: string
  readonly reason: string
  /** Nodes that take its place, or that a reader of it will look for. */
  readonly see: readonly Reference[]
  /** The node that says what this one said, to which its address leads. */
  readonly mergedInto?: Reference
}

/** A node that is named by its id, and where. */
export interface Reference {
  readonly id: string
  readonly place: Place
}

/** A node of the argument. */
export interface ArgumentNode extends Written {
  readonly type: 'node'
  readonly kind: NodeKind
  readonly id: NodeId
  readonly map: MapId
  readonly statement: string
  /** Whether the essay itself makes this counterargument. */
  readonly caveat: boolean
  /** The part of the map, where it is not that of what the node bears on. */
  readonly part?: string
  /** An editor's base score, 0 to 1; absent means 0.5. */
  readonly credence?: number
  readonly credenceBecause?: string
  readonly relations: readonly Relation[]
  readonly sources: readonly SourceRef[]
  readonly experiment?: ExperimentRef
  readonly withdrawn?: Withdrawal
}

/** A person or body in the CSL-JSON form. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
  readonly suffix?: string
  readonly 'non-dropping-particle'?: string
}

/** How far somebody read a source. */
export const readings = ['primary', 'abstract', 'secondary', 'unread'] as const
export type Reading = (typeof readings)[number]

/** What a node may rest on; `csl` has the CSL-JSON variables as written, `issued` as date parts. */
export interface Source extends Written {
  readonly type: 'source'
  readonly id: SourceId
  readonly csl: {
    readonly type: string
    readonly title: string
    readonly author: readonly CslName[]
    readonly issued: { readonly 'date-parts': readonly (readonly number[])[] }
    readonly [variable: string]: unknown
  }
  readonly url?: string
  readonly doi?: string
  readonly checked: { readonly how: Reading; readonly where: string }
}

/** A part of a map: one of the essay's arguments, its caveats, what lies beyond it. */
export interface MapPart {
  readonly id: string
  readonly title: string
  /** What the part is called in the essay: "Argument 1". */
  readonly label: string
  /** The node a reader meets first. */
  readonly head: string
  readonly summary: string
  readonly place: Place
}

/** A map: the nodes of one folder around one thesis. */
export interface ArgumentMap extends Written {
  readonly type: 'map'
  readonly id: MapId
  readonly question: string
  readonly thesis: string
  readonly rival?: string
  /** The source that is the essay. */
  readonly source?: string
  readonly parts: readonly MapPart[]
}

/** One assertion of the essay in our words, with the nodes that carry it. */
export interface OutlineSentence {
  /** Its label: `S4a`. */
  readonly label: string
  readonly text: string
  readonly carriers: readonly { readonly id: string; readonly place: Place }[]
  readonly place: Place
}

/** The essay's assertions in order. */
export interface Outline extends Written {
  readonly type: 'outline'
  readonly map: MapId
  readonly source?: string
  readonly paragraphs: readonly {
    readonly heading: string
    readonly sentences: readonly OutlineSentence[]
  }[]
}

export type Document = ArgumentNode | Source | ArgumentMap | Outline

import type { NodeKind } from '../../core/document.ts'
import type { VerdictLabel } from '../../core/experiment-result.ts'
import type { RelationKind } from '../../core/relation.ts'
import type { Severity } from '../../core/problem.ts'
import type { Label } from '../labels/labelling.ts'

/**
 * What one state of the content has otherwise than another, as plain data that JSON carries. Every
 * list is complete and in order; texts of strangers are cut at `longestText`.
 */
export interface Comparison extends ComparisonLists {
  /** Titles of all nodes that the lists name, by id. */
  readonly titles: Readonly<Record<string, string>>
  readonly drawing: Drawing
  /** How many entries a list had besides those that are there, where it was cut. */
  readonly leftOut?: Readonly<Partial<Record<ListName, number>>>
}

export interface ComparisonLists {
  /** The thesis and the rival of every map, also where nothing of them changed. */
  readonly topics: readonly Topic[]
  /** Other nodes and steps whose label or strength changed: labels first, then by size. */
  readonly moved: readonly Moved[]
  readonly added: readonly AddedNode[]
  readonly changed: readonly ChangedNode[]
  readonly withdrawn: readonly WithdrawnNode[]
  /** Nodes that were withdrawn and are back. */
  readonly resurrected: readonly NodeRef[]
  /** Nodes whose file is gone. */
  readonly removed: readonly RemovedNode[]
  readonly edgesAdded: readonly EdgeRef[]
  readonly edgesChanged: readonly ChangedEdge[]
  readonly edgesRemoved: readonly EdgeRef[]
  /** Objections to which nothing answers, and that were answered or not there before. */
  readonly unanswered: readonly Objection[]
  /** Objections that something answers now. */
  readonly answered: readonly NodeRef[]
  /** Relations that were judged against another wording, and were not so before. */
  readonly suspect: readonly EdgeRef[]
  /** Pairs of which one is new or newly worded and that say nearly the same, or its denial. */
  readonly alike: readonly AlikePair[]
  /** Hosts that links and sources lead to and did not before. */
  readonly domains: readonly NewDomain[]
  readonly measures: readonly MovedMeasure[]
  readonly verdicts: readonly MovedVerdict[]
  readonly figures: readonly MovedFigure[]
  readonly files: readonly ChangedFile[]
  readonly problemsNew: readonly ProblemRef[]
  readonly problemsFixed: readonly ProblemRef[]
  /** Files that could not be read, and so were not compared. */
  readonly unreadBefore: readonly string[]
  readonly unreadAfter: readonly string[]
}

export type ListName = keyof ComparisonLists

export interface NodeRef {
  readonly id: string
}

/** Where a node or step stands; strengths are from 0 to 1 and missing where there is no number. */
export interface Standing {
  readonly label: Label
  readonly strength?: number
  /** The least and the greatest over the formulas. */
  readonly lowest?: number
  readonly highest?: number
}

/** A node, or a step `from>to`; a side on which it does not take part is missing. */
export interface Moved {
  readonly id: string
  readonly before?: Standing
  readonly after?: Standing
}

export interface Topic extends Moved {
  readonly map: string
  readonly role: 'thesis' | 'rival'
  /** The node that had the role before, where it was another. */
  readonly was?: string
}

export interface AddedNode extends NodeRef {
  readonly kind: NodeKind
  readonly file: string
  readonly statement: string
  readonly standing?: Standing
}

/** A text before and after. */
export interface Turn {
  readonly before: string
  readonly after: string
}

/** Words that are in both texts, in the new one alone, or in the old one alone. */
export interface WordRun {
  readonly is: 'same' | 'added' | 'removed'
  readonly text: string
}

export const nodeFields = [
  'statement', 'title', 'kind', 'credence', 'credence-because', 'caveat', 'part', 'sources',
  'experiment', 'withdrawn', 'body', 'map',
] as const
export type NodeField = (typeof nodeFields)[number]

export interface ChangedNode extends NodeRef {
  readonly fields: readonly NodeField[]
  readonly statement?: readonly WordRun[]
  readonly title?: Turn
  readonly kind?: Turn
  readonly credence?: { readonly before?: number; readonly after?: number }
  /** Words of the body that came and went; missing where it was rewritten. */
  readonly body?: { readonly added: number; readonly removed: number }
}

export interface WithdrawnNode extends NodeRef {
  readonly reason: string
  readonly see: readonly string[]
  /** The node that it was merged into, as its file has it. */
  readonly mergedInto?: string
}

export interface RemovedNode extends NodeRef {
  readonly file: string
}

/** An edge by its id, `from>to` or `from>a>b`. */
export interface EdgeRef {
  readonly id: string
  readonly kind: RelationKind
}

export interface ChangedEdge extends EdgeRef {
  readonly was?: RelationKind
  readonly because?: readonly WordRun[]
  readonly weight?: { readonly before: number; readonly after: number }
  /** The premises with which it counts together are others. */
  readonly linked?: true
}

export interface Objection extends NodeRef {
  readonly isNew: boolean
}

export interface AlikePair extends NodeRef {
  readonly other: string
  readonly kind: 'same' | 'opposite'
  /** How alike, from 0 to 1. */
  readonly score: number
}

export interface NewDomain {
  readonly host: string
  readonly file: string
}

/** A measure of a published result; a side on which it is not there is missing. */
export interface MovedMeasure {
  readonly file: string
  readonly name: string
  readonly before?: Amount
  readonly after?: Amount
  /** The result says that the run is the same, so the number was written by hand. */
  readonly isByHand: boolean
}

export interface Amount {
  readonly value: number
  readonly halfWidth?: number
}

export interface MovedVerdict {
  readonly file: string
  readonly before: VerdictLabel
  readonly after: VerdictLabel
}

/** A number in prose that is bound to a result. */
export interface MovedFigure extends Turn {
  readonly file: string
  readonly result: string
  readonly pointer: string
}

/** A source, map, outline or result. */
export interface ChangedFile {
  readonly file: string
  readonly is: 'added' | 'changed' | 'removed'
}

export interface ProblemRef {
  readonly code: string
  readonly severity: Severity
  readonly file: string
  readonly line: number
  readonly message: string
}

export type Mark = 'new' | 'changed' | 'withdrawn' | 'removed'

/** The nodes that changed and what is one step around; empty where there is none or too much. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  /** Nodes that belong to it and for which there was no room. */
  readonly leftOut: number
}

export interface DrawnNode extends NodeRef {
  readonly kind: NodeKind
  readonly caveat: boolean
  readonly mark?: Mark
}

export interface DrawnEdge extends EdgeRef {
  readonly linked?: string
}

export const longestText = 500

/** A text of strangers as it may stand in a comparison. */
export function cutText(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1).toWellFormed()}…`
}

import type { IArgument, IEquivalenceClass, IInference, IRelation } from '@argdown/core'

export type Statement = IEquivalenceClass
export type Argument = IArgument
export type Relation = IRelation
export type Inference = IInference

/** The premises of one inference and its conclusion, by the titles of statements. */
export interface ReadInference {
  readonly argument: Argument
  readonly inference: Inference
  readonly premises: readonly string[]
  readonly conclusion: string
  /** Whether the author says which statements it uses. */
  readonly isSaid: boolean
  readonly line: number
}

/**
 * The inferences of a premise-conclusion structure in order. One uses the statements whose numbers
 * its metadata names (`uses`), else all since the one before and the conclusion of that.
 */
export function inferencesOf(argument: Argument): readonly ReadInference[] {
  const found: ReadInference[] = []
  let since: string[] = []
  for (const [index, statement] of argument.pcs.entries()) {
    const title = statement.title ?? ''
    const { inference } = statement as { inference?: Inference }
    if (inference === undefined) {
      since.push(title)
      continue
    }
    const named = usesOf(inference).flatMap((number) =>
      number <= index ? (argument.pcs[number - 1]?.title ?? []) : [],
    )
    const line = inference.startLine ?? 1
    const premises = [...new Set(named.length > 0 ? named : since)]
    found.push({ argument, inference, premises, conclusion: title, isSaid: named.length > 0, line })
    since = [title]
  }
  return found
}

function usesOf({ data }: Inference): readonly number[] {
  const uses = (data as { uses?: unknown } | undefined)?.uses
  return Array.isArray(uses) ? uses.filter((each) => Number.isInteger(each) && each > 0) : []
}

interface Member {
  readonly text?: string
  readonly startLine?: number
  readonly isReference?: boolean
  readonly ranges?: readonly { readonly type: string; readonly url?: string }[]
}

/** The wordings of a statement or description of an argument, each once, in order. */
export function wordings({ members }: { readonly members: readonly Member[] }): readonly string[] {
  const texts = members.map(({ text }) => (text ?? '').replace(/\s+/g, ' ').trim())
  return [...new Set(texts.filter((text) => text !== ''))]
}

/** Addresses that a text leads to: the text alone is carried. */
export function addresses({ members }: { readonly members: readonly Member[] }): readonly string[] {
  return members.flatMap(({ ranges }) => (ranges ?? []).flatMap(({ url }) => url ?? []))
}

/** Where a statement or argument first stands. */
export function lineOf({ members }: { readonly members: readonly Member[] }): string {
  return `line ${String(members[0]?.startLine ?? 1)}`
}

/** The key of a statement or argument among all. */
export function keyOf({ type, title }: { readonly type: string; readonly title?: string }): string {
  return `${type === 'argument' ? 'argument' : 'statement'} ${title ?? ''}`
}

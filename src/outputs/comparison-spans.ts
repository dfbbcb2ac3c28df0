import type {
  Amount,
  EdgeRef,
  Moved,
  Standing,
  WordRun,
} from '../analysis/compare/comparison.ts'
import type { RelationKind } from '../core/relation.ts'
import { relationWords } from '../core/relation.ts'
import { fixed } from './analysis-numbers.ts'
import { labelPhrases } from './analysis-words.ts'

/** A piece of a line: words of ours as they are, all else by what it is. */
export type Span =
  | string
  /** A node, by its title. */
  | { readonly node: string }
  /** Words of strangers. */
  | { readonly text: string }
  /** A name: a file, a host, a measure. */
  | { readonly name: string }
  | { readonly strong: string }
  | { readonly added: string }
  | { readonly removed: string }
  | { readonly code: string }

export type Line = readonly Span[]

/** Lines under a heading, most important first. */
export interface Section {
  readonly title: string
  readonly lines: readonly Line[]
  /** How many more lines there would be. */
  readonly leftOut: number
}

/** An edge by its ends: "A supports B", "A undercuts the step from B to C". */
export function edgeSpans({ id, kind }: EdgeRef): Line {
  const [from = '', to = '', end] = id.split('>')
  const ends: Line =
    end === undefined
      ? [{ node: to }]
      : ['the step from ', { node: to }, ' to ', { node: end }]
  return [{ node: from }, ` ${verb(kind)} `, ...ends]
}

/** A node, or the step from one to another. */
export function placeSpans(id: string): Line {
  const [from = '', to] = id.split('>')
  if (to === undefined) return [{ node: from }]
  return ['the step from ', { node: from }, ' to ', { node: to }]
}

export function verb(kind: RelationKind): string {
  return relationWords[kind].forward
}

/** Texts word by word, what went and what came marked. */
export function wordSpans(runs: readonly WordRun[]): Line {
  return runs.map(({ is, text }): Span => {
    if (is === 'same') return { text }
    return is === 'added' ? { added: text } : { removed: text }
  })
}

/** A text that was replaced by another. */
export function turnSpans(before: string, after: string): Line {
  return [
    ...(before === '' ? [] : [{ removed: before }, ' ']),
    after === '' ? 'nothing' : { added: after },
  ]
}

/** Strength, its band, and label: "0.62 (0.55 to 0.70 over the formulas), contested". */
export function standingWords(standing: Standing | undefined): string {
  if (standing === undefined) return 'not part of the argument'
  const { label, strength, lowest, highest } = standing
  const number = strength === undefined ? [] : [`${fixed(strength)}${band(lowest, highest)}`]
  return [...number, labelPhrases[label]].join(', ')
}

function band(lowest = 0, highest = 0): string {
  const isWide = highest - lowest >= 0.005
  return isWide ? ` (${fixed(lowest)} to ${fixed(highest)} over the formulas)` : ''
}

/** How strength and label moved: "0.62 → 0.55, no open objection → contested". */
export function movedWords({ before, after }: Moved): string {
  if (before === undefined || after === undefined) {
    return `${standingWords(before)} → ${standingWords(after)}`
  }
  const numbers = [before.strength, after.strength]
  const strength = numbers.every((each) => each === undefined) ? [] : [strengthTurn(before, after)]
  const label =
    before.label === after.label
      ? labelPhrases[after.label]
      : `${labelPhrases[before.label]} → ${labelPhrases[after.label]}`
  return [...strength, label].join(', ')
}

function strengthTurn(before: Standing, after: Standing): string {
  const [from, to] = [fixedOrNone(before.strength), fixedOrNone(after.strength)]
  const turn = from === to ? to : `${from} → ${to}`
  return `${turn}${band(after.lowest, after.highest)}`
}

function fixedOrNone(strength: number | undefined): string {
  return strength === undefined ? 'no number' : fixed(strength)
}

/** A measure with its half-width, to five digits. */
export function amountWords(amount: Amount | undefined): string {
  if (amount === undefined) return 'nothing'
  const { value, halfWidth } = amount
  const width = halfWidth === undefined ? '' : ` ± ${digits(halfWidth)}`
  return `${digits(value)}${width}`
}

function digits(value: number): string {
  return String(Number(value.toPrecision(5)))
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { indexStatements, type Alike } from '../../src/analysis/near-duplicates.ts'
import { root } from '../setup/run.mjs'

/** Two sentences and what a person says of them. */
export interface LabelledPair {
  readonly label: 'same' | 'opposite' | 'different'
  /** How the second was made from the first. */
  readonly kind: string
  readonly a: string
  readonly b: string
}

/** The half that the method was made with, and the half that it was not. */
export type Half = 'development' | 'held out'

/** Right answers over those given, and over those there are. */
export interface Quality {
  readonly precision: number
  readonly recall: number
  readonly given: number
}

export interface PairFigures {
  readonly same: Quality
  readonly opposite: Quality
  /**
   * How often the other sentence of a pair is among the first three that are found for one, in an
   * index of the half and `others`; pairs on different topics are left aside.
   */
  readonly suggested: number
}

/** The pairs of a half: of the lines of `pairs.tsv` the first, third and so on, or the others. */
export function labelledPairs(half: Half): readonly LabelledPair[] {
  const text = readFileSync(path.join(root, 'test/analysis/near-duplicates/pairs.tsv'), 'utf8')
  const lines = text.trimEnd().split('\n').slice(1)
  return lines
    .filter((_, i) => i % 2 === (half === 'development' ? 0 : 1))
    .map((line) => {
      const [label, kind = '', a = '', b = ''] = line.split('\t')
      if (label !== 'same' && label !== 'opposite' && label !== 'different') {
        throw new RangeError(`Unexpected label ${String(label)} in pairs.tsv`)
      }
      return { label, kind, a, b }
    })
}

/** What the search says of two sentences. */
export function verdictOf(a: string, b: string): Alike['kind'] | undefined {
  return indexStatements([{ id: 'b', statement: b }]).alike(a)[0]?.kind
}

/** Precision and recall of the search over pairs. */
export function measurePairs(
  pairs: readonly LabelledPair[],
  others: readonly string[] = [],
): PairFigures {
  const verdicts = pairs.map(({ a, b }) => verdictOf(a, b))
  const related = pairs.filter(({ kind }) => kind !== 'topic')
  const index = indexStatements([
    ...related.map(({ b }, i) => ({ id: `pair-${i}`, statement: b })),
    ...others.map((statement, i) => ({ id: `other-${i}`, statement })),
  ])
  const met = related.filter(({ a }, i) => index.alike(a).some(({ id }) => id === `pair-${i}`))
  return {
    same: qualityOf('same', pairs, verdicts),
    opposite: qualityOf('opposite', pairs, verdicts),
    suggested: met.length / related.length,
  }
}

function qualityOf(
  label: 'same' | 'opposite',
  pairs: readonly LabelledPair[],
  verdicts: readonly (Alike['kind'] | undefined)[],
): Quality {
  const given = verdicts.filter((verdict) => verdict === label).length
  const right = pairs.filter((pair, i) => pair.label === label && verdicts[i] === label).length
  const all = pairs.filter((pair) => pair.label === label).length
  return {
    precision: given === 0 ? 0 : right / given,
    recall: right / all,
    given,
  }
}

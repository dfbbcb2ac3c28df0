import type { Document } from '../../core/document.ts'
import { measuresOf, tellable, type Measure, type PublishedResult } from '../../core/experiment-result.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { allDocuments } from '../rule.ts'
import { cutText, type Amount, type ComparisonLists, type MovedFigure, type MovedMeasure } from './comparison.ts'

/** Published measures and verdicts that are others, and numbers in prose that were rewritten. */
export function compareFigures(
  before: KnowledgeBase,
  after: KnowledgeBase,
): Pick<ComparisonLists, 'measures' | 'verdicts' | 'figures'> {
  const both = [...after.results].flatMap(([file, result]) => {
    const old = before.results.get(file)
    return old === undefined ? [] : [{ file, old, result }]
  })
  return {
    measures: both.flatMap(({ file, old, result }) => compareMeasures(file, old, result)),
    verdicts: both.flatMap(({ file, old, result }) => {
      const [from, to] = [tellable(old), tellable(result)]
      return from === to ? [] : [{ file: cutText(file), before: from, after: to }]
    }),
    figures: compareWritten(before, after),
  }
}

function compareMeasures(
  file: string,
  old: PublishedResult,
  result: PublishedResult,
): readonly MovedMeasure[] {
  const [was, is] = [measuresOf(old, 'published') ?? {}, measuresOf(result, 'published') ?? {}]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().flatMap((name) => {
    const [from, to] = [amountOf(was, name), amountOf(is, name)]
    if (from?.value === to?.value && from?.halfWidth === to?.halfWidth) return []
    return [
      {
        file: cutText(file),
        name: cutText(name),
        ...(from === undefined ? {} : { before: from }),
        ...(to === undefined ? {} : { after: to }),
        isByHand: old.digest === result.digest,
      },
    ]
  })
}

function amountOf(measures: Readonly<Record<string, Measure>>, name: string): Amount | undefined {
  if (!Object.hasOwn(measures, name)) return undefined
  const { value, halfWidth } = measures[name] as Measure
  return { value, ...(halfWidth === undefined ? {} : { halfWidth }) }
}

function compareWritten(before: KnowledgeBase, after: KnowledgeBase): readonly MovedFigure[] {
  const was = new Map([...allDocuments(before)].flatMap(writtenIn))
  return [...allDocuments(after)].flatMap(writtenIn).flatMap(([key, figure]) => {
    const old = was.get(key)
    if (old === undefined || old.text === figure.text) return []
    const { file, path, pointer, text } = figure
    const turn = { before: cutText(old.text), after: cutText(text) }
    return [{ file: cutText(file), result: cutText(path), pointer: cutText(pointer), ...turn }]
  })
}

interface Written {
  readonly file: string
  readonly path: string
  readonly pointer: string
  readonly text: string
}

/** The figures of a document, each by what it is bound to and the how manieth of these it is. */
function writtenIn({ figures }: Document): readonly (readonly [key: string, figure: Written])[] {
  const seen = new Map<string, number>()
  return figures.map(({ path, pointer, text, place: { file } }) => {
    const name = JSON.stringify([file, path, pointer])
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return [`${name} ${count}`, { file, path, pointer, text }]
  })
}

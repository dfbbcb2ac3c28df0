import type {
  ChangedEdge,
  ChangedNode,
  Comparison,
  ComparisonLists,
  ListName,
  ProblemRef,
} from '../analysis/compare/comparison.ts'
import { visible } from '../core/catalogue/entry.ts'
import { fixed, signed } from './analysis-numbers.ts'
import {
  amountWords,
  edgeSpans,
  movedWords,
  placeSpans,
  standingWords,
  turnSpans,
  verb,
  wordSpans,
  type Line,
  type Section,
} from './comparison-spans.ts'

type Writers = { readonly [Name in ListName]: (entry: ComparisonLists[Name][number]) => Line }

/** What is said of one entry of each list. */
const writers: Writers = {
  topics: (topic) => {
    const change = movedWords(topic)
    return [topic.role === 'thesis' ? 'Thesis ' : 'Rival ', { node: topic.id }, `: ${change}`]
  },
  moved: (moved) => {
    const [from, to] = [moved.before?.strength, moved.after?.strength]
    const by = from === undefined || to === undefined ? '' : ` (${signed(to - from)})`
    return [...placeSpans(moved.id), `: ${movedWords(moved)}${by}`]
  },
  added: ({ id, kind, statement, standing }) => [
    { strong: kind },
    ' ',
    { node: id },
    ': ',
    { text: statement },
    standing === undefined ? '' : ` (${standingWords(standing)})`,
  ],
  changed: changedNodeLine,
  withdrawn: ({ id, reason, see, mergedInto }) => [
    { node: id },
    ...(mergedInto === undefined ? [] : [', merged into ', { node: mergedInto }]),
    ': ',
    { text: reason },
    ...(see.length === 0 ? [] : [' See ']),
    ...see.flatMap((other, at) => [...(at === 0 ? [] : [', ']), { node: other }]),
  ],
  resurrected: ({ id }) => [{ node: id }, ' was withdrawn and is part of the argument again'],
  removed: ({ id, file }) => [{ node: id }, ': ', { name: file }, ' is gone; ids are for ever'],
  edgesAdded: edgeSpans,
  edgesChanged: changedEdgeLine,
  edgesRemoved: edgeSpans,
  unanswered: ({ id, isNew }) => [{ node: id }, isNew ? ' (new)' : ' lost its answer'],
  answered: ({ id }) => [{ node: id }],
  suspect: edgeSpans,
  alike: ({ id, other, kind, score }) => [
    { node: id },
    kind === 'same' ? ' says nearly the same as ' : ' says the opposite of ',
    { node: other },
    ` (${fixed(score)} alike)`,
  ],
  domains: ({ host, file }) => [{ name: host }, ' in ', { name: file }],
  measures: ({ file, name, before, after, isByHand }) => [
    { name: file },
    ' ',
    { name },
    `: ${amountWords(before)} → ${amountWords(after)}`,
    isByHand ? ', though the result says that the run is the same: written by hand?' : '',
  ],
  verdicts: ({ file, before, after }) => [{ name: file }, ` verdict: ${before} → ${after}`],
  figures: ({ file, result, pointer, before, after }) => [
    { name: file },
    ': ',
    ...turnSpans(before, after),
    ', bound to ',
    { name: `${result}#${pointer}` },
  ],
  files: ({ file, is }) => [{ name: file }, ` ${is}`],
  problemsNew: problemLine,
  problemsFixed: problemLine,
  unreadBefore: (file) => [{ name: file }, ' before the change'],
  unreadAfter: (file) => [{ name: file }, ' after it'],
}

/** Sections in the order in which a reviewer asks; the topics are first. */
const sections: readonly (readonly [title: string, lists: readonly ListName[]])[] = [
  ['Thesis and rival', ['topics']],
  ['Objections that nothing answers', ['unanswered']],
  ['New nodes', ['added']],
  ['Changed nodes', ['changed']],
  ['Withdrawn', ['withdrawn']],
  ['Back after withdrawal', ['resurrected']],
  ['Removed', ['removed']],
  ['Labels and strengths that changed', ['moved']],
  ['New relations', ['edgesAdded']],
  ['Changed relations', ['edgesChanged']],
  ['Relations that are gone', ['edgesRemoved']],
  ['Relations that were judged against another wording', ['suspect']],
  ['Statements that are alike', ['alike']],
  ['Objections that are answered now', ['answered']],
  ['New domains that pages lead to', ['domains']],
  ['Results and figures that moved', ['verdicts', 'measures', 'figures']],
  ['New problems', ['problemsNew']],
  ['Problems that are fixed', ['problemsFixed']],
  ['Other files', ['files']],
  ['Files that could not be read and were left out', ['unreadBefore', 'unreadAfter']],
]

/** All that a comparison has to say, in sections that are not empty. */
export function toSections(comparison: Comparison): readonly Section[] {
  return sections.flatMap(([title, names]) => {
    const lines = names.flatMap((name) => linesOf(comparison, name))
    const leftOut = names.reduce((sum, name) => sum + (comparison.leftOut?.[name] ?? 0), 0)
    return lines.length + leftOut === 0 ? [] : [{ title, lines, leftOut }]
  })
}

function linesOf<Name extends ListName>(comparison: Comparison, name: Name): readonly Line[] {
  const list: readonly ComparisonLists[Name][number][] = comparison[name]
  return list.map(writers[name])
}

function changedNodeLine(node: ChangedNode): Line {
  const { id, fields, statement, title, kind, credence, body } = node
  const told: readonly (readonly [name: string, words: Line | undefined])[] = [
    ['statement', statement && wordSpans(statement)],
    ['title', title && turnSpans(title.before, title.after)],
    ['kind', kind && turnSpans(kind.before, kind.after)],
    ['credence', credence && [`${said(credence.before)} → ${said(credence.after)}`]],
    ['body', body && [`${body.added} words came, ${body.removed} went`]],
  ]
  const words = new Map(told)
  return [
    { node: id },
    ': ',
    ...fields.flatMap((field, at): Line => {
      const more = words.get(field)
      const comma = at === 0 ? [] : ['; ']
      return [...comma, { strong: field }, ...(more === undefined ? [] : [' ', ...more])]
    }),
  ]
}

function said(credence: number | undefined): string {
  return credence === undefined ? 'none' : fixed(credence)
}

function changedEdgeLine(edge: ChangedEdge): Line {
  const { was, weight, because, linked } = edge
  const parts: readonly Line[] = [
    ...(was === undefined ? [] : [[`it ${verb(was)} before`]]),
    ...(weight === undefined ? [] : [[`weight ${fixed(weight.before)} → ${fixed(weight.after)}`]]),
    ...(linked === undefined ? [] : [['counts together with other premises']]),
    ...(because === undefined ? [] : [['because ', ...wordSpans(because)]]),
  ]
  return [...edgeSpans(edge), ': ', ...parts.flatMap((part, at) => [...(at === 0 ? [] : ['; ']), ...part])]
}

function problemLine({ code, severity, file, line, message }: ProblemRef): Line {
  const where = { name: `${visible(file)}:${line}` }
  return [{ strong: severity }, ' ', where, ' ', { code }, ' ', { text: message }]
}

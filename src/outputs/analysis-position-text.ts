import { visible } from '../core/catalogue/entry.ts'
import type { Acceptance, PositionsReport, ReportedNode } from './analysis-report.ts'
import { acceptanceWords } from './analysis-words.ts'

/** Names that are shown of each answer. */
const mostNames = 1000

/**
 * Positions as lines for a terminal: how many there are, each on a line as at ICCMA 2023 (`w` and
 * its members), and of which nodes it is decided where they stand.
 */
export function positionLines(
  positions: PositionsReport,
  nodes: readonly ReportedNode[],
): readonly string[] {
  const { shown, count, asked } = positions
  const nameOf = (node: number) => visible(nodes[node]?.id ?? '')
  const more = count - BigInt(shown.length)
  const answers =
    asked === undefined
      ? answerLines(positions, nameOf)
      : askedLines(positions, asked, nameOf(asked))
  return [
    countSentence(positions),
    ...shown.map((members) => ['w', ...members.map(nameOf)].join(' ')),
    ...(more > 0n ? [`and ${grouped(more)} more; --most shows them`] : []),
    ...(answers.length > 0 ? ['', ...answers] : []),
  ]
}

function countSentence({ semantics, status, count, budget }: PositionsReport): string {
  const extensions = `${semantics} extension${count === 1n ? '' : 's'}`
  const what = (is: string) => `${is} ${grouped(count)} ${extensions}`
  const ended = `not decided within the budget of ${budget} steps`
  if (status === 'none') return `There is no ${semantics} extension.`
  if (status === 'all') return `${what(count === 1n ? 'There is' : 'There are')}.`
  return count === 0n
    ? `Which ${semantics} extensions there are is ${ended}.`
    : `${what('There are at least')}; whether there are more is ${ended}.`
}

const answerWords: readonly (readonly [Acceptance, string])[] = [
  ['all', 'In every one'],
  ['some', 'In some'],
  ['none', 'Rejected, in none'],
  ['not decided', 'Not decided'],
]

function answerLines({ acceptance }: PositionsReport, nameOf: (node: number) => string) {
  return answerWords.flatMap(([answer, words]) => {
    const found = acceptance.flatMap((each, node) => (each === answer ? [node] : []))
    if (found.length === 0) return []
    const names = found.slice(0, mostNames).map(nameOf).join(' ')
    const more = found.length > mostNames ? ` and ${found.length - mostNames} more` : ''
    return [`${words}: ${names}${more}`]
  })
}

/** Short names of the decision problems at ICCMA. */
const problems = { complete: 'CO', preferred: 'PR', stable: 'ST' } as const

function askedLines(positions: PositionsReport, asked: number, name: string): readonly string[] {
  const { acceptance, semantics, status } = positions
  const answer = acceptance[asked]
  if (answer === undefined) return [`${name} is switched off in this view.`]
  const isUnsure = answer === 'not decided' || (answer === 'some' && status === 'some')
  const credulous = answer === 'all' || answer === 'some'
  // Of no extension at all every argument is in every one, as at ICCMA.
  const sceptical = answer === 'all' || answer === 'no position'
  const yesOrNo = (is: boolean) => (is ? 'YES' : 'NO')
  return [
    `${name} ${acceptanceWords(answer, positions)}.`,
    `DC-${problems[semantics]} ${answer === 'not decided' ? 'not decided' : yesOrNo(credulous)}`,
    `DS-${problems[semantics]} ${isUnsure ? 'not decided' : yesOrNo(sceptical)}`,
  ]
}

function grouped(count: bigint): string {
  return count.toLocaleString('en-GB')
}

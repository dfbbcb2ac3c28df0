import { relationWords } from '../../src/core/relation.ts'
import { toMarkdownText } from '../../src/outputs/markdown-text.ts'
import type { ComposedDraft } from './compose-draft.ts'

/** The first line of the comment on an issue that tells what became of it. */
export const draftMarker = '<!-- assay-draft -->'

// A character of a stranger may take twelve where it is escaped, and GitHub takes 65,536.
const mostProblems = 20
const longestSources = 2000

/** Whose words a draft is made of. */
export interface Origin {
  readonly issue: number
  /** The name of the account, which is credited and not called. */
  readonly login: string
}

/** What an issue is told that no draft can be made of. */
export function toRefusal(reasons: readonly string[]): string {
  const list = reasons.map((reason) => `- ${toMarkdownText(reason)}`)
  return [
    draftMarker,
    'Thank you. No draft could be made of this yet:',
    '',
    ...list,
    '',
    'Edit the text of this issue, leaving its headings as they are, and it is tried again.',
    '',
  ].join('\n')
}

/** What an issue is told of the draft that was made of it. */
export function toAnnouncement(draft: ComposedDraft, pull: string): string {
  return [
    draftMarker,
    `Thank you. A draft was made of this: ${pull}.`,
    '',
    ...takenFor(draft),
    '',
    draft.problems.length === 0
      ? 'The check found nothing to mend.'
      : 'What the check found is listed there, in words; it need not be mended by you.',
    'If you edit this issue, the draft follows, until somebody else works on it.',
    '',
  ].join('\n')
}

/** What an issue is told whose draft is no longer written by the workflow. */
export function toLeftAlone(reason: string, pull: string): string {
  return [draftMarker, `${reason} Please go on there: ${pull}.`, ''].join('\n')
}

/** The text of the pull request that proposes a draft. */
export function toProposal(draft: ComposedDraft, { issue, login }: Origin): string {
  return [
    `Made from #${String(issue)}, in the words of ${code(login)}. Closes #${String(issue)}.`,
    '',
    ...takenFor(draft),
    '',
    ...problemsOf(draft),
    '',
    ...sourcesOf(draft),
    'GitHub starts no workflow on a pull request that a workflow opened. Closing and opening this',
    'again, or pushing to its branch, starts the whole check and the comparison.',
    '',
  ].join('\n')
}

function takenFor({ id, relation, target }: ComposedDraft): string[] {
  const to =
    typeof relation.to === 'string'
      ? code(relation.to)
      : `the step from ${code(relation.to.from)} to ${code(relation.to.to)}`
  const how = `${code(id)} ${relationWords[relation.kind].forward} ${to}.`
  if (target.isNamed || target.others.length === 0) return [how]
  const others = target.others.map((node) => code(node.id)).join(', ')
  return [how, `The target was found by its words; it may have been meant for ${others}.`]
}

function problemsOf({ problems }: ComposedDraft): string[] {
  if (problems.length === 0) return ['The check finds nothing to mend in this file.']
  const shown = problems.slice(0, mostProblems)
  const left = problems.length - shown.length
  return [
    'What the check finds:',
    '',
    ...shown.map(({ severity, place, message, hint }) => {
      const where = `${code(place.file)}, line ${String(place.start.line)}`
      const more = hint === undefined ? '' : ` ${toMarkdownText(hint)}`
      return `- ${severity}, ${where}: ${toMarkdownText(message)}.${more}`
    }),
    ...(left === 0 ? [] : [`- and ${String(left)} more`]),
  ]
}

function sourcesOf({ sources }: ComposedDraft): string[] {
  if (sources === undefined) return []
  const isLong = sources.length > longestSources
  const lines = sources.slice(0, longestSources).split('\n').filter((line) => line.trim() !== '')
  return [
    'It rests on, as it was given; what is known of it is in the file, the rest needs a source each:',
    '',
    ...lines.map((line) => `> ${toMarkdownText(line.trim())}  `),
    ...(isLong ? ['> …'] : []),
    '',
  ]
}

function code(text: string): string {
  return toMarkdownText(`\`${text.replaceAll('`', 'ˋ')}\``)
}

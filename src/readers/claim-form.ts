import type { NodeKind } from '../core/document.ts'
import { isTicked, readIssueForm } from './read-issue-form.ts'

/** The labels of `.github/ISSUE_TEMPLATE/claim.yml`, in its order. */
export const claimLabels = {
  statement: 'What do you say?',
  title: 'A title for it',
  target: 'What does it bear on?',
  relation: 'How does it bear on it?',
  towards: 'Where does the step lead?',
  because: 'Why does it bear on it?',
  explanation: 'Your explanation',
  sources: 'What it rests on',
  licence: 'Licence',
} as const

/** How something can bear on a node, by the words of the form. */
export const claimRelations = {
  'It supports it': { kind: 'claim', relation: 'supports' },
  'It challenges it': { kind: 'counterargument', relation: 'rebuts' },
  'It challenges a step from it': { kind: 'counterargument', relation: 'undercuts' },
  'It answers it': { kind: 'claim', relation: 'answers' },
  'It is evidence for it': { kind: 'evidence', relation: 'supports' },
  'It is evidence against it': { kind: 'evidence', relation: 'rebuts' },
} as const satisfies Readonly<Record<string, { kind: NodeKind; relation: string }>>

/** The words before which the box of the licence stands. */
export const licenceBegins = 'I publish my text under CC BY 4.0'

/** What somebody answered on the form for a claim; all of it is a stranger's text. */
export interface ClaimForm {
  readonly statement: string
  readonly title: string
  readonly target: string
  readonly kind: NodeKind
  readonly relation: 'supports' | 'rebuts' | 'undercuts' | 'answers'
  readonly towards?: string
  readonly because?: string
  readonly explanation?: string
  readonly sources?: string
}

const longest = 65_536

/** Reads a filled-in form for a claim, or says in sentences what is missing in it. Total. */
export function readClaimForm(
  text: string,
): { readonly form: ClaimForm } | { readonly problems: readonly string[] } {
  if (text.length > longest) return { problems: ['The text is longer than GitHub takes.'] }
  const read = readIssueForm(text, Object.values(claimLabels))
  if ('problem' in read) return { problems: [read.problem] }
  const given = (name: keyof typeof claimLabels) => read.answers.get(claimLabels[name])
  const inOneLine = (name: keyof typeof claimLabels) => given(name)?.replace(/\s+/g, ' ')
  const chosen = given('relation') ?? ''
  const how = isRelation(chosen) ? claimRelations[chosen] : undefined
  const statement = inOneLine('statement')
  const title = inOneLine('title')
  const target = inOneLine('target')
  const problems = [
    ...missing(statement, 'statement'),
    ...missing(title, 'title'),
    ...missing(target, 'target'),
    ...missing(how, 'relation'),
    ...(isTicked(given('licence'), licenceBegins)
      ? []
      : ['The box under “Licence” is not ticked, so the text may not be published.']),
  ]
  if (!statement || !title || !target || !how || problems.length > 0) return { problems }
  const form = {
    ...{ statement, title, target, ...how },
    ...optional('towards', inOneLine('towards')),
    ...optional('because', inOneLine('because')),
    ...optional('explanation', given('explanation')),
    ...optional('sources', given('sources')),
  }
  return { form }
}

function isRelation(text: string): text is keyof typeof claimRelations {
  return Object.hasOwn(claimRelations, text)
}

function missing(answer: unknown, name: keyof typeof claimLabels): string[] {
  return answer === undefined ? [`“${claimLabels[name]}” has no answer that can be used.`] : []
}

function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): { [name in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]: string })
}

import { staleCodes, type Health, type Waiting } from '../../analysis/health/health.ts'
import type { ProblemCode } from '../../core/problem.ts'
import { siteContent } from '../content.ts'
import { outdatedResults, siteHealth } from './health.ts'
import { entriesIn, type HelpEntry } from './health-entries.ts'

/** A list of things that wait for somebody, and what it is to help with them. */
export interface HelpList {
  readonly id: string
  readonly heading: string
  /** What it means to help, in a sentence or two; code stands between backticks. */
  readonly about: string
  readonly entries: readonly HelpEntry[]
}

interface Kind {
  readonly id: string
  readonly heading: string
  readonly about: string
}

/** Every list there can be; what is wrong comes before what is missing, and that by what it helps. */
const kinds = {
  problems: {
    id: 'problems',
    heading: 'Other problems that the checker finds',
    about: 'Each has a page with an example put right. Mend it in its file; `npm run check` tells whether it is gone.',
  },
  stale: {
    id: 'stale',
    heading: 'Things that were right once',
    about: 'Something else has changed since these were written: a result, a relation, a statement that was withdrawn. Bring them up to date.',
  },
  objections: {
    id: 'objections',
    heading: 'Objections that nobody has answered',
    about: 'Each stands, and nothing in the map replies to it. If you think it wrong, say why; if it is right, say what follows. Those that stand alone against something come first, then those nearest to the thesis.',
  },
  secondHand: {
    id: 'second-hand',
    heading: 'Evidence known only at second hand',
    about: 'Nobody here has read any source of these. Read one and compare, then say in the source’s file how far you read it.',
  },
  unsupported: {
    id: 'unsupported',
    heading: 'Claims that nothing supports',
    about: 'Write down why one should be believed, or what was observed that speaks for it.',
  },
  withoutEvidence: {
    id: 'without-evidence',
    heading: 'Claims that rest on no evidence',
    about: 'There are reasons for these, but no evidence under any of them. Add what was observed, measured or proved.',
  },
  suspect: {
    id: 'suspect',
    heading: 'Relations judged by an earlier wording',
    about: 'A sentence has changed since somebody judged that the one bears on the other. Read both: if it still holds, record that; else mend the relation.',
  },
  questions: {
    id: 'unanswered-questions',
    heading: 'Questions that nothing answers',
    about: 'An answer is a claim that says which question it answers.',
  },
  contested: {
    id: 'contested',
    heading: 'Strengths that hang on the formula',
    about: 'Some formulas put these above the middle and some below it. What tells is more evidence, for or against.',
  },
  unread: {
    id: 'unread',
    heading: 'Sources nobody here has read',
    about: 'Known through others, or not at all. Read one, compare it with what the map takes from it, and set `checked` in its file to how far you read it and where.',
  },
  unreviewed: {
    id: 'unreviewed',
    heading: 'Relations that nobody has reviewed',
    about: 'Read both statements and the reason, and record that you agree; else mend the relation.',
  },
  withoutBecause: {
    id: 'without-because',
    heading: 'Relations that do not say why',
    about: 'Say in one sentence, under `because`, why the one bears on the other: there arguments fail most often.',
  },
  uncarried: {
    id: 'uncarried',
    heading: 'Sentences of the essay that nothing carries',
    about: 'Write the claim that the sentence makes, and name it below the sentence in the outline.',
  },
} as const satisfies Readonly<Record<'problems' | keyof Waiting, Kind>>

/** Problems that have a list of their own here, made from the content itself. */
const listedElsewhere: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  ...staleCodes,
  'claim-without-support',
  'outline-sentence-uncarried',
  'relation-without-because',
  'second-hand-figure',
  'suspect-relation',
  'unanswered-counterargument',
])

/** All lists, also those on which nothing stands. */
export async function helpLists(): Promise<readonly HelpList[]> {
  const outdated = await outdatedResults()
  const { waiting, problems } = siteHealth()
  const make = entriesIn(siteContent())
  const entries: Readonly<Record<keyof typeof kinds, readonly HelpEntry[]>> = {
    problems: otherProblems(problems).flatMap(make.problem),
    stale: [...waiting.stale.flatMap(make.problem), ...outdated.flatMap(make.outdated)],
    objections: waiting.objections.flatMap(make.objection),
    secondHand: waiting.secondHand.flatMap(make.secondHand),
    unsupported: waiting.unsupported.flatMap(make.unsupported),
    withoutEvidence: waiting.withoutEvidence.flatMap(make.unsupported),
    suspect: waiting.suspect.flatMap(make.notJudged),
    questions: waiting.questions.flatMap(make.question),
    contested: waiting.contested.flatMap(make.contested),
    unread: waiting.unread.flatMap(make.unread),
    unreviewed: waiting.unreviewed.flatMap(make.notJudged),
    withoutBecause: waiting.withoutBecause.flatMap(make.unexplained),
    uncarried: waiting.uncarried.flatMap(make.uncarried),
  }
  return (Object.keys(kinds) as (keyof typeof kinds)[]).map((key) => ({
    ...kinds[key],
    entries: entries[key],
  }))
}

function otherProblems(problems: Health['problems']) {
  return problems
    .filter(({ code }) => !listedElsewhere.has(code))
    .flatMap(({ places }) => places)
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

const severities = ['error', 'warning', 'info']

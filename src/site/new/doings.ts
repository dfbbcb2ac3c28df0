import type { NodeKind } from '../../core/document.ts'
import { isId } from '../../core/id.ts'
import type { RelationKind } from '../../core/relation.ts'

/** What somebody can do with a new node. */
export const doings = [
  'supports',
  'rebuts',
  'undercuts',
  'evidence',
  'answers',
  'refines',
  'question',
] as const
export type Doing = (typeof doings)[number]

/** What a doing makes of a node, and how it is worded. */
interface Meaning {
  readonly kind: NodeKind
  readonly relation: RelationKind
  /** What is done, as a choice. */
  readonly act: string
  /** What it is for, in one sentence. */
  readonly about: string
  /** The kinds of node it can be done to. */
  readonly to: readonly NodeKind[]
}

const arguable: readonly NodeKind[] = ['claim', 'evidence', 'counterargument']

/** The meaning of each doing. */
export const meanings: Readonly<Record<Doing, Meaning>> = {
  supports: {
    kind: 'claim',
    relation: 'supports',
    act: 'Support a statement',
    about: 'A claim that is a reason to accept it.',
    to: arguable,
  },
  rebuts: {
    kind: 'counterargument',
    relation: 'rebuts',
    act: 'Challenge a statement',
    about: 'An objection: a reason to reject the statement itself, or an answer to an objection.',
    to: arguable,
  },
  undercuts: {
    kind: 'counterargument',
    relation: 'undercuts',
    act: 'Challenge a step',
    about: 'An objection that may grant both statements and doubts that the one bears on the other.',
    to: arguable,
  },
  evidence: {
    kind: 'evidence',
    relation: 'supports',
    act: 'Add evidence',
    about: 'An observation or result that can be checked, with its source.',
    to: arguable,
  },
  answers: {
    kind: 'claim',
    relation: 'answers',
    act: 'Answer a question',
    about: 'A claim that answers an open question.',
    to: ['question'],
  },
  refines: {
    kind: 'claim',
    relation: 'refines',
    act: 'Say it more narrowly',
    about: 'A narrower version of a statement; it counts neither for nor against it.',
    to: arguable,
  },
  question: {
    kind: 'question',
    relation: 'refines',
    act: 'Ask a question',
    about: 'Something that the map leaves open, near one of its statements.',
    to: [...arguable, 'question'],
  },
}

/** What is to be done to which node, or to which step from one to another. */
export interface Asked {
  readonly doing: Doing
  readonly target: string
  /** Where the step ends; empty but for steps. */
  readonly end: string
}

/** The fragment of `/new/` that asks for something: `rebuts=an-id`, `undercuts=an-id/its-target`. */
export function writeAsked({ doing, target, end }: Asked): string {
  return `${doing}=${target}${doing === 'undercuts' ? `/${end}` : ''}`
}

/**
 * What a fragment asks for, a stranger's text: undefined where it asks for nothing, and `wrong`
 * where it cannot be understood.
 */
export function readAsked(fragment: string): Asked | 'wrong' | undefined {
  const [, name = '', value = ''] = /^#?([a-z]{3,12})=([a-z0-9/-]{0,140})$/.exec(fragment) ?? []
  if (name === '') return /^#?[^=]*$/.test(fragment) ? undefined : 'wrong'
  const doing = doings.find((each) => each === name)
  const [target = '', end = '', ...more] = value.split('/')
  if (doing === undefined || more.length > 0 || !isId(target)) return 'wrong'
  if (doing === 'undercuts' ? !isId(end) && end !== '' : value.includes('/')) return 'wrong'
  return { doing, target, end }
}

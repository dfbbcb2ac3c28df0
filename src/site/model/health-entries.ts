import type { OpenObjection } from '../../analysis/health/objections.ts'
import type { UnreadSource } from '../../analysis/health/grounds.ts'
import type { UncarriedSentence } from '../../analysis/health/health.ts'
import type { ArgumentNode } from '../../core/document.ts'
import type { EdgeId, NodeId, SourceId } from '../../core/id.ts'
import type { Problem } from '../../core/problem.ts'
import { relationWords } from '../../core/relation.ts'
import type { SiteContent } from '../content.ts'
import type { Doing } from '../new/doings.ts'
import { editUrl, nodeUrl, problemUrl, sourceUrl, url } from '../urls.ts'
import { readingWords } from '../words.ts'
import { strengthOf } from './strengths.ts'
import { composeUrl } from './take-part.ts'

/** Something a newcomer can do about an entry. */
export interface HelpAct {
  readonly text: string
  /** Absent for the name of a file where it is not known where files are edited. */
  readonly href?: string
}

/** One thing that waits for somebody. */
export interface HelpEntry {
  /** Shown by its kind, where the entry is about a node. */
  readonly node?: ArgumentNode
  readonly name: string
  readonly href: string
  /** What is to be known of it, in a few words; code stands between backticks. */
  readonly note: string
  readonly acts: readonly HelpAct[]
  /** What is to be typed to help. */
  readonly command?: string
}

/** Makes entries of one content. */
export function entriesIn(content: SiteContent) {
  const { nodes, edges } = content.kb.graph
  // In notes code stands between backticks.
  const title = (id: string) =>
    `“${(nodes.get(id as NodeId)?.title ?? id).replaceAll('`', 'ˋ')}”`
  const nodeEntry = (id: NodeId, note: string, ...acts: readonly HelpAct[]): readonly HelpEntry[] => {
    const node = nodes.get(id)
    return node === undefined ? [] : [{ node, name: node.title, href: nodeUrl(id), note, acts }]
  }
  const relation = (id: EdgeId, command?: string): readonly HelpEntry[] => {
    const edge = edges.get(id)
    if (edge === undefined) return []
    const does = `${relationWords[edge.kind].forward} ${targetWords(title, edge.to)}`
    return nodeEntry(edge.from, '', edit(edge.place.file)).map((entry) => ({
      ...entry,
      name: `${entry.name} ${does}`,
      ...(command === undefined ? {} : { command }),
    }))
  }
  return {
    objection: ({ id, against, alone }: OpenObjection) => {
      const others = against.filter((each) => !alone.includes(each))
      const note = [
        ...clause('Stands alone against', title, alone),
        ...clause('Stands with others against', title, others),
      ].join(' ')
      return nodeEntry(id, note, compose('Answer it', 'rebuts', id))
    },
    unsupported: (id: NodeId) =>
      nodeEntry(id, '', compose('Support it', 'supports', id), compose('Add evidence', 'evidence', id)),
    question: (id: NodeId) => nodeEntry(id, '', compose('Answer it', 'answers', id)),
    contested: (id: NodeId) => {
      const strength = strengthOf(content, id)
      const band = [strength?.lowest, strength?.highest].map((value) => value?.toFixed(2)).join(' to ')
      return nodeEntry(id, `From ${band} over the formulas.`, compose('Add evidence', 'evidence', id))
    },
    secondHand: (id: NodeId) => {
      const sources = nodes.get(id)?.sources ?? []
      const acts = [...new Set(sources.map((source) => source.id))].map((source) => ({
        text: `Read “${content.kb.sources.get(source as SourceId)?.title ?? source}”`,
        href: sourceUrl(source),
      }))
      return nodeEntry(id, '', ...acts)
    },
    unread: ({ id, only, also }: UnreadSource): readonly HelpEntry[] => {
      const source = content.kb.sources.get(id)
      if (source === undefined) return []
      const note = `${readingWords[source.checked.how]}. ${restingWords(only.length, also.length)}`
      return [{ name: source.title, href: sourceUrl(id), note, acts: [edit(source.place.file)] }]
    },
    notJudged: (id: EdgeId) => relation(id, `npm run review -- --edge '${id}'`),
    unexplained: (id: EdgeId) => relation(id),
    uncarried: ({ label, text, place }: UncarriedSentence): readonly HelpEntry[] => [
      {
        name: `${label}: ${text}`,
        href: url(`/essay/#${label.toLowerCase()}`),
        note: '',
        acts: [{ text: 'Write a claim', href: url('/new/') }, edit(place.file)],
      },
    ],
    problem: ({ code, message, place }: Problem): readonly HelpEntry[] => [
      {
        name: code,
        href: problemUrl(code),
        note: `${message}. In \`${place.file}\`, line ${place.start.line}.`,
        acts: [edit(place.file)],
      },
    ],
    outdated: (path: string): readonly HelpEntry[] => [
      {
        name: path,
        href: url('/experiments/'),
        note: 'Written by another version of its experiment.',
        acts: [],
        command: `npm run experiments -- ${path.replace(/^.*\/|\.json$/g, '')}`,
      },
    ],
  }
}

function compose(text: string, doing: Doing, target: NodeId): HelpAct {
  return { text, href: composeUrl({ doing, target, end: '' }) }
}

function edit(file: string): HelpAct {
  const href = editUrl(file)
  return href === undefined ? { text: file } : { text: 'Edit its file', href }
}

function targetWords(title: (id: string) => string, target: string): string {
  const [from = '', to] = target.split('>')
  return to === undefined ? title(from) : `the step from ${title(from)} to ${title(to)}`
}

function clause(
  words: string,
  title: (id: string) => string,
  targets: readonly string[],
): readonly string[] {
  if (targets.length === 0) return []
  return [`${words} ${targets.map((target) => targetWords(title, target)).join('; ')}.`]
}

function restingWords(only: number, also: number): string {
  if (only + also === 0) return 'Nothing cites it yet.'
  const all = only + also === 1 ? 'One statement cites it' : `${only + also} statements cite it`
  if (only === 0) return `${all}.`
  if (only + also === 1) return `${all} and rests on nothing better.`
  return `${all}, ${only === 1 ? 'one of which rests' : `${only} of which rest`} on nothing better.`
}

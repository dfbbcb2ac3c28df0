import process from 'node:process'
import type { NodeKind } from '../../src/core/document.ts'
import type { NodeId } from '../../src/core/id.ts'
import { suggestNodeId } from '../../src/outputs/draft-id.ts'
import type { Draft, DraftRelation } from '../../src/outputs/draft-node.ts'
import { NodeFields } from '../../src/readers/schemas/node.ts'
import { askSources } from './ask-sources.ts'
import { alikeLine, faultOfId, findAlike, likeId, searchNodes, type Known } from './known.ts'
import { mapOf, stepsFrom } from './node-flags.ts'
import { askChoice, askLine, askSearch, askText, askWhether } from './prompts.ts'

/** What somebody can want to do to the argument. */
export type Wish = 'support' | 'challenge' | 'step' | 'answer' | 'evidence' | 'ask'

/** Asks for a node, the statement first; undefined where it is said already. */
export async function askNode(wish: Wish, known: Known): Promise<Draft | undefined> {
  const isQuestion = wish === 'ask'
  const what = isQuestion ? 'Your question, one sentence' : 'Your statement, one declarative sentence'
  const statement = await askLine(what, faultIn('statement'))
  if (!(await goesOn(statement, known))) return undefined
  const found = isQuestion ? undefined : await askRelation(wish, known)
  const title = await askLine('A title of at most 60 characters', faultIn('title'))
  const id = await askId(title, statement, known)
  return {
    map: await askMap(found, known),
    id,
    kind: kindOf(wish, found),
    title,
    statement,
    relation: found,
    sources: isQuestion ? [] : await askSources(known),
    body: await askBody(),
  }
}

function faultIn(field: 'title' | 'statement'): (answer: string) => string | undefined {
  return (answer) => {
    const issue = NodeFields.shape[field].safeParse(answer).error?.issues[0]
    return issue === undefined ? undefined : `Expected ${issue.message}.`
  }
}

async function goesOn(statement: string, known: Known): Promise<boolean> {
  const alike = findAlike(known, statement)
  if (alike.length === 0) return true
  const lines = alike.map((each) => `  ${alikeLine(known, each)}`)
  process.stdout.write(`The map has this already:\n${lines.join('\n')}\n`)
  const isSaid = alike.some(({ kind }) => kind === 'same')
  const message = isSaid ? 'Is it said already, so that one adds to it instead?' : 'Is it one of these?'
  return !(await askWhether(message, isSaid))
}

async function askRelation(wish: Wish, known: Known): Promise<DraftRelation> {
  const search = searchNodes(known)
  const isAllowed = (id: string) => wish !== 'step' || stepsFrom(known, id).length > 0
  const { nodes } = known.kb.graph
  const all = [...nodes.values()].filter(({ withdrawn }) => withdrawn === undefined)
  const target = await askSearch(targetQuestions[wish], (typed) => {
    const ids = typed.trim() === '' ? all.map(({ id }) => id) : search.find(typed, 60)
    const fitting = ids.filter((id) => isAllowed(id) && (wish !== 'answer' || isOpen(known, id)))
    return fitting.slice(0, 20).map((id) => nodeChoice(known, id))
  })
  if (wish === 'step') {
    const steps = stepsFrom(known, target).map((to) => nodeChoice(known, to))
    const to = await askChoice('Which step from it do you doubt? The one to', steps)
    return { kind: 'undercuts', to: { from: target, to }, because: await askBecause() }
  }
  const kind = await relationKind(wish, known, target)
  return { kind, to: target, because: await askBecause() }
}

const targetQuestions: Readonly<Record<Wish, string>> = {
  support: 'What does it support? Type a part of the sentence',
  challenge: 'What does it challenge? Type a part of the sentence',
  step: 'From which statement does the step start? Type a part of it',
  answer: 'Which question or objection does it answer? Type a part of it',
  evidence: 'What does it bear on? Type a part of the sentence',
  ask: '',
}

async function relationKind(wish: Wish, known: Known, target: string) {
  const isQuestion = known.kb.graph.nodes.get(target as NodeId)?.kind === 'question'
  if (isQuestion && wish !== 'challenge') return 'answers'
  if (wish === 'support') return 'supports'
  if (wish !== 'evidence') return 'rebuts'
  return askChoice('Is it for or against that?', [
    { value: 'supports' as const, name: 'for it' },
    { value: 'rebuts' as const, name: 'against it' },
  ])
}

function isOpen({ kb }: Known, id: string): boolean {
  const kind = kb.graph.nodes.get(id as NodeId)?.kind
  return kind === 'question' || kind === 'counterargument'
}

function nodeChoice({ kb }: Known, id: string) {
  const node = kb.graph.nodes.get(id as NodeId)
  const description = `${node?.kind ?? ''}: ${node?.statement ?? ''}`
  return { value: id, name: `${node?.title ?? ''}  (${id})`, description }
}

async function askBecause(): Promise<string | undefined> {
  const because = await askLine('Why does it bear on that? One sentence (may wait)', (answer) =>
    answer.length > 500 ? 'Expected at most 500 characters.' : undefined,
  )
  return because === '' ? undefined : because
}

async function askId(title: string, statement: string, known: Known): Promise<string> {
  const suggested = suggestNodeId(title, statement, known.taken)
  const message = 'Its id for ever, three to six words'
  const id = await askLine(message, (answer) => faultOfId(known, answer), suggested)
  const near = likeId(known, id)
  if (near === undefined || (await askWhether(`There is ${near}. Keep ${id} all the same?`, true))) {
    return id
  }
  return askId(title, statement, known)
}

async function askMap(relation: DraftRelation | undefined, known: Known): Promise<string> {
  const maps = [...known.kb.maps.values()]
  if (relation !== undefined || maps.length < 2) return mapOf(undefined, relation, known)
  return askChoice('Which map?', maps.map(({ id, title }) => ({ value: id, name: title })))
}

function kindOf(wish: Wish, relation: DraftRelation | undefined): NodeKind {
  if (wish === 'ask') return 'question'
  if (wish === 'evidence') return 'evidence'
  return relation?.kind === 'rebuts' || relation?.kind === 'undercuts' ? 'counterargument' : 'claim'
}

async function askBody(): Promise<string> {
  const guide =
    'Write the body now? 60 to 250 words: what is claimed, why it bears on its target,' +
    ' how strong the evidence is, what it does not show'
  if (!(await askWhether(guide, true))) return ''
  return askText('The body, in Markdown', '.md')
}

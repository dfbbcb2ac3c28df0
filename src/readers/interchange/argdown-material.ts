import { parseArgdown, type ArgdownMode, type ParsedArgdown } from './argdown.ts'
import { carryInferences } from './argdown-inferences.ts'
import {
  addresses,
  keyOf,
  lineOf,
  wordings,
  type Argument,
  type Statement,
} from './argdown-model.ts'
import { carryRelations } from './argdown-relations.ts'
import { ArgdownWork } from './argdown-work.ts'
import {
  largestImport,
  tooLarge,
  type Given,
  type Material,
  type Unreadable,
} from './material.ts'
import { ownBearing, ownFields, ownRelations, ownValue } from './own-fields.ts'

/**
 * Reads Argdown into statements and relations. Total: any text gives them and a sentence on everything
 * that could not be carried, or a sentence on why it cannot be read. `mode` is as in `parseArgdown`,
 * and so is what is said there of time.
 */
export function readArgdown(text: string, mode?: ArgdownMode): Material | Unreadable {
  if (text.length > largestImport) {
    return tooLarge(text)
  }
  let parsed: ParsedArgdown
  try {
    parsed = parseArgdown(text.replace(/^\ufeff/, ''), mode)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    return { unreadable: `Unexpected text of which Argdown’s own parser makes no model: ${why}` }
  }
  const { response } = parsed
  if (response.statements === undefined || response.arguments === undefined) {
    return { unreadable: 'Unexpected text without statements, expected Argdown.' }
  }
  const work = new ArgdownWork(parsed)
  leaveErrors(work)
  const matter = readMatter(work)
  const nodes = [
    ...Object.values(response.statements).map((each) => given(each, work)),
    ...Object.values(response.arguments)
      .filter((each) => !work.isDissolved(each))
      .map((each) => given(each, work)),
  ]
  for (const each of Object.values(response.arguments)) {
    if (work.isDissolved(each)) dissolve(each, work)
  }
  carryInferences(work)
  carryRelations(work)
  carryOwnRelations(work)
  leaveHeadings(work)
  if (/\/\/|\/\*|<!--/.test(text)) {
    work.ledger.find(1)
    work.ledger.leave('the file', 'Comments are left out.')
  }
  return { ...matter, nodes, links: work.links.all(), ...work.ledger.close() }
}

function leaveErrors({ parsed, ledger }: ArgdownWork): void {
  const errors = parsed.response.parserErrors ?? []
  ledger.find(errors.length + parsed.badData.length)
  for (const { message, token } of errors) {
    ledger.leave(
      `line ${String(token.startLine ?? 1)}`,
      `Argdown’s parser does not understand what stands here: ${message}`,
    )
  }
  for (const { line, why } of parsed.badData) {
    ledger.leave(`line ${String(line)}`, `Metadata that cannot be read is left out: ${why}`)
  }
}

function readMatter({ parsed, ledger }: ArgdownWork): { title?: string; question?: string } {
  const matter: unknown = parsed.response.frontMatter
  if (typeof matter !== 'object' || matter === null) return {}
  const title = ownValue(matter, 'title')
  const question = ownValue(matter, 'subTitle')
  const isQuestion = typeof question === 'string' && question.trim().endsWith('?')
  const names = Object.keys(matter)
  ledger.find(names.length)
  for (const name of names) {
    const isCarried =
      (name === 'title' && typeof title === 'string') ||
      (name === 'subTitle' && isQuestion) ||
      name === 'model'
    if (isCarried) ledger.carry()
    else ledger.leave('the front matter', `\`${name}\` is left out.`)
  }
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(isQuestion ? { question } : {}),
  }
}

function given(element: Statement | Argument, work: ArgdownWork): Given {
  const place = lineOf(element)
  const [text, ...others] = wordings(element)
  const whole = element.members.find((member) => /\S/.test(member.text ?? ''))?.text
  const own = ownFields(element.data)
  const title = element.title ?? ''
  const { ledger } = work
  ledger.find(1)
  ledger.carry()
  if (text === undefined) ledger.change(place, `“${title}” has no text; its title is its statement.`)
  const tags = element.tags ?? []
  ledger.find(tags.length)
  ledger.carry(tags.length)
  leaveDetails(element, work)
  const isUntitled = /^Untitled \d+$/.test(title) && text !== undefined
  const tagged = tags.length === 0 ? [] : [`Tags: ${tags.join(', ')}.`]
  return {
    key: keyOf(element),
    ...(isUntitled ? {} : { name: title }),
    // A text of our own export is kept to the letter.
    text: (own.kind === undefined ? text : whole) ?? title,
    own,
    notes: [...tagged, ...others.map((other) => `Also worded: ${other}`)],
    place,
  }
}

// An argument with premises and a conclusion is relations between these, and no node.
function dissolve(argument: Argument, work: ArgdownWork): void {
  const { ledger } = work
  const tags = argument.tags ?? []
  ledger.find(1 + tags.length)
  ledger.carry()
  for (const tag of tags) {
    ledger.leave(
      lineOf(argument),
      `The tag “${tag}” of the argument “${argument.title ?? ''}” is left out.`,
    )
  }
  leaveDetails(argument, work)
}

const ownNames = new Set([
  ...['kind', 'title', 'part', 'caveat', 'credence', 'credence-because', 'sources', 'experiment'],
  ...['supports', 'rebuts', 'undercuts', 'refines', 'answers', 'step'],
])

function leaveDetails(element: Statement | Argument, { ledger }: ArgdownWork): void {
  const place = lineOf(element)
  for (const address of addresses(element)) {
    ledger.find(1)
    ledger.leave(place, `A link to ${address} is carried as its text alone.`)
  }
  const data: unknown = element.data
  const names = typeof data === 'object' && data !== null ? Object.keys(data) : []
  ledger.find(names.length)
  const own = { ...ownFields(data), ...ownRelations(data), step: ownValue(data, 'step') }
  for (const name of names) {
    if (ownNames.has(name) && ownValue(own, name) !== undefined) ledger.carry()
    else ledger.leave(place, `\`${name}\` in metadata is left out.`)
  }
}

// Relations that Argdown has no words for, as our own export writes them.
function carryOwnRelations({ links, ledger, parsed }: ArgdownWork): void {
  const statements = parsed.response.statements ?? {}
  for (const statement of Object.values(statements)) {
    const { refines = [], answers = [] } = ownRelations(statement.data)
    const own = [
      ...refines.map((target) => ({ kind: 'refines' as const, target })),
      ...answers.map((target) => ({ kind: 'answers' as const, target })),
    ]
    ledger.find(own.length)
    for (const { kind, target } of own) {
      const { to, ...rest } = typeof target === 'string' ? { to: target } : target
      const end = statements[to]
      const from = keyOf(statement)
      const why =
        end === undefined
          ? 'leads to no statement of the file'
          : links.add({ kind, from, to: keyOf(end), ...ownBearing(rest) })
      if (why === undefined) ledger.carry()
      else ledger.leave(lineOf(statement), `A relation that ${why} is left out.`)
    }
  }
}

function leaveHeadings({ parsed, ledger }: ArgdownWork): void {
  const open = [...(parsed.response.sections ?? [])]
  for (let section = open.shift(); section !== undefined; section = open.shift()) {
    ledger.find(1)
    ledger.leave(
      `line ${String(section.startLine ?? 1)}`,
      `The heading “${section.title ?? ''}” is left out.`,
    )
    open.unshift(...section.children)
  }
}

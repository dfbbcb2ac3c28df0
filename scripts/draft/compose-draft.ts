import { check } from '../../src/analysis/check.ts'
import { shown } from '../../src/core/catalogue/entry.ts'
import type { ArgumentNode, SourceFile } from '../../src/core/document.ts'
import { isId } from '../../src/core/id.ts'
import type { KnowledgeBase } from '../../src/core/knowledge-base.ts'
import type { Problem } from '../../src/core/problem.ts'
import { assemble } from '../../src/graph/assemble.ts'
import { knownIds } from '../../src/graph/known-ids.ts'
import { toDraft, type DraftRelation } from '../../src/outputs/draft-node.ts'
import { readClaimForm, type ClaimForm } from '../../src/readers/claim-form.ts'
import { findTarget, stepsFrom, type Target } from './find-target.ts'
import { idFromTitle } from './id-from-title.ts'

/** A draft that can be proposed, with all that is to be said of it. */
export interface ComposedDraft {
  readonly id: string
  readonly path: string
  readonly text: string
  readonly target: Target
  readonly relation: DraftRelation
  /** What the rules find that they do not find without it. */
  readonly problems: readonly Problem[]
  /** What it rests on, in the words of who wrote it; what is known of it stands in the file. */
  readonly sources?: string
}

/** A draft, or sentences for who filled in the form: strangers' text in them is not escaped. */
export type Composed = { readonly draft: ComposedDraft } | { readonly refused: readonly string[] }

/**
 * Makes a draft of a filled-in form and judges it as part of the content with the rules that every
 * file is held to. `id` is that of the draft that was made of the same issue before.
 */
export function composeDraft(
  files: readonly SourceFile[],
  formText: string,
  id?: string,
): Composed {
  const read = readClaimForm(formText)
  if ('problems' in read) return { refused: read.problems }
  const kb = assemble(files)
  const target = findTarget(kb.graph.nodes.values(), read.form.target)
  if (target === undefined) {
    return { refused: [`No claim was found by ${shown(read.form.target)}.`] }
  }
  if (target.node.withdrawn !== undefined) {
    return { refused: [`\`${target.node.id}\` was withdrawn: ${target.node.withdrawn.reason}`] }
  }
  const relation = relationTo(kb, read.form, target.node)
  if ('refused' in relation) return relation
  const name = id ?? idFromTitle(read.form.title)
  const objection = objectionTo(kb, name, read.form.title)
  if (objection !== undefined) return { refused: [objection] }
  return { draft: write(files, kb, read.form, { id: name, target, relation }) }
}

function relationTo(
  kb: KnowledgeBase,
  { relation: kind, because, towards }: ClaimForm,
  node: ArgumentNode,
): DraftRelation | { readonly refused: readonly string[] } {
  if (kind !== 'undercuts') return { kind, to: node.id, because }
  const ends = stepsFrom(kb, node)
  const end = towards === undefined ? undefined : findTarget(ends, towards)?.node
  const only = ends.length === 1 ? ends[0] : undefined
  const to = end ?? (towards === undefined ? only : undefined)
  if (to !== undefined) return { kind, to: { from: node.id, to: to.id }, because }
  const list = ends.map(({ id }) => `\`${id}\``).join(', ')
  const known = list === '' ? 'no step leads from there' : `steps lead from there to ${list}`
  return { refused: [`No step from \`${node.id}\` was found by what you wrote: ${known}.`] }
}

function objectionTo(kb: KnowledgeBase, id: string, title: string): string | undefined {
  if (!isId(id)) return `No address can be made of the title ${shown(title)}: two or more words help.`
  const { nodes, sources } = knownIds(kb.paths)
  if (!nodes.has(id) && !sources.has(id)) return undefined
  return `There is \`${id}\` already, and ids are for ever. If you say something else, give it another title; if you say the same, add to what is there.`
}

function write(
  files: readonly SourceFile[],
  before: KnowledgeBase,
  form: ClaimForm,
  made: { readonly id: string; readonly target: Target; readonly relation: DraftRelation },
): ComposedDraft {
  const { id, target, relation } = made
  const { kind, title, statement, sources = '', explanation: body } = form
  const known = knownSources(before, sources)
  const file = toDraft({
    ...{ map: target.node.map, id, kind, title, statement, relation },
    ...{ sources: known, body },
  })
  const old = new Set(check(before).map(nameOf))
  const problems = check(assemble([...files, file])).filter((found) => !old.has(nameOf(found)))
  return { ...file, ...made, problems, ...(sources === '' ? {} : { sources }) }
}

function nameOf({ code, message, place }: Problem): string {
  return JSON.stringify([code, message, place.file])
}

/** Sources of the content that a text names by id, DOI or address. */
function knownSources(kb: KnowledgeBase, text: string): string[] {
  const words = new Set(text.split(/[^A-Za-z0-9-]+/))
  const low = text.toLowerCase()
  return [...kb.sources.values()]
    .filter(({ id, doi, url }) => {
      const addresses = [doi, url].flatMap((each) => each?.toLowerCase() ?? [])
      return words.has(id) || addresses.some((each) => names(low, each))
    })
    .map(({ id }) => id)
}

// `10.1000/1` is not named by `10.1000/12`.
function names(text: string, address: string): boolean {
  const at = text.indexOf(address)
  return at !== -1 && !/[a-z0-9]/.test(text.charAt(at + address.length))
}

import { isId } from '../../core/id.ts'
import { toDraft, type DraftRelation } from '../../outputs/draft-node.ts'
import { doings, meanings, type Asked, type Doing } from './doings.ts'

/** What somebody has entered. */
export interface Form extends Asked {
  readonly map: string
  readonly title: string
  readonly statement: string
  readonly because: string
  /** The id as typed; empty where the suggested one is taken. */
  readonly id: string
  readonly sources: readonly { readonly id: string; readonly at: string }[]
  readonly body: string
  /** The text of the file where it is edited itself; the fields above then count no more. */
  readonly own?: string
}

/** A form in which nothing is entered. */
export function emptyForm(map: string, asked: Partial<Asked> = {}): Form {
  return {
    doing: 'rebuts',
    target: '',
    end: '',
    ...asked,
    map,
    title: '',
    statement: '',
    because: '',
    id: '',
    sources: [],
    body: '',
  }
}

/** Whether nothing was written that would be a loss. */
export function isBlank({ title, statement, because, body, own, sources, id }: Form): boolean {
  const texts = [title, statement, because, body, id, own ?? '']
  return texts.every((text) => text.trim() === '') && sources.length === 0
}

/** The id that a form has: as typed, or made from the words of its title. */
export function idOf({ id, title }: Form): string {
  return id === '' ? suggestedId(title) : id
}

const small = /^(?:a|an|the|of|to|in|on|at|is|are|was|were|be|by|for|and|or|that|it|its)$/

/** An id of the telling words of a title, six at most; nothing where it has none. */
export function suggestedId(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !small.test(word))
  const id = words.slice(0, 6).join('-').replace(/^[^a-z]+/, '').slice(0, 64).replace(/-+$/, '')
  return isId(id) ? id : ''
}

/** What stands where no id is chosen yet. */
export const placeholderId = 'your-id'

/** The content file of a form. */
export function fileOf(form: Form): { readonly path: string; readonly text: string } {
  const { map, title, statement, because, body, sources } = form
  const id = idOf(form)
  const file = toDraft({
    map,
    id: isId(id) ? id : id === '' ? placeholderId : id.replaceAll('/', '-'),
    kind: meanings[form.doing].kind,
    title: title.trim(),
    statement: oneLine(statement),
    relation: form.target === '' ? undefined : draftRelation(form, oneLine(because)),
    sources: sources.map((source) => (source.at.trim() === '' ? source.id : source)),
    body,
  })
  return { path: file.path, text: form.own ?? file.text }
}

/** The relation that is asked for. */
export function draftRelation({ doing, target, end }: Asked, because: string): DraftRelation {
  const reason = because === '' ? {} : { because }
  const { relation } = meanings[doing]
  return relation === 'undercuts'
    ? { kind: relation, to: { from: target, to: end }, ...reason }
    : { kind: relation, to: target, ...reason }
}

/** The words of a text that a body is counted by. */
export function countWords(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
}

const longest = 60_000

/** A form as it was kept in this browser; undefined where it cannot be read. */
export function readKept(kept: string): Form | undefined {
  try {
    const form = JSON.parse(kept) as Partial<Record<keyof Form, unknown>> | null
    if (form === null || typeof form !== 'object') return undefined
    const text = (name: keyof Form) => {
      const value = form[name]
      return typeof value === 'string' ? value.slice(0, longest) : ''
    }
    const map = text('map')
    const doing: Doing = doings.find((each) => each === form.doing) ?? 'rebuts'
    const ids = { target: idOrNothing(text('target')), end: idOrNothing(text('end')) }
    if (!isId(map)) return undefined
    return {
      ...emptyForm(map, { doing, ...ids }),
      title: text('title'),
      statement: text('statement'),
      because: text('because'),
      id: text('id'),
      body: text('body'),
      sources: Array.isArray(form.sources) ? form.sources.slice(0, 50).flatMap(sourceIn) : [],
      ...(typeof form.own === 'string' ? { own: text('own') } : {}),
    }
  } catch {
    return undefined
  }
}

function sourceIn(value: unknown): Form['sources'] {
  const { id, at } = (value ?? {}) as Record<string, unknown>
  if (typeof id !== 'string' || !isId(id)) return []
  return [{ id, at: typeof at === 'string' ? at.slice(0, 200) : '' }]
}

function idOrNothing(text: string): string {
  return isId(text) ? text : ''
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

import { keepIn, keptIn } from '../stance/keeping.ts'
import { meanings, readAsked, type Asked } from './doings.ts'
import { emptyForm, fileOf, isBlank, readKept, type Form } from './form.ts'
import type { Repository } from './new-file-address.ts'
import type { Ask, Looked, Offered, Told } from './protocol.ts'

/** What the composer needs to know of its page. */
export interface Place {
  /** Address of the site's root, ending in `/`. */
  readonly root: string
  /** Under what name this browser keeps the draft. */
  readonly key: string
  readonly repository: Repository | undefined
}

type Opened = Extract<Told, { readonly kind: 'opened' }>
type Checked = Extract<Told, { readonly kind: 'checked' }>

const misread =
  'The link you followed asks for something that cannot be understood. Choose below what you want to do.'
const unkept = 'This browser refuses to keep your draft: copy or download it before you leave.'

/** All that the composer shows and does; `draw` is called after every change. */
export class Store {
  readonly place: Place
  /** The maps and sources there are, once they are known. */
  content: Opened | undefined
  form = emptyForm('')
  /** What is said of the draft, perhaps of that of a moment ago. */
  checked: Checked | undefined
  query = ''
  found: readonly Offered[] | undefined
  /** Nodes that were asked for by their id. */
  readonly looked = new Map<string, Looked>()
  notices: readonly string[] = []
  /** What a link asks for while another draft is kept. */
  offer: Asked | undefined
  failure = ''
  said = ''
  draw: () => void = () => {}
  readonly #ask: (ask: Ask) => void
  #queries = 0
  /** Whether the worker looks at a draft, and whether it has changed since. */
  #isChecking = false
  #isStale = false

  constructor(place: Place, ask: (ask: Ask) => void) {
    this.place = place
    this.#ask = ask
  }

  /** Takes what the worker tells. */
  hear(told: Told): void {
    if (told.kind === 'opened') return this.#begin(told)
    if (told.kind === 'checked' || told.kind === 'failed') this.#isChecking = false
    if (told.kind === 'failed') return this.fail(`Checking failed: ${told.message}`)
    if (told.kind === 'looked') this.#take(told.looked)
    if (told.kind === 'found' && told.number === this.#queries) this.found = told.nodes
    if (told.kind === 'checked') {
      this.checked = told
      this.failure = ''
      if (this.#isStale) this.#check()
    }
    this.draw()
  }

  /** Says that something failed. */
  fail(words: string): void {
    this.failure = words
    this.draw()
  }

  /** Says what was done. */
  say(words: string): void {
    this.said = words
    this.draw()
  }

  /** Changes what is entered, keeps it, and has it looked at. */
  change(changed: Partial<Form>): void {
    this.form = { ...this.form, ...changed }
    this.said = ''
    this.#keep()
    this.#check()
    this.draw()
  }

  /** Chooses what the draft bears on. */
  choose(target: string): void {
    this.query = ''
    this.found = undefined
    this.change({ target, end: '' })
    if (target !== '') this.#look(target)
  }

  /** Looks for statements by a part of a sentence. */
  find(query: string): void {
    this.query = query
    this.#queries++
    if (query.trim().length < 2) this.found = undefined
    else this.#ask({ kind: 'find', number: this.#queries, query })
    this.draw()
  }

  /** Forgets the draft and begins anew, with what a link asks for where it does. */
  discard(): void {
    const { map } = this.form
    const { own: _, ...empty } = { ...emptyForm(map, this.offer), own: '' }
    this.form = empty
    this.offer = undefined
    this.checked = undefined
    this.change({})
    if (this.form.target !== '') this.#look(this.form.target)
  }

  /** Goes on with the draft that is kept, whatever the link asks for. */
  keepDraft(): void {
    this.offer = undefined
    this.draw()
  }

  /** Goes back from the file to the form; what was typed into the file is lost. */
  leaveFile(): void {
    const { own: _, ...form } = this.form
    this.form = form
    this.change({})
  }

  /** Does what the address asks for. */
  follow(): void {
    const asked = readAsked(location.hash)
    if (asked === undefined) return this.draw()
    if (asked === 'wrong') {
      this.notices = [misread]
      return this.draw()
    }
    this.notices = []
    const { doing, target, end } = this.form
    const isSame = asked.doing === doing && asked.target === target && asked.end === end
    if (isBlank(this.form)) this.change(asked)
    else if (!isSame) this.offer = asked
    this.#look(asked.target)
    this.draw()
  }

  #begin(told: Opened): void {
    const sources = [...told.sources].sort((a, b) => a.title.localeCompare(b.title, 'en'))
    this.content = { ...told, sources }
    const kept = readKept(keptIn(this.place.key))
    const isKnown = told.maps.some(({ id }) => id === kept?.map)
    const form = kept !== undefined && isKnown ? kept : emptyForm(told.maps[0]?.id ?? '')
    this.form = form
    if (form.target !== '') this.#look(form.target)
    this.#check()
    this.follow()
  }

  #look(id: string): void {
    if (!this.looked.has(id)) this.#ask({ kind: 'look', id })
  }

  // A draft stands in the map of what it bears on; a step from where only one goes is chosen.
  #take(looked: Looked): void {
    this.looked.set(looked.id, looked)
    const { node } = looked
    if (looked.id !== this.form.target || node === undefined) return
    const { doing, end, map } = this.form
    const only = doing === 'undercuts' && end === '' && looked.ends.length === 1
    const first = only ? (looked.ends[0]?.id ?? '') : end
    if (node.map !== map || first !== end) this.change({ map: node.map, end: first })
  }

  #keep(): void {
    const text = isBlank(this.form) ? '' : JSON.stringify(this.form)
    if (!keepIn(this.place.key, text) && text !== '') this.notices = [unkept]
  }

  // At once, or as soon as the worker has said what it makes of an earlier draft.
  #check(): void {
    this.#isStale = this.#isChecking
    if (this.#isChecking) return
    this.#isChecking = true
    const file = fileOf(this.form)
    const statement = this.form.own === undefined ? this.form.statement : statementIn(file.text)
    this.#ask({ kind: 'check', file, statement })
  }
}

// What the worker compares with other statements; that it is well written is told as a problem.
function statementIn(text: string): string {
  return /^statement: *"?(.*?)"?$/m.exec(text)?.[1] ?? ''
}

/** The node that the draft bears on, where it is known. */
export function targetOf({ looked, form }: Store): Looked | undefined {
  return form.target === '' ? undefined : looked.get(form.target)
}

/** Whether what is done can be done to a kind of node. */
export function fits(form: Form, { kind }: Offered): boolean {
  return meanings[form.doing].to.includes(kind)
}

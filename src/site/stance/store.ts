import { indexViewData, type ViewData, type ViewIndex } from '../../analysis/stance/view-data.ts'
import { emptyView, sameView, sizeOf, withTopic, type View } from '../../analysis/stance/view.ts'
import { readView, writeView } from '../../analysis/stance/view-fragment.ts'
import { answeredIn, withoutAnswer } from './answers.ts'
import { isOwnAddress, keepIn, keptIn, writeAddress } from './keeping.ts'
import type { Ask, Standing, Told } from './protocol.ts'
import { summaryOf } from './summary.ts'

/** Another view to hold one's own against. */
export interface Other {
  readonly view: View
  /** As in a sentence: "the other view". */
  readonly name: string
  readonly told?: Extract<Told, { readonly kind: 'other' }>
}

/** What an opened view needs to know of its page. */
export interface Place {
  /** Address of the site's root, ending in `/`. */
  readonly root: string
  /** Under what name this browser keeps the view. */
  readonly key: string
  /** The node whose page it is; undefined on the page of views. */
  readonly node: number | undefined
}

/** What can be undone: the view that was shown, and whose it was. */
type Past = Pick<Store, 'view' | 'own' | 'isVisiting'>
type Result = Extract<Told, { readonly kind: 'view' }>
type Cruxes = Extract<Told, { readonly kind: 'cruxes' }>

const unreadable = 'What this browser kept as your view cannot be read; it is left aside.'
const unkept = 'This browser refuses to keep your view; a link that you copy still has it.'
/** What the reader's own view is called where it is held beside that of a link. */
export const ownName = 'your own view'
const mostPast = 200
const mostQuestions = 5
/** Milliseconds after which small moves are taken for done. */
const pause = 700

/** All that an opened view shows and does; `draw` is called after every change. */
export class Store {
  readonly data: ViewData
  readonly index: ViewIndex
  readonly place: Place
  view = emptyView
  /** How the map stands as it is. */
  base: Standing | undefined
  /** How the view stands, maybe that of a moment ago. */
  result: Result | undefined
  cruxes: Cruxes | undefined
  /** What consistent positions say of a contested topic, once it has been found. */
  position: Extract<Told, { readonly kind: 'position' }> | undefined
  /** Nodes that have a card, in order of coming. */
  asked: readonly number[] = []
  other: Other | undefined
  notices: readonly string[] = []
  /** What could not be read of the view to compare with. */
  otherNotices: readonly string[] = []
  /** Whether the view is that of a link, which is not kept until it is made the reader's own. */
  isVisiting = false
  /** The reader's own view, if it has answers, while that of a link is shown. */
  own: View | undefined
  /** Read aloud when a change has come through. */
  status = ''
  failure = ''
  query = ''
  /** Whether there is room beside the questions for what they come to. */
  readonly isWide = matchMedia('(width >= 62rem)').matches
  copied: { readonly words: string; readonly text?: string } | undefined
  draw: () => void = () => {}
  #past: Past[] = []
  /** What the moves that are not taken for done yet came from. */
  #before: View | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #isKept = true
  #number = 0
  #waiting = false
  #again = false
  #tell = false
  #isFresh = true
  readonly #send: (ask: Ask) => void

  constructor(data: ViewData, place: Place, send: (ask: Ask) => void) {
    this.data = data
    this.index = indexViewData(data)
    this.place = place
    this.#send = send
    send({ kind: 'map', data })
    const text = keptIn(place.key)
    const kept = readView(text, this.index)
    // What is kept may be newer than an address of the reader's own.
    const linked = isOwnAddress() ? undefined : readView(location.hash, this.index)
    this.view = linked?.view ?? kept?.view ?? emptyView
    this.notices = (linked ?? kept)?.notices ?? (text === '' ? [] : [unreadable])
    if (linked) this.#visit(linked.view, kept?.view)
    else if (isOwnAddress()) this.#writeAddress()
    this.asked = answeredIn(this.view, this.index)
    this.#ask()
  }

  /** The node that is asked about. */
  get topic(): number {
    const { topic } = this.view
    return this.index.nodeNumber(topic ?? this.data.topics[0] ?? '') ?? 0
  }

  get canUndo(): boolean {
    return this.#past.length > 0 || this.#before !== undefined
  }

  /** Whose view is shown, as in a sentence. */
  get viewName(): string {
    return this.isVisiting ? 'the view of the link' : 'your view'
  }

  /** Shows a view that may still change, as while a slider moves. */
  preview(view: View): void {
    if (this.#before && movedIn(this.#before, view) > 1) this.flush()
    this.view = view
    this.#ask()
    this.draw()
  }

  /** Takes a view on, so that it can be undone and is kept. `before` is what it came from. */
  commit(view: View, before = this.view): void {
    this.flush()
    if (sameView(view, before)) return
    this.#remember(before)
    this.#turnTo(view)
  }

  /**
   * Shows a view and commits it when 700 ms have passed without another call, or before anything
   * else is done: many small moves of one credence are one step to undo.
   */
  commitSoon(view: View, before = this.view): void {
    if (!sameView(view, this.view)) this.preview(view)
    this.#before ??= before
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), pause)
  }

  /** Commits now what was to be committed soon. */
  flush(): void {
    clearTimeout(this.#timer)
    const before = this.#before
    this.#before = undefined
    if (before) this.commit(this.view, before)
  }

  undo(): void {
    this.flush()
    const last = this.#past.pop()
    if (last === undefined) return
    const { own, isVisiting } = last
    // A link's view was made the reader's own, in the place of this one.
    if (isVisiting && !this.isVisiting) keepIn(this.place.key, own ? writeView(own) : '')
    Object.assign(this, last)
    this.#turnTo(last.view)
  }

  /** Leaves the link's view for the reader's own, or makes it the reader's own. */
  settleOwn(keep: boolean): void {
    this.flush()
    const view = keep ? this.view : (this.own ?? emptyView)
    this.#remember(this.view)
    this.own = undefined
    this.isVisiting = false
    this.notices = []
    this.#turnTo(view)
    document.querySelector<HTMLElement>('[data-view] h2')?.focus()
  }

  /** Holds another view beside the one that is shown, or none; says what could not be read of it. */
  holdBeside(other: Other | undefined, notices: readonly string[] = []): void {
    this.other = other
    this.otherNotices = notices
    this.#askOther()
    this.draw()
  }

  /** Shows the view of an address that was followed on this page. */
  follow(): void {
    const linked = readView(location.hash, this.index)
    if (linked === undefined || location.hash === `#${writeView(this.#full())}`) return
    this.flush()
    if (isOwnAddress()) {
      // The history of the browser leads back from a link.
      if (this.isVisiting) this.settleOwn(false)
      else this.#writeAddress()
      return
    }
    const own = this.isVisiting ? this.own : this.#full()
    if (!sameView(linked.view, this.view)) this.#remember(this.view)
    this.notices = linked.notices
    this.#isFresh = true
    this.#visit(linked.view, own)
    this.#turnTo(linked.view)
  }

  /** Shows the reader's own view as it was changed on another page. */
  reread(): void {
    const text = keptIn(this.place.key)
    const mine = this.#full()
    const kept = text === '' ? withTopic(emptyView, mine.topic) : readView(text, this.index)?.view
    if (kept === undefined || !this.#isKept) return
    if (this.isVisiting) {
      this.own = sizeOf(kept) > 0 ? kept : undefined
      this.draw()
    } else if (!sameView(kept, mine)) this.commit(kept)
  }

  fail(words: string): void {
    this.failure = words
    this.draw()
  }

  tellCopied(copied: Store['copied']): void {
    this.copied = copied
    this.failure = ''
    this.draw()
  }

  /** Gives a node a card, before those that are there, and the focus. */
  answer(node: number): void {
    this.asked = [...new Set([node, ...this.asked])]
    this.query = ''
    this.draw()
    document.querySelector<HTMLElement>('[data-view] fieldset input')?.focus()
  }

  /** Takes back what the reader says of a node and of its steps. */
  takeBack(node: number): void {
    this.commit(withoutAnswer(this.view, this.data.nodes[node] as string))
  }

  /** Makes a node the topic, with questions of its own. */
  askAbout(node: number): void {
    this.asked = this.asked.filter((each) => this.isAnswered(each))
    this.cruxes = undefined
    this.#isFresh = true
    this.query = ''
    this.commit(withTopic(this.view, this.data.nodes[node]))
    document.getElementById('view-topic')?.focus()
  }

  /**
   * Gives cards to the cruxes that are not answered, in the place of cards that are not; some of
   * these may be kept, and come first.
   */
  askNext(kept: readonly number[] = []): void {
    const next = (this.cruxes?.cruxes ?? []).filter(({ node }) => !this.isAnswered(node))
    const best = next.slice(0, mostQuestions).map(({ node }) => node)
    const answered = this.asked.filter((node) => this.isAnswered(node))
    this.asked = [...new Set([...kept, ...best, ...answered])]
    this.draw()
  }

  isAnswered(node: number): boolean {
    return answeredIn(this.view, this.index).includes(node)
  }

  /** Where this view can be found, for others. */
  get link(): string {
    const { root } = this.place
    return `${location.origin}${root}stance/#${writeView(this.#full())}`
  }

  hear(told: Told): void {
    if (told.kind === 'failed') {
      this.failure = `This could not be computed: ${told.message}`
      this.#waiting = false
    } else if (told.kind === 'map') this.base = told.standing
    else if (told.kind === 'position') this.position = told
    else if (told.kind === 'view') this.#hearView(told)
    else if (told.kind === 'cruxes') this.#hearCruxes(told)
    else if (this.other) this.other = { ...this.other, told }
    this.draw()
  }

  #hearCruxes(told: Cruxes): void {
    if (told.number !== this.#number) return
    this.cruxes = told
    // A card that the reader called for meanwhile stays.
    if (this.#isFresh) this.askNext(this.asked.filter((node) => !this.isAnswered(node)))
    this.#isFresh = false
  }

  #hearView(told: Result): void {
    this.result = told
    this.failure = ''
    this.#waiting = false
    if (this.#again) return this.#ask()
    if (this.#tell) this.status = summaryOf(this)
    this.#tell = false
    this.#askOther()
  }

  /** Takes a view for that of a link, if there is anything in it that is not the reader's own. */
  #visit(view: View, own = emptyView): void {
    const hasOwn = sizeOf(own) > 0
    this.isVisiting = hasOwn ? !sameView(view, own) : sizeOf(view) > 0
    this.own = this.isVisiting && hasOwn ? own : undefined
  }

  #askOther(): void {
    if (this.other === undefined) return
    const { view, topic } = this
    this.#send({ kind: 'other', view: this.other.view, mine: view, topic })
  }

  /** The view with its topic said, for a link that still means this when the map has another. */
  #full(): View {
    return withTopic(this.view, this.data.nodes[this.topic])
  }

  #remember(view: View): void {
    const { own, isVisiting } = this
    this.#past = [...this.#past, { view, own, isVisiting }].slice(-mostPast)
  }

  #turnTo(view: View): void {
    this.view = view
    if (!this.isVisiting && this.other?.name === ownName) this.other = undefined
    this.asked = [...new Set([...this.asked, ...answeredIn(view, this.index)])]
    this.copied = undefined
    this.#tell = true
    this.#ask()
    this.#keep()
    this.draw()
  }

  #keep(): void {
    if (!this.isVisiting) {
      const text = sizeOf(this.view) === 0 ? '' : writeView(this.#full())
      this.#isKept = keepIn(this.place.key, text)
      if (!this.#isKept) this.notices = [...new Set([...this.notices, unkept])]
    }
    this.#writeAddress()
  }

  /** Also on the page of a node where its address had a view. */
  #writeAddress(): void {
    const isHere = this.place.node === undefined || readView(location.hash, this.index)
    if (isHere) writeAddress(writeView(this.#full()), !this.isVisiting && this.#isKept)
  }

  #ask(): void {
    this.#again = this.#waiting
    if (this.#waiting) return
    this.#waiting = true
    const { view, topic, place } = this
    const isWeighed = place.node === undefined
    this.#send({ kind: 'view', number: ++this.#number, view, topic, isWeighed })
  }
}

/** How many nodes have a credence in the second view that they did not have in the first. */
function movedIn(before: View, { credences }: View): number {
  return [...credences].filter(([id, value]) => before.credences.get(id) !== value).length
}

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

type Result = Extract<Told, { readonly kind: 'view' }>
type Cruxes = Extract<Told, { readonly kind: 'cruxes' }>

const unreadable = 'What this browser kept as your view cannot be read; it is left aside.'
const unkept = 'This browser refuses to keep your view; a link that you copy still has it.'
const mostPast = 200
const mostQuestions = 5

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
  /** The reader's own view while that of a link is shown. */
  own: View | undefined
  /** Read aloud when a change has come through. */
  status = ''
  failure = ''
  query = ''
  /** Whether there is room beside the questions for what they come to. */
  readonly isWide = matchMedia('(width >= 62rem)').matches
  copied: { readonly words: string; readonly text?: string } | undefined
  draw: () => void = () => {}
  #past: View[] = []
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
    const isOwn = isOwnAddress() && kept !== undefined
    const linked = isOwn ? undefined : readView(location.hash, this.index)
    this.view = linked?.view ?? kept?.view ?? emptyView
    this.notices = (linked ?? kept)?.notices ?? (text === '' ? [] : [unreadable])
    if (linked && kept) this.#setAside(kept.view)
    this.asked = answeredIn(this.view, this.index)
    this.#ask()
  }

  /** The node that is asked about. */
  get topic(): number {
    const { topic } = this.view
    return this.index.nodeNumber(topic ?? this.data.topics[0] ?? '') ?? 0
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  /** Shows a view that may still change, as while a slider moves. */
  preview(view: View): void {
    this.view = view
    this.#ask()
    this.draw()
  }

  /** Takes a view on, so that it can be undone and is kept. `before` is what it came from. */
  commit(view: View, before = this.view): void {
    if (sameView(view, before)) return
    this.#past = [...this.#past, before].slice(-mostPast)
    this.#turnTo(view)
  }

  undo(): void {
    const last = this.#past.pop()
    if (last !== undefined) this.#turnTo(last)
  }

  /** Leaves the link's view for the reader's own, or makes it the reader's own. */
  settleOwn(keep: boolean): void {
    const own = this.own
    this.own = undefined
    this.notices = []
    if (own !== undefined && !keep) this.commit(own)
    else this.#keep()
    this.draw()
  }

  compare(text: string): void {
    const read = readView(text, this.index)
    this.notices = read?.notices ?? ['That is no link to a view: it would hold “#v=1” and answers.']
    this.other = read && { view: read.view }
    this.#askOther()
    this.draw()
  }

  /** Holds the reader's own view beside that of the link. */
  compareOwn(): void {
    if (this.own) this.compare(writeView(this.own))
  }

  endComparison(): void {
    this.other = undefined
    this.notices = []
    this.draw()
  }

  /** Shows the view of an address that was followed on this page. */
  follow(): void {
    const linked = readView(location.hash, this.index)
    if (linked === undefined || location.hash === `#${writeView(this.#full())}`) return
    this.notices = linked.notices
    this.#isFresh = true
    const own = this.own ?? this.#full()
    const before = this.view
    this.view = linked.view
    this.#setAside(own)
    this.commit(linked.view, before)
    this.draw()
  }

  /** Shows the reader's own view as it was changed on another page. */
  reread(): void {
    const kept = readView(keptIn(this.place.key), this.index)
    if (kept && !this.own && !sameView(kept.view, this.#full())) this.commit(kept.view)
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

  /** Keeps the reader's own view aside where another one is shown. */
  #setAside(own: View): void {
    this.own = sizeOf(own) > 0 && !sameView(this.view, own) ? own : undefined
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

  #turnTo(view: View): void {
    this.view = view
    this.asked = [...new Set([...this.asked, ...answeredIn(view, this.index)])]
    this.copied = undefined
    this.#tell = true
    this.#ask()
    this.#keep()
    this.draw()
  }

  #keep(): void {
    const text = writeView(this.#full())
    if (this.place.node === undefined) writeAddress(text, this.own === undefined)
    if (this.own !== undefined) return
    const isKept = keepIn(this.place.key, sizeOf(this.view) === 0 ? '' : text)
    if (!isKept) this.notices = [...new Set([...this.notices, unkept])]
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

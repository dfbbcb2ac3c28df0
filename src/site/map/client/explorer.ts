import type { Drawing, Scene } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { AddressBar } from './address-bar.ts'
import { readAddress, writeAddress } from './address.ts'
import { sentenceOf } from './map-words.ts'
import { adjacencyOf, type Adjacency } from './near.ts'
import { write, type PageParts } from './page-parts.ts'
import { initialState, listed, sceneOf, type MapState, type Standing } from './state.ts'
import { Viewpoint } from './viewpoint.ts'

/** What a notice is about; the newest of each is shown. */
export type NoticeAbout = 'picture' | 'address' | 'view' | 'search'

/**
 * All that the explorer shows and does. What stands in the address changes by `turn` and `follow`
 * alone, all else by a method of its own; after each, `onShow` is told.
 */
export class Explorer {
  readonly data: MapData
  readonly parts: PageParts
  readonly drawing: Drawing
  readonly adjacency: Adjacency
  readonly viewpoint: Viewpoint
  readonly bar: AddressBar
  state: MapState = initialState
  /** Where the keyboard is. */
  current: number | undefined
  /** What the panel tells of. */
  picked: number | undefined
  /** What the query found, the best first; undefined where nothing is sought. */
  found: ReadonlySet<number> | undefined
  /** Labels and strengths that are shown: the map's, or those of the reader's view. */
  standing: Standing
  /** The view of a link, as a fragment. */
  view: string | undefined
  scene: Scene
  /** Numbers of what the list shows. */
  listed: readonly number[] = []
  /** Shows what has changed. */
  onShow: () => void = () => {}
  /** Shows what is current and no more, as while the pointer moves. */
  onCurrent: () => void = () => {}
  #pointed: number | undefined
  readonly #notices = new Map<NoticeAbout, readonly string[]>()

  constructor(data: MapData, parts: PageParts, drawing: Drawing) {
    this.data = data
    this.parts = parts
    this.drawing = drawing
    this.adjacency = adjacencyOf(data)
    this.viewpoint = new Viewpoint(data, drawing, parts.stage)
    this.bar = new AddressBar(
      () => writeAddress(this.state, data, this.view),
      () => this.onShow(),
    )
    this.standing = data.nodes
    this.scene = this.#sceneNow()
    drawing.onPick = (node) => this.pick(node)
    drawing.onPoint = (node) => this.point(node)
    drawing.onMove = () => {
      this.state = { ...this.state, camera: this.viewpoint.moved() }
      this.bar.keep()
    }
  }

  /** Takes a part of the state on, shows it and writes the address. */
  turn(change: Partial<MapState>): void {
    const before = this.state
    this.state = { ...before, ...change }
    this.show()
    const { focus, depth } = this.state
    if (focus !== before.focus || depth !== before.depth) this.#lookAround(true)
    this.bar.keep()
  }

  /** Shows things as they are. */
  show(): void {
    this.scene = this.#sceneNow()
    this.listed = listed(this.scene)
    this.drawing.paint(this.scene)
    this.onShow()
  }

  /** Puts a node in the middle of things and tells of it; nothing, and the panel closes. */
  pick(node: number | undefined): void {
    this.picked = node
    if (node === undefined) return this.show()
    this.current = node
    this.focus(node)
  }

  /** Puts a node in the middle of things, or nothing. */
  focus(node: number | undefined): void {
    const camera = node === undefined ? this.drawing.camera() : undefined
    this.turn({ focus: node, camera })
    if (node !== undefined) this.say(node)
  }

  /** Marks where the keyboard is, and brings it into the window of the picture. */
  goTo(node: number): void {
    this.current = node
    this.#pointed = undefined
    this.#mark()
    this.onShow()
    this.viewpoint.reach(node)
  }

  /** Marks what the pointer is at. */
  point(node: number | undefined): void {
    if (node === this.#pointed) return
    this.#pointed = node
    this.#mark()
    this.onCurrent()
  }

  /** Zooms about the middle of the window. */
  zoom(factor: number): void {
    this.turn({ camera: this.viewpoint.zoom(factor) })
  }

  /** Looks at all that is in question: what is near the focus, or everything. */
  fit(): void {
    const near = this.state.focus === undefined ? undefined : this.listed
    this.turn({ camera: this.viewpoint.fit(near) })
  }

  /** Opens the page of a node. */
  open(node: number): void {
    this.bar.flush()
    location.assign(this.addressOf(node))
  }

  addressOf(node: number): string {
    return `${this.parts.places.root}c/${this.data.nodes.id[node]}/`
  }

  /** Takes on what an address asks for; what it says nothing of is as at the beginning. */
  follow(hash: string, isFirst: boolean): void {
    const read = readAddress(hash, this.data)
    if (read === undefined && !isFirst) return
    this.bar.drop()
    this.state = read?.state ?? initialState
    this.view = read?.view
    for (const about of ['view', 'search'] as const) this.tell(about, [])
    this.tell('address', read?.notices ?? [])
    // Whoever comes by a link knows what it is of, and on a phone the panel would cover it.
    this.picked = undefined
    this.current = this.state.focus ?? this.current
    this.show()
    if (isFirst) this.viewpoint.first()
    this.#lookAround(!isFirst)
  }

  /** Says what could not be had of something, beside what is said of other things. */
  tell(about: NoticeAbout, notices: readonly string[]): void {
    this.#notices.set(about, notices)
    write(this.parts.notice, [...this.#notices.values()].flat().join(' '))
  }

  /** Labels and strengths to show from now on. */
  stand(standing: Standing): void {
    this.standing = standing
    this.show()
  }

  /** Takes on what a search found. */
  tellFound(found: ReadonlySet<number> | undefined): void {
    this.found = found
    this.show()
  }

  /** Says how a node stands, to be read aloud where the focus of the page does not go to it. */
  say(node: number): void {
    write(this.parts.live, sentenceOf(this.data, node, this.standing))
  }

  /** To where the reader has moved the picture, or else to what is near the focus. */
  #lookAround(glide: boolean): void {
    const { camera, focus } = this.state
    if (camera !== undefined) this.viewpoint.go(camera, glide)
    else if (focus !== undefined) this.viewpoint.around(focus, this.listed, glide)
  }

  /** Paints another node as current, all else being as it was. */
  #mark(): void {
    this.scene = { ...this.scene, current: this.#pointed ?? this.current }
    this.drawing.paint(this.scene)
  }

  #sceneNow(): Scene {
    const { data, adjacency, state, standing, found } = this
    const current = this.#pointed ?? this.current
    return sceneOf(data, adjacency, state, standing, { current, found })
  }
}

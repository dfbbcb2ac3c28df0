import type { Camera, Drawing } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { firstLook, held, lookAround, reach, zoomWord, type Size } from './camera.ts'

/** Moves the camera of a drawing to where the explorer wants it. */
export class Viewpoint {
  readonly #data: MapData
  readonly #drawing: Drawing
  readonly #stage: HTMLElement
  /** Where the camera is going to, so that a move begins where the last one will end. */
  #goal: Camera

  constructor(data: MapData, drawing: Drawing, stage: HTMLElement) {
    this.#data = data
    this.#drawing = drawing
    this.#stage = stage
    this.#goal = drawing.camera()
  }

  /** Where the reader has moved the picture to. */
  moved(): Camera {
    this.#goal = this.#drawing.camera()
    this.#tell()
    return this.#goal
  }

  /** Looks at a place, or as near to it as the picture goes, and gives where that is. */
  go(camera: Camera, glide = true): Camera {
    this.#goal = held(camera, this.#data, this.#size)
    this.#drawing.look(this.#goal, glide)
    this.#tell()
    return this.#goal
  }

  first(): void {
    this.go(firstLook(this.#data, this.#size), false)
  }

  /** Looks at a node with all that is near it. */
  around(node: number, near: readonly number[], glide: boolean): void {
    this.go(lookAround(this.#data, this.#size, this.#goal, node, near), glide)
  }

  /** Brings a node into the window, if it is not there. */
  reach(node: number): void {
    const next = reach(this.#data, this.#size, this.#goal, node)
    if (next.x !== this.#goal.x || next.y !== this.#goal.y) this.go(next)
  }

  zoom(factor: number): Camera {
    const { x, y, zoom } = this.#goal
    return this.go({ x, y, zoom: zoom * factor })
  }

  fit(nodes?: readonly number[]): Camera {
    return this.go(this.#drawing.fitting(nodes))
  }

  get #size(): Size {
    const { clientWidth, clientHeight } = this.#stage
    return { width: Math.max(1, clientWidth), height: Math.max(1, clientHeight) }
  }

  /** Tells the style sheet how large things are. */
  #tell(): void {
    const root = this.#stage.closest<HTMLElement>('[data-map]')
    const word = zoomWord(this.#goal.zoom)
    if (root && root.dataset['zoom'] !== word) root.dataset['zoom'] = word
  }
}

/** What is looked at: the point of the layout in the middle of the window, and CSS pixels per unit. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** What the explorer colours nodes by, beside their shape, which is always that of their kind. */
export type ColourBy = 'kind' | 'label' | 'strength'

/** What a drawing is to show. */
export interface Scene {
  /** Per node: 0 left out by a filter, 1 shown, 2 shown and near the focus. */
  readonly nodes: Uint8Array
  /** The node in the middle of things; its neighbourhood is what is 2, all else is faint. */
  readonly focus: number | undefined
  /** The node that the keyboard or the pointer is at. */
  readonly current: number | undefined
  /** What a search found; undefined where nothing is sought. */
  readonly found: ReadonlySet<number> | undefined
  readonly colour: ColourBy
  /** Per node: of the map, or in the reader's view; coded as in `MapNodes`. */
  readonly label: ArrayLike<number>
  readonly strength: ArrayLike<number>
}

/**
 * The picture of the explorer: SVG for hundreds of nodes, WebGL for thousands, alike to the
 * explorer. A drawing knows nothing of filters, addresses and lists, and listens to the pointer
 * alone: to drag, wheel and pinch, which move its camera, and to clicks.
 */
export interface Drawing {
  paint(scene: Scene): void
  camera(): Camera
  /** Moves at once, or within a fifth of a second; at once where less motion is preferred. */
  look(camera: Camera, glide?: boolean): void
  /** A camera that has all these nodes in the window, or everything. */
  fitting(nodes?: readonly number[]): Camera
  /** Told of a click on a node, or on no node. */
  onPick: (node: number | undefined) => void
  /** Told of the node under the pointer. */
  onPoint: (node: number | undefined) => void
  /** Told when the reader has moved the camera. */
  onMove: () => void
  /** Lets go of listeners and graphics memory. */
  end(): void
}

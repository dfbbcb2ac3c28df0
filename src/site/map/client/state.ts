import type { Camera, ColourBy, Scene } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import { nearTo, type Adjacency } from './near.ts'

/** What a reader has asked of the explorer; all of it stands in the address. */
export interface MapState {
  /** What is shown, by the numbers of kinds, parts and labels, -1 for none; undefined for all. */
  readonly kinds: ReadonlySet<number> | undefined
  readonly parts: ReadonlySet<number> | undefined
  readonly labels: ReadonlySet<number> | undefined
  /** Least and most strength in hundredths. What has no number is shown only from 0 to 100. */
  readonly strength: readonly [least: number, most: number]
  readonly colour: ColourBy
  readonly focus: number | undefined
  /** How many relations from the focus count as near: 1 to 5, or Infinity. */
  readonly depth: number
  readonly query: string
  /** Where the reader has moved the picture to; undefined where it was left to the page. */
  readonly camera: Camera | undefined
  /** Whether labels and strengths are those of the reader's own view. */
  readonly own: boolean
}

/** Depths that can be chosen. */
export const depths: readonly number[] = [1, 2, 3, 4, 5, Infinity]

export const initialState: MapState = {
  kinds: undefined,
  parts: undefined,
  labels: undefined,
  strength: [0, 100],
  colour: 'kind',
  focus: undefined,
  depth: 1,
  query: '',
  camera: undefined,
  own: false,
}

/** Labels and strengths, coded as in `MapNodes`: of the map or of a reader's view. */
export interface Standing {
  readonly label: ArrayLike<number>
  readonly strength: ArrayLike<number>
}

/** Marks with 1 the nodes that the filters let through. */
export function filtered(data: MapData, state: MapState, standing: Standing): Uint8Array {
  const { kinds, parts, labels } = state
  const [least, most] = state.strength
  const isWhole = least === 0 && most === 100
  return Uint8Array.from(data.nodes.id, (_, node) => {
    const strength = standing.strength[node]!
    return Number(
      (kinds?.has(data.nodes.kind[node]!) ?? true) &&
        (parts?.has(data.nodes.part[node]!) ?? true) &&
        (labels?.has(standing.label[node]!) ?? true) &&
        (isWhole || (strength >= least && strength <= most)),
    )
  })
}

/** Whether a filter is set. */
export function isFiltered({ kinds, parts, labels, strength: [least, most] }: MapState): boolean {
  return Boolean(kinds ?? parts ?? labels) || least > 0 || most < 100
}

/** The state with everything shown. */
export function withoutFilters(state: MapState): MapState {
  const { kinds, parts, labels, strength } = initialState
  return { ...state, kinds, parts, labels, strength }
}

/** A set of what is shown with one more or one less; undefined where that is all there are. */
export function withShown(
  shown: ReadonlySet<number> | undefined,
  all: readonly number[],
  value: number,
  isShown: boolean,
): ReadonlySet<number> | undefined {
  const next = new Set(all.filter((each) => (each === value ? isShown : (shown?.has(each) ?? true))))
  return next.size === all.length ? undefined : next
}

/**
 * What the picture is to show. The focus is shown whatever the filters say, since it is what all
 * else is shown around.
 */
export function sceneOf(
  data: MapData,
  adjacency: Adjacency,
  state: MapState,
  standing: Standing,
  seen: Pick<Scene, 'current' | 'found'>,
): Scene {
  const nodes = filtered(data, state, standing)
  const { focus, depth, colour } = state
  if (focus !== undefined) {
    nodes[focus] = 1
    const near = nearTo(adjacency, focus, depth)
    for (let node = 0; node < nodes.length; node++) nodes[node]! += nodes[node]! & near[node]!
  }
  return { nodes, focus, colour, ...seen, ...standing }
}

/**
 * Nodes that the list shows: of what is shown that which was found, the best first; else in the
 * order of the map what is near the focus; else all.
 */
export function listed({ nodes, focus, found }: Scene): readonly number[] {
  if (found !== undefined) return [...found].filter((node) => nodes[node] !== 0)
  const least = focus === undefined ? 1 : 2
  const all: number[] = []
  for (let node = 0; node < nodes.length; node++) if (nodes[node]! >= least) all.push(node)
  return all
}

import type { ColourBy, Scene } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import type { Lines } from './lines.ts'
import { mix, pack, type Palette, type Rgb } from './palette.ts'

/** How a node stands in a scene, from left out to in the middle of things. */
export const standings = { hidden: 0, faint: 1, shown: 2, near: 3, current: 4 } as const

/** How strongly what is faint is drawn. */
const faintness = 0.13

/** Of every node how it stands: where there is a focus or a search, what is neither near nor found is faint. */
export function nodeStandings(count: number, scene: Scene): Uint8Array {
  const { nodes, focus, current, found } = scene
  const standing = new Uint8Array(count)
  for (let node = 0; node < count; node++) {
    const shown = nodes[node] as number
    if (shown === 0) continue
    const isPlain = focus === undefined && found === undefined
    const isNear = (focus !== undefined && shown === 2) || found?.has(node) === true
    standing[node] = isPlain ? standings.shown : isNear ? standings.near : standings.faint
  }
  for (const node of [focus, current]) {
    if (node !== undefined && standing[node] !== standings.hidden) standing[node] = standings.current
  }
  return standing
}

/** Of every line how it stands: as the fainter of its ends, and current with the node it touches. */
export function lineStandings(lines: Lines, nodes: Uint8Array): Uint8Array {
  const standing = new Uint8Array(lines.count)
  const endsOf = (line: number): number => {
    const start = nodes[lines.from[line] as number] as number
    const to = lines.to[line] as number
    return to < 0 ? start : between(start, nodes[to] as number)
  }
  for (let line = 0; line < lines.count; line++) {
    const own = endsOf(line)
    const step = lines.step[line] as number
    standing[line] = step < 0 ? own : Math.min(own, endsOf(step))
  }
  return standing
}

function between(one: number, other: number): number {
  const [low, high] = one < other ? [one, other] : [other, one]
  // A current node raises its relations even into what is faint around it.
  return high === standings.current && low !== standings.hidden ? high : low
}

/** The colour of every node, packed. */
export function nodeColours(
  data: MapData,
  scene: Scene,
  standing: Uint8Array,
  palette: Palette,
): Uint32Array {
  const of = colourOf(data, scene, palette)
  return Uint32Array.from(standing, (own, node) =>
    pack(of(node), own === standings.faint ? faintness : 1),
  )
}

function colourOf(data: MapData, scene: Scene, palette: Palette): (node: number) => Rgb {
  const by: Readonly<Record<ColourBy, (node: number) => Rgb | undefined>> = {
    kind: (node) => palette.kinds[data.nodes.kind[node] as number],
    label: (node) => palette.labels[scene.label[node] as number],
    strength: (node) => {
      const strength = scene.strength[node] as number
      return strength < 0 ? undefined : mix(palette.weak, palette.strong, 0.15 + 0.0085 * strength)
    },
  }
  return (node) => by[scene.colour](node) ?? palette.none
}

/** How strongly lines are drawn, by how they stand. */
const lineAlphas = [0, 0, 0.5, 0.75, 0.95]

/** The colour of every line, packed: that of its relation, as strong as it stands. */
export function lineColours(
  data: MapData,
  standing: Uint8Array,
  palette: Palette,
): Uint32Array {
  const colours = palette.relations.map((colour) => lineAlphas.map((alpha) => pack(colour, alpha)))
  return Uint32Array.from(
    standing,
    (own, line) => colours[data.edges.kind[line] as number]?.[own] ?? 0,
  )
}

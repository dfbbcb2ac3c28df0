import type { Scene } from '../drawing.ts'
import type { MapData } from '../map-data.ts'
import type { Lines } from './lines.ts'
import { lineColours, lineStandings, nodeColours, nodeStandings } from './marks.ts'
import type { Palette } from './palette.ts'

/** How a map looks in a scene and in the colours of the moment. */
export interface Look {
  readonly scene: Scene
  readonly palette: Palette
  /** How nodes and lines stand, and their colours, packed. */
  readonly nodes: Uint8Array
  readonly nodeColours: Uint32Array
  readonly lines: Uint8Array
  readonly lineColours: Uint32Array
}

export function lookOf(data: MapData, lines: Lines, scene: Scene, palette: Palette): Look {
  const nodes = nodeStandings(data.nodes.id.length, scene)
  const ofLines = lineStandings(lines, nodes)
  return {
    scene,
    palette,
    nodes,
    nodeColours: nodeColours(data, scene, nodes, palette),
    lines: ofLines,
    lineColours: lineColours(data, ofLines, palette),
  }
}

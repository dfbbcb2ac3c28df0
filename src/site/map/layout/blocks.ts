import type { Band, LayoutGraph } from './layout.ts'

/** The nodes of one part in one layer. */
export interface Block {
  readonly part: number
  readonly layer: number
  readonly nodes: readonly number[]
}

/** How blocks stand: layers from left to right, parts from top to bottom. */
export interface BlockPlan {
  readonly blocks: readonly Block[]
  /** How many columns each layer has. */
  readonly columns: readonly number[]
  /** Where each layer begins. */
  readonly left: readonly number[]
  readonly width: number
  readonly bands: readonly Band[]
  readonly bandOf: ReadonlyMap<number, Band>
}

/** The place of one node with the room around it. */
export interface Cell {
  readonly width: number
  readonly height: number
}

/** Width to height of the whole, as that of a window. */
const aspect = 1.5
const between = { layers: 120, parts: 70 }

/** Gives layers as many columns as make the whole as wide as a window. */
export function planBlocks(graph: LayoutGraph, cell: Cell): BlockPlan {
  const blocks = blocksOf(graph)
  const layers = Math.max(...blocks.map(({ layer }) => layer)) + 1
  const tallest = Array.from({ length: layers }, (_, layer) =>
    Math.max(0, ...blocks.filter((block) => block.layer === layer).map(({ nodes }) => nodes.length)),
  )
  const most = Math.max(...tallest)
  let best = planFor(blocks, tallest, most, cell)
  // Fewer rows make it wider; each trial has about a tenth fewer.
  for (let rows = most; rows > 1; rows = Math.min(rows - 1, Math.floor(rows * 0.9))) {
    const plan = planFor(blocks, tallest, rows, cell)
    if (isOff(plan) < isOff(best)) best = plan
  }
  return best
}

function isOff({ width, bands }: BlockPlan): number {
  return Math.abs(Math.log(width / (bands.at(-1)?.bottom ?? 1) / aspect))
}

function blocksOf({ nodes }: LayoutGraph): readonly Block[] {
  const found = new Map<string, { part: number; layer: number; nodes: number[] }>()
  for (const [node, { part, depth }] of nodes.entries()) {
    const key = `${part} ${depth}`
    const block = found.get(key)
    if (block === undefined) found.set(key, { part, layer: depth, nodes: [node] })
    else block.nodes.push(node)
  }
  return [...found.values()].sort((a, b) => a.part - b.part || a.layer - b.layer)
}

/** The plan in which no block has more than so many rows. */
function planFor(
  blocks: readonly Block[],
  tallest: readonly number[],
  mostRows: number,
  cell: Cell,
): BlockPlan {
  const columns = tallest.map((count) => Math.ceil(count / mostRows))
  const left: number[] = []
  let right = 0
  for (const count of columns) {
    left.push(right)
    right += count * cell.width + between.layers
  }
  const bands: Band[] = []
  let top = 0
  for (const part of new Set(blocks.map((block) => block.part))) {
    const rows = blocks
      .filter((block) => block.part === part)
      .map(({ layer, nodes }) => Math.ceil(nodes.length / (columns[layer] ?? 1)))
    const bottom = top + Math.max(...rows) * cell.height + between.parts
    bands.push({ part, top, bottom })
    top = bottom
  }
  const bandOf = new Map(bands.map((band) => [band.part, band]))
  return { blocks, columns, left, width: right - between.layers, bands, bandOf }
}

/** The height of the middle of a row among so many, evenly over the band. */
export function rowMiddle({ top, bottom }: Band, row: number, rows: number): number {
  const [start, end] = [top + between.parts / 2, bottom - between.parts / 2]
  return start + ((row + 0.5) / rows) * (end - start)
}

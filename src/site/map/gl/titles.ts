import type { MapData } from '../map-data.ts'
import { breakTitle } from './break-title.ts'

/** A title as it is set: its lines, and the face and size for them. */
export interface SetTitle {
  readonly lines: readonly string[]
  readonly width: number
  readonly font: string
  readonly size: number
}

/** Titles as they are set beside marks and in boxes; each is set once for a face. */
export interface Titles {
  readonly besideMark: (node: number) => SetTitle
  readonly inBox: (node: number) => SetTitle
}

/** As in the drawing in SVG. */
const boxed = { size: 13.5, lines: 4, inset: 9 }

export function openTitles(
  data: MapData,
  context: CanvasRenderingContext2D,
  sans: string,
): Titles {
  const set = (node: number, width: number, most: number, size: number, weight: number) => {
    const font = `${weight} ${size}px ${sans}`
    context.font = font
    const measure = (text: string) => context.measureText(text).width
    const lines = breakTitle(data.nodes.title[node] ?? '', width, most, measure)
    return { lines, width: Math.max(...lines.map(measure)), font, size }
  }
  return {
    besideMark: remembered((node) => {
      const depth = data.nodes.depth[node] as number
      return depth === 0 ? set(node, 230, 3, 15, 650) : set(node, 150, 2, depth === 1 ? 13.5 : 12.5, 450)
    }),
    inBox: remembered((node) => {
      // Slanted and round sides take more of a line than straight ones.
      const inset = boxed.inset + (data.nodes.kind[node] === 0 ? 0 : 4)
      return set(node, (data.nodes.width[node] as number) - 2 * inset, boxed.lines, boxed.size, 400)
    }),
  }
}

function remembered(set: (node: number) => SetTitle): (node: number) => SetTitle {
  const known = new Map<number, SetTitle>()
  return (node) => {
    const found = known.get(node) ?? set(node)
    known.set(node, found)
    return found
  }
}

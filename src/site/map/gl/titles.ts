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

/** In boxes as in the drawing in SVG; smaller where another face is wider than that of the layout. */
const boxedSizes = [13.5, 12.5, 11.5, 10.5]
const boxedLine = 1.19
const inset = { straight: 7, slanted: 12 }

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
      const [width, height] = [data.nodes.width[node] as number, data.nodes.height[node] as number]
      const room = width - 2 * (data.nodes.kind[node] === 0 ? inset.straight : inset.slanted)
      const tried = boxedSizes.map((size) => {
        const most = Math.max(1, Math.floor((height - 4) / (size * boxedLine)))
        return set(node, room, most, size, 400)
      })
      const fitting = tried.find(({ lines }) => !lines.at(-1)?.endsWith(' …'))
      return fitting ?? (tried.at(-1) as SetTitle)
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

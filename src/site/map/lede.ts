import type { ArgumentMap } from '../../core/document.ts'
import type { MapData } from './map-data.ts'

type Heads = Pick<ArgumentMap, 'thesis' | 'rival'>

/** What the page of the map begins with: how much there is, and where to begin to look. */
export function ledeOf({ nodes, edges }: MapData, maps: readonly Heads[]): string {
  if (nodes.id.length === 0) return 'There is nothing in the map yet.'
  const size = `${counted(nodes.id.length, 'statement')} and ${counted(edges.from.length, 'relation')} between them.`
  const drawn = new Set(nodes.id)
  const heads = maps.filter(({ thesis }) => drawn.has(thesis))
  const isAnswered = heads.some(({ rival }) => rival !== undefined && drawn.has(rival))
  const start = startOf(heads.length, isAnswered)
  if (start === undefined) return `${size} Reasons and objections stand to the right of what they bear on.`
  return `${size} ${start} on the left; reasons and objections stand to the right of what they bear on.`
}

function startOf(count: number, isAnswered: boolean): string | undefined {
  if (count === 0) return undefined
  if (count === 1) return isAnswered ? 'The thesis and its rival stand' : 'The thesis stands'
  return isAnswered ? 'The theses and their rivals stand' : 'The theses stand'
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`
}

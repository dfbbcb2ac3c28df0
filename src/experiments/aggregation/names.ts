import type { Society } from './societies.ts'

/** A society as figures and tables name it. */
export function nameOf(society: Society): string {
  if (society.kind === 'spatial') {
    return society.dimensions === 1 ? 'on a line' : `in ${society.dimensions} dimensions`
  }
  return society.kind === 'mallows' ? `agreement ${society.agreement}` : society.kind
}

/** A society as names of measures end. */
export function keyOf(society: Society): string {
  if (society.kind === 'spatial') return society.dimensions === 1 ? 'Line' : 'Spatial'
  return { impartial: 'Impartial', anonymous: 'Anonymous', mallows: 'Mallows' }[society.kind]
}

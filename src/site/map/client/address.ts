import type { Camera, ColourBy } from '../drawing.ts'
import { kindNames, labelNames, type MapData } from '../map-data.ts'
import { quoted } from './quoted.ts'
import { depths, initialState, type MapState } from './state.ts'

/** What an address asks for, and a sentence for all that could not be had as it says. */
export interface ReadAddress {
  readonly state: MapState
  /** A reader's view as a fragment, for `readView`; undefined where there is none. */
  readonly view: string | undefined
  /** At most ten, each once, as text. */
  readonly notices: readonly string[]
}

const colours: readonly ColourBy[] = ['kind', 'label', 'strength']
const none = 'none'
const mostLength = 20_000
const mostNotices = 10
/** Characters of a search that are kept; its field takes as many. */
const longestQuery = 200

/**
 * A state as a fragment without `#`: `focus=id&depth=2&kind=claim,evidence&colour=strength`. What is
 * as at the beginning is left out, so that nothing is written of a map that was not touched. The
 * reader's view of a link comes last, as `writeView` wrote it.
 */
export function writeAddress(state: MapState, data: MapData, view?: string): string {
  const { focus, depth, colour, query, camera, own } = state
  const [least, most] = state.strength
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ['focus', focus === undefined ? undefined : data.nodes.id[focus]],
    ['depth', depth === initialState.depth ? undefined : depth === Infinity ? 'all' : `${depth}`],
    ['kind', listOf(state.kinds, kindNames)],
    ['part', listOf(state.parts, partNames(data))],
    ['label', listOf(state.labels, labelNames)],
    ['strength', least === 0 && most === 100 ? undefined : `${least}-${most}`],
    ['colour', colour === initialState.colour ? undefined : colour],
    ['find', query === '' ? undefined : encodeURIComponent(query.toWellFormed())],
    ['at', camera && cameraWords(camera)],
    ['own', own && view === undefined ? 'on' : undefined],
  ]
  const written = pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  return [...written, ...(own && view !== undefined ? [view] : [])].join('&')
}

function listOf(
  shown: ReadonlySet<number> | undefined,
  names: readonly string[],
): string | undefined {
  return shown && [...shown].map((each) => names[each] ?? none).join(',')
}

/** Parts as an address names them, so that a link lasts when other parts come. */
function partNames({ parts }: MapData): readonly string[] {
  return parts.map(({ map, id }) => `${map}.${id}`)
}

function cameraWords({ x, y, zoom }: Camera): string {
  const size = zoom < 0.1 ? zoom.toPrecision(3) : zoom.toFixed(3)
  return `${Math.round(x)},${Math.round(y)},${size}`
}

/**
 * Reads what `writeAddress` wrote, or an address that ends in it. Total, and linear in the length:
 * whatever the text holds, the state has only what is in the map. Undefined where the text says
 * nothing to the explorer, such as a place of the page.
 */
export function readAddress(text: string, data: MapData): ReadAddress | undefined {
  const notices = new Set<string>()
  const [rest, view] = split(text.slice(text.indexOf('#') + 1), notices)
  if (rest !== '' && !rest.includes('=')) return undefined
  let state: MapState = view === undefined ? initialState : { ...initialState, own: true }
  const met = new Set<string>()
  for (const piece of rest.split(/&(?:amp;)?/)) {
    const [key = '', ...values] = piece.split('=')
    if (piece === '') continue
    const value = decoded(values.join('='))
    const found = met.has(key) ? 'is there twice; the first is used.' : read(key, value, data)
    met.add(key)
    if (typeof found === 'string') notices.add(`${quoted(key)} ${found}`)
    else state = { ...state, ...found }
  }
  return { state, view, notices: atMost([...notices]) }
}

/** The explorer's part of a fragment, and the view that comes after it. */
function split(text: string, notices: Set<string>): readonly [string, string | undefined] {
  let whole = text
  if (whole.length > mostLength) {
    whole = whole.slice(0, whole.lastIndexOf('&', mostLength) + 1)
    notices.add('The address is longer than any that is made here; its end is left aside.')
  }
  // Some programs hand on links percent-encoded as a whole.
  if (!whole.includes('=')) whole = decoded(whole)
  const at = /(?:^|&(?:amp;)?)v=/.exec(whole)
  if (at === null) return [whole, undefined]
  return [whole.slice(0, at.index), whole.slice(at.index).replace(/^&(?:amp;)?/, '')]
}

/** What a pair says of the state, or why it says nothing. */
function read(key: string, value: string, data: MapData): Partial<MapState> | string {
  const reader = Object.hasOwn(readers, key) ? readers[key as keyof typeof readers] : undefined
  if (reader === undefined) return 'means nothing on this page and is left aside.'
  return reader(value, data)
}

const readers = {
  focus(value: string, { nodes }: MapData) {
    const focus = nodes.id.indexOf(value)
    if (focus >= 0) return { focus }
    return `cannot be ${quoted(value)}: the map has no statement of that name, or it was withdrawn.`
  },
  depth(value: string) {
    const depth = value === 'all' ? Infinity : /^\d$/.test(value) ? Number(value) : NaN
    return depths.includes(depth) ? { depth } : `is not 1 to 5 or “all”, but ${quoted(value)}.`
  },
  kind: (value: string) => setOf(value, kindNames, (kinds) => ({ kinds })),
  part: (value: string, data: MapData) => setOf(value, partNames(data), (parts) => ({ parts })),
  label: (value: string) => setOf(value, labelNames, (labels) => ({ labels })),
  strength(value: string) {
    const [, least, most] = /^(\d{1,3})-(\d{1,3})$/.exec(value) ?? []
    const strength = [Number(least ?? NaN), Number(most ?? NaN)] as const
    const isRange = strength[0] <= strength[1] && strength[1] <= 100
    return isRange ? { strength } : `is not a range as in “20-80”, but ${quoted(value)}.`
  },
  colour(value: string) {
    const colour = colours.find((each) => each === value)
    return colour ? { colour } : `is not one of ${colours.join(', ')}, but ${quoted(value)}.`
  },
  find: (value: string) => ({ query: [...value].slice(0, longestQuery).join('') }),
  at(value: string, { width, height }: MapData) {
    const isNumber = (each: string) => /^-?[\d.]{1,12}$/.test(each)
    const [x, y, zoom] = value.split(',').map((each) => (isNumber(each) ? Number(each) : NaN))
    const isThere = x! >= 0 && x! <= width && y! >= 0 && y! <= height && zoom! > 0 && zoom! <= 16
    if (isThere) return { camera: { x: x!, y: y!, zoom: zoom! } }
    return `is no place of the picture: ${quoted(value)}.`
  },
  own: (value: string) => (value === 'on' ? { own: true } : `is not “on”, but ${quoted(value)}.`),
} satisfies Record<string, (value: string, data: MapData) => Partial<MapState> | string>

function setOf(
  value: string,
  names: readonly string[],
  make: (shown: ReadonlySet<number>) => Partial<MapState>,
): Partial<MapState> | string {
  const given = value === '' ? [] : value.split(',')
  const unknown = given.find((each) => each !== none && !names.includes(each))
  if (unknown !== undefined) return `knows no ${quoted(unknown)} and is left aside.`
  return make(new Set(given.map((each) => names.indexOf(each))))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function atMost(notices: readonly string[]): readonly string[] {
  if (notices.length <= mostNotices) return notices
  const rest = notices.length - mostNotices + 1
  return [...notices.slice(0, mostNotices - 1), `${rest} more like these.`]
}

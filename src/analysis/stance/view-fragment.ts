import { emptyView, withTopic, type View } from './view.ts'
import type { ViewIndex } from './view-data.ts'

/** What a link or a storage holds, and a sentence for all that could not be had as it says. */
export interface ReadView {
  readonly view: View
  /** At most ten, each once, as text. */
  readonly notices: readonly string[]
}

const version = '1'
const mostLength = 20_000
const mostNotices = 10

/**
 * A view as a fragment without `#`, which is also what is stored: the version, the topic, then the
 * answers sorted as text, as in
 * `v=1&t=topic&node=80&other=off&from..to=off&node..from..to=off`. Credences are whole per cents.
 * Equal views give equal text, all of it letters, digits and `-.=&`, ending in a letter or digit.
 */
export function writeView({ topic, credences, off, muted }: View): string {
  const answers = [
    ...[...credences].map(([id, value]) => `${id}=${Math.round(value * 100)}`),
    ...[...off].map((id) => `${id}=off`),
    ...[...muted].map((edge) => `${edge.replaceAll('>', '..')}=off`),
  ]
  const about = topic === undefined ? [] : [`t=${topic}`]
  return [`v=${version}`, ...about, ...answers.sort()].join('&')
}

/**
 * Reads what `writeView` wrote, or an address that ends in it. Total, and linear in the length:
 * whatever the text holds, the view has only what is in the map. Undefined where the text is
 * something else than a view, that is, gives no version.
 */
export function readView(text: string, index: ViewIndex): ReadView | undefined {
  const notices = new Set<string>()
  const pairs = readPairs(text, notices)
  const given = pairs.get('v')
  if (given === undefined) return undefined
  if (given !== version) {
    const which = `The view is of version ${quoted(given)}`
    return {
      view: emptyView,
      notices: [`${which}, which this page cannot read; it is left aside.`],
    }
  }
  const topic = pairs.get('t')
  const noTopic =
    topic === undefined ? undefined : missing(index.nodeNumber(topic), [topic], index)
  if (noTopic !== undefined) notices.add(noTopic)
  pairs.delete('v')
  pairs.delete('t')
  const credences = new Map<string, number>()
  const off = new Set<string>()
  const muted = new Set<string>()
  for (const [key, value] of pairs) {
    const name = key.replaceAll('..', '>')
    const isEdge = name.includes('>')
    const found = isEdge ? index.edgeNumber(name) : index.nodeNumber(name)
    const reason = missing(found, name.split('>', 3), index)
    if (reason !== undefined) notices.add(reason)
    else if (value === 'off') (isEdge ? muted : off).add(name)
    else if (!isEdge && /^\d{1,3}$/.test(value) && +value <= 100) credences.set(name, +value / 100)
    else {
      const expected = isEdge ? '“off”' : '“off” or a whole number from 0 to 100'
      const answer = `${quoted(value)}, the answer to ${quoted(key)},`
      notices.add(`${answer} is not ${expected} and is left aside.`)
    }
  }
  const view = withTopic({ credences, off, muted }, noTopic === undefined ? topic : undefined)
  return { view, notices: atMost([...notices]) }
}

/** The first value of each name; some programs hand on links percent-encoded or with `&amp;`. */
function readPairs(text: string, notices: Set<string>): Map<string, string> {
  let rest = text.slice(text.indexOf('#') + 1)
  if (rest.length > mostLength) {
    // An answer cut in half might say something else.
    rest = rest.slice(0, rest.lastIndexOf('&', mostLength) + 1)
    notices.add('The view is longer than any that is made here; its end is left aside.')
  }
  const pairs = new Map<string, string>()
  for (const piece of decoded(rest).split(/&(?:amp;)?/)) {
    const [key = '', ...values] = piece.split('=')
    if (pairs.has(key)) notices.add(`${quoted(key)} is there twice; the first answer is used.`)
    else if (piece !== '') pairs.set(key, values.join('='))
  }
  return pairs
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Why what was found under some ids is not there; undefined where it is. */
function missing(
  found: number | undefined,
  ends: readonly string[],
  index: ViewIndex,
): string | undefined {
  if (found !== undefined) return undefined
  const aside = 'what the view says of it is left aside.'
  for (const id of ends) {
    const question = index.questionOf(id)
    if (question) return `“${question.title}” is an open question and has no strength; ${aside}`
    const node = index.withdrawnOf(id)
    if (node === undefined) continue
    const titles = node.see.map((other) => `“${index.titleOf(other)}”`)
    const now = titles.length === 0 ? '' : ` In its place: ${titles.join(', ')}.`
    return `“${node.title}” was withdrawn since the view was made; ${aside}${now}`
  }
  const what = ends.length > 1 ? 'step ' : ''
  return `The map has no ${what}${ends.map(quoted).join(' to ')}; ${aside}`
}

function atMost(notices: readonly string[]): readonly string[] {
  if (notices.length <= mostNotices) return notices
  const rest = notices.length - mostNotices + 1
  return [...notices.slice(0, mostNotices - 1), `${rest} more like these.`]
}

/** A stranger's text without what cannot be seen or moves other characters, shortened. */
function quoted(text: string): string {
  const plain = [...text.slice(0, 200).replace(/[\p{C}\p{M}\p{Z}]+/gu, ' ')]
  return `“${plain.slice(0, 40).join('')}${plain.length > 40 ? '…' : ''}”`
}

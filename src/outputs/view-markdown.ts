import type { Label } from '../analysis/labels/labelling.ts'
import type { View } from '../analysis/stance/view.ts'
import { toMarkdownText } from './markdown-text.ts'

/** Where a topic stands. */
export interface TopicStanding {
  /** 0 to 1; NaN where there is no number. */
  readonly strength: number
  /** The least and the greatest of all formulas that give a number. */
  readonly lowest: number
  readonly highest: number
  /** How many formulas give none. */
  readonly without: number
  /** Left out for a topic that the view leaves out. */
  readonly label?: Label | undefined
}

/** A node, and where the topic would be for its credence of 0 and of 1; NaN for no number. */
export interface CruxEnds {
  readonly id: string
  readonly ends: readonly [number, number]
}

/** What a view in Markdown is made from besides the view itself. */
export interface ViewMarkdownParts {
  /** The map, and the absolute address of its site. */
  readonly map: { readonly name: string; readonly address: string }
  /** Whether it is the view of whoever posts it, and not one that came by a link. */
  readonly isOwn: boolean
  /** Where its topic stands in the map and in the view; for a view without a topic left out. */
  readonly topic?: {
    readonly statement: string
    readonly inMap: TopicStanding
    readonly inView: TopicStanding
  }
  /** What would move the topic most; the most important first. */
  readonly cruxes: readonly CruxEnds[]
  titleOf(id: string): string
  /** The absolute address of a node. */
  addressOf(id: string): string
  /** The absolute address that leads back to the view. */
  readonly link: string
}

const mostAnswers = 20
const mostCruxes = 5
/** A narrower band is not told. */
const leastBand = 0.005

const labelWords: Readonly<Record<Label, string>> = {
  in: 'no open objection',
  out: 'open objection',
  undecided: 'contested',
}

/**
 * A view as Markdown for a post in a forum: at most 20 answers and 5 cruxes. Titles and statements
 * are shown as they are, never as mark-up, whatever they hold.
 */
export function toViewMarkdown(view: View, parts: ViewMarkdownParts): string {
  const { map, isOwn } = parts
  const changed = isOwn ? 'What I changed in the map:' : 'What it changes in the map:'
  const name = `[${plainText(map.name)}](${destination(map.address)})`
  const blocks = [
    `${isOwn ? 'My own view' : 'A view'} of ${name}, a map of arguments ([open it](${destination(parts.link)})).`,
    ...topicBlock(view.topic, parts),
    ...listBlock(changed, answersOf(view, parts), mostAnswers),
    ...listBlock('What would move its strength most:', cruxesOf(parts), mostCruxes),
    'Strengths say how a statement fares under one formula against what this map says for and ' +
      'against it; they are no measure of how likely it is to be true.',
  ]
  return `${blocks.join('\n\n')}\n`
}

function topicBlock(id: string | undefined, parts: ViewMarkdownParts): readonly string[] {
  const { topic, isOwn } = parts
  if (id === undefined || topic === undefined) return []
  const [inMap, inView] = [standing(topic.inMap), standing(topic.inView)]
  return [
    `**${link(id, parts)}**: “${plainText(topic.statement)}”`,
    `In the map: ${inMap}. In ${isOwn ? 'my' : 'this'} view: ${inView}.`,
  ]
}

function standing({ label, ...numbers }: TopicStanding): string {
  if (label === undefined) return 'left out'
  const lead = Number.isNaN(numbers.strength) ? '' : 'strength '
  return `${lead}${number(numbers.strength)}${bandWords(numbers)}, ${labelWords[label]}`
}

function number(strength: number): string {
  return Number.isNaN(strength) ? 'no number' : strength.toFixed(2)
}

function bandWords({ lowest, highest, without }: Omit<TopicStanding, 'label'>): string {
  if (!(highest - lowest >= leastBand)) return ''
  const formulas = without === 0 ? 'four formulas' : 'the formulas that give a number'
  const crosses = lowest < 0.5 - 1e-9 && highest > 0.5 + 1e-9
  const depends = crosses ? '; it depends on the formula' : ''
  return ` (${number(lowest)} to ${number(highest)} over ${formulas}${depends})`
}

function answersOf({ credences, off, muted }: View, parts: ViewMarkdownParts): readonly string[] {
  return [
    ...[...credences]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, value]) => `${link(id, parts)}: credence ${Math.round(value * 100)} of 100`),
    ...[...off].sort().map((id) => `${link(id, parts)}: left out`),
    ...[...muted].sort().map((edge) => doubtWords(edge, parts)),
  ]
}

function doubtWords(edge: string, parts: ViewMarkdownParts): string {
  const ends = edge.split('>').map((id) => link(id, parts))
  const [to, from, undercut] = ends.reverse()
  return undercut === undefined
    ? `${from}: doubted that it bears on ${to}`
    : `${undercut}: doubted that it bears on the step from ${from} to ${to}`
}

function cruxesOf(parts: ViewMarkdownParts): readonly string[] {
  return parts.cruxes.map(({ id, ends: [none, full] }) => {
    const ends = `${number(none)} if not at all credible, ${number(full)} if entirely`
    return `${link(id, parts)}: ${ends}`
  })
}

function listBlock(lead: string, entries: readonly string[], most: number): readonly string[] {
  if (entries.length === 0) return []
  const more = entries.length - most
  const rest = more > 0 ? [`and ${more} more`] : []
  return [lead, [...entries.slice(0, most), ...rest].map((entry) => `- ${entry}`).join('\n')]
}

function link(id: string, { titleOf, addressOf }: ViewMarkdownParts): string {
  return `[${plainText(titleOf(id))}](${destination(addressOf(id))})`
}

// Some forums look for addresses in what Markdown has become, as for mentions.
function plainText(text: string): string {
  return toMarkdownText(text).replaceAll('&#58;//', '&#58;<!-- -->//')
}

/** An address that ends where the parenthesis does. */
function destination(address: string): string {
  return address.replace(
    /[\s()<>\\\p{C}]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

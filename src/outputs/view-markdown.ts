import type { Label } from '../analysis/labels/labelling.ts'
import type { View } from '../analysis/stance/view.ts'
import { toMarkdownText } from './markdown-text.ts'

/** Where a topic stands. */
export interface TopicStanding {
  /** 0 to 1; NaN where there is no number. */
  readonly strength: number
  /** Left out for a topic that the view leaves out. */
  readonly label?: Label | undefined
}

/** What a view in Markdown is made from besides the view itself. */
export interface ViewMarkdownParts {
  /** Where its topic stands in the map and in the view; for a view without a topic left out. */
  readonly topic?: {
    readonly statement: string
    readonly inMap: TopicStanding
    readonly inView: TopicStanding
  }
  /** What would move the topic most, and by how much, 0 to 1; the most important first. */
  readonly cruxes: readonly { readonly id: string; readonly swing: number }[]
  titleOf(id: string): string
  /** The absolute address of a node. */
  addressOf(id: string): string
  /** The absolute address that leads back to the view. */
  readonly link: string
}

const mostAnswers = 20
const mostCruxes = 5

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
  const blocks = [
    `My own view of a map of arguments ([open it](${destination(parts.link)})).`,
    ...topicBlock(view.topic, parts),
    ...listBlock('What I changed in the map:', answersOf(view, parts), mostAnswers),
    ...listBlock('What would move my answer most:', cruxesOf(parts), mostCruxes),
    'Strengths say how a statement fares under one formula against what this map says for and ' +
      'against it; they are no measure of how likely it is to be true.',
  ]
  return `${blocks.join('\n\n')}\n`
}

function topicBlock(id: string | undefined, parts: ViewMarkdownParts): readonly string[] {
  const { topic } = parts
  if (id === undefined || topic === undefined) return []
  const [inMap, inView] = [standing(topic.inMap), standing(topic.inView)]
  return [
    `**${link(id, parts)}**: “${plainText(topic.statement)}”`,
    `In the map: ${inMap}. In my view: ${inView}.`,
  ]
}

function standing({ strength, label }: TopicStanding): string {
  if (label === undefined) return 'switched off'
  const number = Number.isNaN(strength) ? 'no single strength' : `strength ${strength.toFixed(2)}`
  return `${number}, ${labelWords[label]}`
}

function answersOf({ credences, off, muted }: View, parts: ViewMarkdownParts): readonly string[] {
  return [
    ...[...credences]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, value]) => `${link(id, parts)}: credence ${Math.round(value * 100)} %`),
    ...[...off].sort().map((id) => `${link(id, parts)}: switched off`),
    ...[...muted].sort().map((edge) => `${stepWords(edge, parts)}: muted`),
  ]
}

function stepWords(edge: string, parts: ViewMarkdownParts): string {
  const ends = edge.split('>').map((id) => link(id, parts))
  const [to, from, undercut] = ends.reverse()
  const step = `step from ${from} to ${to}`
  return undercut === undefined ? `The ${step}` : `What ${undercut} says against the ${step}`
}

function cruxesOf(parts: ViewMarkdownParts): readonly string[] {
  return parts.cruxes.map(({ id, swing }) => `${link(id, parts)}: by up to ${swing.toFixed(2)}`)
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

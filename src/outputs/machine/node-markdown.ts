import { successorsOf } from '../../analysis/successors.ts'
import type { ArgumentMap, ArgumentNode } from '../../core/document.ts'
import type { NodeId, SourceId } from '../../core/id.ts'
import { kindPhrases, labelPhrases, readingPhrases } from '../analysis-words.ts'
import { formatCitation } from '../citation.ts'
import type { CitedNode } from '../cite/cited-node.ts'
import { citedAuthor, citedDay, citedSite, citedText, kindWord } from '../cite/cited-words.ts'
import { writeContentFile } from '../content-file.ts'
import { bodyMarkdown } from './body-markdown.ts'
import type { MachineContent } from './node-file.ts'
import type { NodeBrief, NodeFile, NodeFileRelation } from './node-schema.ts'
import { markdownLink, plainMarkdown } from './plain-markdown.ts'

/**
 * A node as Markdown that stands by itself: front matter with what it is and where, its statement
 * as a quotation, how it stands, its body, what bears on it and what it bears on, its sources, and
 * how to cite it. What titles and sentences hold is shown and never becomes mark-up. Ends with a
 * line end.
 */
export function toNodeMarkdown(node: ArgumentNode, file: NodeFile, content: MachineContent): string {
  const map = content.kb.maps.get(node.map)
  const blocks = [
    `# ${plainMarkdown(node.title)}`,
    `> ${plainMarkdown(node.statement)}`,
    standing(node, file, map, content),
    ...withdrawal(file, content),
    bodyMarkdown(node, content.addresses.content),
    ...relationBlocks(file),
    ...sourceBlock(file, content),
    '## To cite it',
    citation(content.citedOf(node.id)),
  ]
  const text = `${blocks.filter((block) => block !== '').join('\n\n')}\n`
  return writeContentFile(frontMatter(file), `\n${text}`)
}

function frontMatter(file: NodeFile) {
  const { id, kind, caveat, title, map, label, wording, pinned, modified, withdrawn } = file
  return {
    id,
    title,
    kind,
    ...(caveat ? { caveat } : {}),
    map,
    ...(withdrawn !== undefined || kind === 'question' ? {} : { label: labelPhrases[label] }),
    wording: wording.hash,
    ...(modified === undefined ? {} : { modified: modified.on }),
    ...(withdrawn === undefined ? {} : { withdrawn: withdrawn.on }),
    url: pinned,
  }
}

function standing(
  node: ArgumentNode,
  { kind, label, strength, part }: NodeFile,
  map: ArgumentMap | undefined,
  { addresses }: MachineContent,
): string {
  const within = map?.parts.find((each) => each.id === part)
  const place =
    map === undefined
      ? ''
      : ` in ${markdownLink(within?.title ?? map.title, addresses.map(map.id, within?.id))}`
  const what = kindPhrases[kind]
  const lead = `${what.slice(0, 1).toUpperCase()}${what.slice(1)}${place}.`
  if (node.withdrawn !== undefined || kind === 'question') return lead
  const value = strength?.value
  const number =
    value === undefined ? '' : ` Strength ${value.toFixed(2)} on a scale from 0 to 1, which is no probability.`
  return `${lead} In this map: ${labelPhrases[label]}.${number}`
}

function withdrawal(
  { id, withdrawn, successors = [] }: NodeFile,
  { kb }: MachineContent,
): readonly string[] {
  if (withdrawn === undefined) return []
  const { merged } = successorsOf(kb.graph.nodes, id as NodeId)
  const into = successors.find((node) => node.id === merged)
  const lines = successors
    .filter((node) => node !== into)
    .map((node) => `- See instead: ${named(node)}`)
  const lead = into === undefined ? '**Withdrawn**' : `**Merged** into “${named(into)}”`
  const sentence = `${lead} on ${withdrawn.on}: ${plainMarkdown(withdrawn.reason)} It no longer counts; its address and its wording stay.`
  return [sentence, ...(lines.length === 0 ? [] : [lines.join('\n')])]
}

const incomingHeadings = [
  ['answers', 'Answers'],
  ['supports', 'What supports it'],
  ['rebuts', 'What challenges it'],
  ['refines', 'Said more narrowly'],
] as const

function relationBlocks({ incoming, relations }: NodeFile): readonly string[] {
  const doubted = relations.flatMap(({ other, doubts }) =>
    doubts.map((doubt) => ({ doubt, target: other })),
  )
  return [
    ...incomingHeadings.flatMap(([kind, heading]) => {
      const rows = incoming.filter((relation) => relation.kind === kind)
      return section(heading, rows.map(incomingRow))
    }),
    ...section(
      'Which steps from it are doubted',
      doubted.map(
        ({ doubt, target }) =>
          `${described(doubt.other)} Undercuts the step to ${named(target)}.${reason(doubt.because)}`,
      ),
    ),
    ...section('What it bears on', relations.map(outgoingRow)),
  ]
}

function section(heading: string, rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [`## ${heading}`, rows.map((row) => `- ${row}`).join('\n')]
}

function incomingRow({ other, because, doubts }: NodeFileRelation): string {
  const steps = doubts.map((doubt) => named(doubt.other))
  const doubted = steps.length === 0 ? '' : ` This step is undercut by ${steps.join(', ')}.`
  return `${described(other)}${reason(because)}${doubted}`
}

const outgoingLeads = {
  supports: 'Supports',
  rebuts: 'Rebuts',
  refines: 'Says more narrowly',
  answers: 'Answers',
  undercuts: 'Undercuts the step from',
} as const

function outgoingRow({ kind, other, because, stepTo }: NodeFileRelation): string {
  const end = stepTo === undefined ? '' : ` to ${named(stepTo)}`
  return `${outgoingLeads[kind]} ${named(other)}${end}.${reason(because)}`
}

function reason(because: string | undefined): string {
  return because === undefined ? '' : ` Why: ${plainMarkdown(because)}`
}

function named({ title, url }: NodeBrief): string {
  return markdownLink(title, url)
}

function described(node: NodeBrief): string {
  const state = node.withdrawn
    ? ', withdrawn'
    : node.kind === 'question'
      ? ''
      : `, ${labelPhrases[node.label]}`
  return `${named(node)} (${kindPhrases[node.kind]}${state}): ${plainMarkdown(node.statement)}`
}

function sourceBlock({ sources }: NodeFile, { kb }: MachineContent): readonly string[] {
  return section(
    'Sources',
    sources.flatMap(({ id, at, quote, url, checked }) => {
      const source = kb.sources.get(id as SourceId)
      if (source === undefined) return []
      const place = at === undefined ? '' : ` At: ${plainMarkdown(at)}.`
      const words = quote === undefined ? '' : ` “${plainMarkdown(quote)}”`
      const address = source.doi === undefined ? source.url : `https://doi.org/${source.doi}`
      const link = address === undefined ? '' : ` ${markdownLink('The source', address)}.`
      const whole = formatCitation(source).text
      const reference = plainMarkdown(address === undefined ? whole : whole.replace(address, ''))
      const how = `${readingPhrases[checked.how]}; ${markdownLink('notes', url)}`
      return [`${reference}${place}${words}${link} (${how})`]
    }),
  )
}

function citation(node: CitedNode): string {
  const { title, statement, kind, hash, map, url } = node
  const text = (written: string) => plainMarkdown(citedText(written))
  const day = citedDay(node) ?? 'n.d.'
  const pinned = markdownLink(citedText(title), url)
  const version = `${kindWord(kind)}, version \`${hash}\`, in *${text(map)}*, ${citedSite}.`
  return `${citedAuthor} (${day}). ${pinned}: “${text(statement)}” ${version}${record(node)}`
}

function record({ since, archived }: CitedNode): string {
  if (since === undefined) return ''
  const commit = ` Commit \`${since.commit.slice(0, 12)}\``
  return archived === undefined ? `${commit}.` : `${commit}, ${markdownLink('archived', archived)}.`
}

import type { ArgumentMap, ArgumentNode } from '../../core/document.ts'
import { kindPhrases, labelPhrases } from '../analysis-words.ts'
import type { MachineContent } from './node-file.ts'
import { markdownLink, plainMarkdown } from './plain-markdown.ts'

/** A file that is named beside the nodes. */
export interface NamedFile {
  readonly title: string
  readonly address: string
  readonly about: string
}

/**
 * `llms.txt` in the form of llmstxt.org: what the site is, how its labels are read, and the Markdown
 * of each node by the parts of the maps, in `order`. `data` are files with all of it, `optional`
 * what can be left out.
 */
export function toLlmsText(
  content: MachineContent,
  order: (a: ArgumentNode, b: ArgumentNode) => number,
  data: readonly NamedFile[],
  optional: readonly NamedFile[],
): string {
  const maps = [...content.kb.maps.values()]
  const blocks = [
    '# Assay',
    '> An argument map that can be read, contributed to, linked to and tested: single statements, the reasons that join them, and which of them an objection stands against.',
    ...maps.map(({ title, question }) => `Map: ${plainMarkdown(title)} ${plainMarkdown(question)}`),
    guide,
    section('Data', data.map(fileEntry)),
    ...maps.flatMap((map) => mapSections(map, content, order)),
    section('Optional', optional.map(fileEntry)),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

const guide = `How to read it:

- Each node is one statement of a kind: claim, evidence, objection (a counterargument), or an open question. It supports or rebuts another node, undercuts the step from one node to another, refines a node, or answers a question.
- The label of a node follows from what objects to what and from nothing else. “${labelPhrases.in}”: every objection to it, if there is any, has been answered. “${labelPhrases.out}”: at least one objection stands. “${labelPhrases.undecided}”: objections and replies hang on one another. A label is no verdict on truth, and support never changes it.
- A strength, from 0 to 1, says how a statement fares under a formula against what this map says for and against it. It is not a probability.
- An id stays for ever. To cite a statement, use the address with its wording pinned, \`#v=\` and 8 hexadecimal digits, and say that the wording is the map’s and not that of an essay it is made from.`

function mapSections(
  map: ArgumentMap,
  content: MachineContent,
  order: (a: ArgumentNode, b: ArgumentNode) => number,
): readonly string[] {
  const { graph, parts } = content.kb
  const nodes = [...graph.nodes.values()]
    .filter((node) => node.map === map.id && node.withdrawn === undefined)
    .sort(order)
  const known = new Set(map.parts.map(({ id }) => id))
  const partOf = (node: ArgumentNode) => {
    const part = node.part ?? parts.get(node.id)
    return part !== undefined && known.has(part) ? part : undefined
  }
  const entries = (part: string | undefined) =>
    nodes.filter((node) => partOf(node) === part).map((node) => nodeEntry(node, content))
  return [
    ...map.parts.map(({ id, label, title }) => section(`${label}: ${title}`, entries(id))),
    section(`Elsewhere in the map: ${map.title}`, entries(undefined)),
  ]
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : [`## ${plainMarkdown(title)}`, entries.join('\n')].join('\n\n')
}

function nodeEntry(node: ArgumentNode, { addresses, labels }: MachineContent): string {
  const address = addresses.forms(node.id)['md'] ?? addresses.page(node.id)
  const label = node.kind === 'question' ? '' : `, ${labelPhrases[labels.get(node.id) ?? 'undecided']}`
  const about = `${kindPhrases[node.kind]}${label}: ${plainMarkdown(node.statement)}`
  return `- ${markdownLink(node.title, address)}: ${about}`
}

function fileEntry({ title, address, about }: NamedFile): string {
  return `- ${markdownLink(title, address)}: ${plainMarkdown(about)}`
}

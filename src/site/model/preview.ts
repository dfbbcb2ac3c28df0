import { successorsOf } from '../../analysis/successors.ts'
import type { ArgumentNode } from '../../core/document.ts'
import { typographicBody } from '../../outputs/typography.ts'
import { parseBody } from '../../readers/markdown.ts'
import type { SiteContent } from '../content.ts'
import { countsOf } from '../embed/counts.ts'
import { cutText, oneLine } from '../preview/cut.ts'
import { firstLines } from '../preview/first-lines.ts'
import { mostBytes, type PreviewFile } from '../preview/preview-file.ts'
import { capitalised, dayWords, kindWords, labelWords } from '../words.ts'
import { strengthOf } from './strengths.ts'
import { isWithdrawn, type WithdrawnNode } from './withdrawn.ts'

/** Bytes for a title, a statement and a part, in which all that the checker lets pass has room. */
const room = { title: 190, statement: 740, part: 300 }
/** Bytes of the text of a node: four or five lines. */
const roomOfLines = 240
/** Nodes that are named in place of one that was withdrawn. */
const mostNamed = 3
/** Blocks of a body that are looked at. */
const mostBlocks = 12

/** What a link to a node shows of it, in no more than `mostBytes`, whatever its file says. */
export function previewOf(content: SiteContent, node: ArgumentNode): PreviewFile {
  const head = {
    title: cutText(oneLine(node.title), room.title),
    statement: cutText(oneLine(node.statement), room.statement),
    kind: node.kind,
    kindWords: node.caveat ? 'Caveat' : kindWords[node.kind],
    ...standing(content, node),
    ...partOf(content, node),
  }
  const left = mostBytes - Buffer.byteLength(JSON.stringify({ ...head, lines: '' }))
  if (isWithdrawn(node)) return { ...head, note: cutText(noteOf(content, node), left) }
  const lines = cutText(linesOf(node), Math.min(roomOfLines, left))
  return lines === '' ? head : { ...head, lines }
}

/** How a node stands, as far as one can say so. */
function standing(content: SiteContent, node: ArgumentNode): Partial<PreviewFile> {
  if (node.withdrawn !== undefined) {
    const { merged } = successorsOf(content.kb.graph.nodes, node.id)
    return { label: 'none', labelWords: merged === undefined ? 'Withdrawn' : 'Merged' }
  }
  const counts = capitalised(countsOf(content, node).replace(/^ · /, ''))
  const label = content.labels.get(node.id)
  if (node.kind === 'question' || label === undefined) return { counts }
  const strength = strengthOf(content, node.id)?.value
  return {
    label,
    labelWords: labelWords[label],
    ...(strength === undefined ? {} : { strength: Number(strength.toFixed(2)) }),
    counts,
  }
}

function partOf({ kb }: SiteContent, node: ArgumentNode): Partial<PreviewFile> {
  const map = kb.maps.get(node.map)
  const part = map?.parts.find(({ id }) => id === kb.parts.get(node.id))
  const words = part ? `${part.label}: ${part.title}` : map?.title
  return words === undefined ? {} : { part: cutText(oneLine(words), room.part) }
}

/** When and why a node left the argument; where it leads comes first, which has to have room. */
function noteOf({ kb }: SiteContent, node: WithdrawnNode): string {
  const { on, reason } = node.withdrawn
  const { merged, see } = successorsOf(kb.graph.nodes, node.id)
  const into = merged && kb.graph.nodes.get(merged)
  if (into) return oneLine(`Merged on ${dayWords(on)} into “${into.title}”: ${into.statement}`)
  const titles = see.slice(0, mostNamed).map((id) => `“${kb.graph.nodes.get(id)?.title}”`)
  const instead = titles.length > 0 ? `; see ${titles.join(', ')}` : ''
  return oneLine(`Withdrawn on ${dayWords(on)}${instead}. ${reason}`)
}

function linesOf(node: ArgumentNode): string {
  const { children } = parseBody(node)
  const body = typographicBody({ type: 'root', children: children.slice(0, mostBlocks) })
  return oneLine(firstLines(body, roomOfLines + 1))
}

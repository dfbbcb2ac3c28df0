import type { ArgumentNode, NodeKind } from '../../core/document.ts'
import type { Edge } from '../../core/relation.ts'
import {
  isStep,
  isUndercut,
  lostOfMap,
  lostOfNodes,
  told,
  type Exported,
  type Share,
} from './share.ts'

const shapes: Readonly<Record<NodeKind, string>> = {
  claim: 'box',
  evidence: 'ellipse',
  counterargument: 'hexagon',
  question: 'trapezium',
}

const heads: Readonly<Record<Edge['kind'], string>> = {
  supports: 'color="#2b6a4d"',
  rebuts: 'color="#a33a2c", arrowhead="tee", label="rebuts"',
  undercuts: 'color="#a33a2c", style="dashed", arrowhead="tee", label="undercuts"',
  refines: 'color="#666666", style="dotted", label="refines"',
  answers: 'color="#666666", style="dotted", label="answers"',
}

/**
 * Nodes and relations for Graphviz, premises below what they bear on. Kinds differ in shape; a node
 * shows its title and has its statement as a tooltip. DOT's edges cannot end at edges: a step that is
 * undercut, and premises that are linked, go through a point.
 */
export function toDot(share: Share): Exported {
  const losses = dotLosses(share)
  const lines = [
    ...losses.map((loss) => `// ${loss}`),
    `digraph ${dotString(share.title)} {`,
    '  rankdir="BT"',
    '  node [fontname="sans-serif", fontsize=11, margin="0.15,0.08"]',
    '  edge [fontname="sans-serif", fontsize=9]',
    ...share.nodes.map(nodeLine),
    ...edgeLines(share),
    '}',
  ]
  return { text: `${lines.join('\n')}\n`, losses }
}

/** A text in double quotes that Graphviz shows as it is, on one line and without what cannot be seen. */
export function dotString(text: string): string {
  const shown = text
    .replace(/\p{Zl}|\p{Zp}|\p{Cc}+/gu, ' ')
    .replace(/[\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
  return `"${shown.replaceAll('&', '&amp;').replace(/["\\]/g, '\\$&')}"`
}

function nodeLine({ id, kind, title, statement, caveat }: ArgumentNode): string {
  const style = caveat ? ', style="dashed"' : ''
  const attributes = `label=${dotString(wrap(title))}, tooltip=${dotString(statement)}`
  return `  "${id}" [${attributes.replaceAll(lineBreak, '\\n')}, shape="${shapes[kind]}"${style}]`
}

const lineBreak = '\ue000'
const lineLength = 28

// Lines of a label are broken at blanks; the mark becomes `\n` once everything else is escaped.
function wrap(text: string): string {
  const lines: string[] = []
  for (const word of text.replaceAll(lineBreak, '\ufffd').split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < lineLength) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines.join(lineBreak)
}

function edgeLines({ edges, undercut }: Share): readonly string[] {
  const points = new Set<string>()
  const lines: string[] = []
  const point = (name: string) => {
    if (!points.has(name)) lines.push(`  "${name}" [shape="point", width=0.06, label=""]`)
    points.add(name)
  }
  for (const edge of edges) {
    const { id, to, kind } = edge
    const linked = edge.kind === 'supports' ? edge.linked : undefined
    const stops = [
      ...(isStep(edge) && undercut.has(id) ? [id] : []),
      ...(linked === undefined ? [] : [`${linked}&${to}`]),
    ]
    const isOpen = linked === undefined || !points.has(`${linked}&${to}`)
    for (const stop of stops) point(stop)
    if (isUndercut(edge)) point(to)
    const path = [edge.from, ...stops, ...(isOpen ? [to] : [])]
    for (const [at, end] of path.slice(1).entries()) {
      const isLast = end === to
      const attributes = isLast ? heads[kind] : `${heads[kind].split(',')[0] ?? ''}, arrowhead="none"`
      lines.push(`  "${path[at] ?? ''}" -> "${end}" [${attributes}]`)
    }
  }
  return lines
}

function dotLosses({ nodes, edges, losses }: Share): readonly string[] {
  const reasons = edges.filter(({ because, weight }) => because !== undefined || weight !== 1)
  return [
    'A drawing: parts of the map are not shown.',
    ...told(
      reasons.length,
      'Why and how much 1 relation bears on its target is',
      'Why and how much # relations bear on their targets is',
      'left out.',
    ),
    ...lostOfNodes(nodes, ['body', 'sources', 'experiment', 'credence']),
    ...losses,
    lostOfMap,
  ]
}

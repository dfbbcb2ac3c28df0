import type { NodeId } from '../../core/id.ts'
import type { KnowledgeBase } from '../../core/knowledge-base.ts'
import { findAlike } from './alike.ts'
import { cutText, type Comparison, type ComparisonLists, type Drawing } from './comparison.ts'
import { findDomains } from './domains.ts'
import { drawChanges } from './drawing.ts'
import { compareEdges } from './edges.ts'
import { compareFigures } from './figures.ts'
import { compareFiles, unreadFiles } from './files.ts'
import { compareNodes } from './nodes.ts'
import { compareObjections } from './objections.ts'
import { compareProblemsOf } from './problems.ts'
import { compareStandings, compareTopics, standingsOf } from './standing.ts'
import { newlySuspect } from './suspects.ts'

/**
 * What one state of the content does to the argument that another makes: plain data in a fixed
 * order, equal for equal content. Takes what could be read of either; total.
 */
export function compare(before: KnowledgeBase, after: KnowledgeBase): Comparison {
  const standings = [standingsOf(before), standingsOf(after)] as const
  const topics = compareTopics([before, after], standings)
  const isTopic = new Set(topics.map(({ id }) => id))
  const nodes = compareNodes(before, after, standings[1])
  const edges = compareEdges(before.graph, after.graph)
  const lists: ComparisonLists = {
    topics,
    moved: compareStandings(standings).filter(({ id }) => !isTopic.has(id)),
    ...nodes,
    ...edges,
    ...compareObjections(before, after),
    suspect: newlySuspect(before, after),
    alike: findAlike(before, after),
    domains: findDomains(before, after),
    ...compareFigures(before, after),
    files: compareFiles(before, after),
    ...compareProblemsOf(before, after),
    unreadBefore: unreadFiles(before),
    unreadAfter: unreadFiles(after),
  }
  const drawing = drawChanges(before, after, { ...nodes, ...edges })
  return { ...lists, titles: titlesOf(before, after, lists, drawing), drawing }
}

function titlesOf(
  before: KnowledgeBase,
  after: KnowledgeBase,
  lists: ComparisonLists,
  drawing: Drawing,
): Comparison['titles'] {
  const names = new Set<string>()
  const add = (id: string) => id.split('>').forEach((end) => names.add(end))
  for (const { id, was } of lists.topics) [id, ...(was === undefined ? [] : [was])].forEach(add)
  for (const { id, other } of lists.alike) [id, other].forEach(add)
  for (const { see, mergedInto } of lists.withdrawn) {
    for (const id of [...see, ...(mergedInto === undefined ? [] : [mergedInto])]) add(id)
  }
  const { moved, added, changed, withdrawn, resurrected, removed, unanswered, answered } = lists
  const named = [
    ...[moved, added, changed, withdrawn, resurrected, removed, unanswered, answered],
    ...[lists.suspect, lists.edgesAdded, lists.edgesChanged, lists.edgesRemoved, drawing.nodes],
  ]
  for (const { id } of named.flat()) add(id)
  return Object.fromEntries(
    [...names].sort().flatMap((id) => {
      const node = after.graph.nodes.get(id as NodeId) ?? before.graph.nodes.get(id as NodeId)
      return node === undefined ? [] : [[id, cutText(node.title)]]
    }),
  )
}

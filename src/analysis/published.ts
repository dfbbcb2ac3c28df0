import type { ArgumentNode, Withdrawal } from '../core/document.ts'
import { nearest, type EdgeId, type NodeId } from '../core/id.ts'
import type { KnowledgeBase } from '../core/knowledge-base.ts'
import { fileStart } from '../core/place.ts'
import { compareProblems, problem, type Problem } from '../core/problem.ts'
import { reviewsPath } from '../core/review.ts'
import { knownIds } from '../graph/known-ids.ts'
import { followMerges } from '../graph/merges.ts'
import { classifyPath } from '../readers/path.ts'
import { indexStatements } from './near-duplicates.ts'
import { successorsOf } from './successors.ts'

/** An id that was published once, with the file it had then and what that file said. */
export interface PublishedId {
  readonly id: string
  readonly path: string
  readonly statement?: string
  readonly withdrawn?: Withdrawal
}

/**
 * Ids of nodes and sources that were published and have no file any more, nodes that were published
 * as withdrawn and are part of the argument again, and successors that they no longer name. What is
 * suggested for an id that vanished is the node that says the same, where its statement is known, or
 * else the id most like it. A file may move to the folder of another map: the address of its page
 * stays.
 */
export function checkPublished(
  kb: KnowledgeBase,
  published: readonly PublishedId[],
): readonly Problem[] {
  const known = knownIds(kb.paths)
  const problems: Problem[] = []
  for (const { id, path, statement, withdrawn } of published) {
    const type = classifyPath(path).value?.type === 'source' ? 'source' : 'node'
    const ids = type === 'source' ? known.sources : known.nodes
    if (ids.has(id)) {
      if (type === 'node' && withdrawn !== undefined) problems.push(...takenBack(kb, id, withdrawn))
      continue
    }
    const same = statement === undefined ? undefined : nodeThatSays(kb, statement)
    const suggestion = same ?? nearest(id, ids)
    problems.push(
      problem('published-id-vanished', fileStart(path), { id, type, nearest: suggestion }),
    )
  }
  return problems.sort(compareProblems)
}

function nodeThatSays(kb: KnowledgeBase, statement: string): string | undefined {
  const nodes = [...kb.graph.nodes.values()]
  const equal = nodes.find((node) => node.statement === statement)
  if (equal !== undefined) return equal.id
  return indexStatements(nodes)
    .alike(statement, nodes.length)
    .find(({ kind }) => kind === 'same')?.id
}

/** What a node that was published as withdrawn took back of that. */
function takenBack({ graph }: KnowledgeBase, id: string, was: Withdrawal): readonly Problem[] {
  const node = graph.nodes.get(id as NodeId)
  if (node === undefined) return []
  if (node.withdrawn !== undefined) return findLost(graph.nodes, node, was)
  const related = [{ message: `Was withdrawn: ${was.reason}`, place: node.place }]
  return [problem('resurrected-id', node.place, { id, on: was.on }, related)]
}

function findLost(
  nodes: KnowledgeBase['graph']['nodes'],
  node: ArgumentNode,
  was: Withdrawal,
): readonly Problem[] {
  const { merged, see, through } = successorsOf(nodes, node.id)
  const place = node.places['withdrawn'] ?? node.place
  const lost = (field: 'see' | 'merged-into', other: string) =>
    problem('lost-successor', place, { id: node.id, field, was: other })
  const led = (other: string) => followMerges(nodes, other as NodeId).end?.id ?? other
  const into = was.mergedInto?.id
  const isKept = into === undefined || led(into) === merged
  const named = new Set<string>([...see, ...through, ...(merged === undefined ? [] : [merged])])
  return [
    ...(isKept ? [] : [lost('merged-into', into)]),
    ...was.see.filter((each) => !named.has(led(each.id))).map((each) => lost('see', each.id)),
  ]
}

/**
 * Edges that were reviewed once, are still part of the argument and have no review any more. With
 * its reviews gone an edge would never be suspect again.
 */
export function checkPublishedReviews(
  { graph, reviews }: KnowledgeBase,
  published: Iterable<EdgeId>,
): readonly Problem[] {
  const there = new Set(reviews.map(({ edge }) => edge))
  return [...new Set(published)]
    .filter((edge) => graph.edges.has(edge) && !there.has(edge))
    .map((edge) => problem('removed-review', fileStart(reviewsPath), { edge }))
}

import type { ArgumentNode } from '../../core/document.ts'
import type { NodeId } from '../../core/id.ts'
import type { Step } from '../../core/relation.ts'
import { fileName, type DraftBase } from './draft-base.ts'

/**
 * The ids of the nodes without which the rules would judge a draft differently: what it names and
 * what that is joined to the thesis by, what bears on it, what counts together with it, what says
 * the same, and of what it names in vain the nearest. The draft's own id may be among them.
 */
export function touchedNodes(base: DraftBase, draft: ArgumentNode): ReadonlySet<string> {
  const touched = new Set<string>()
  const add = (ids: Iterable<string>) => {
    for (const id of ids) if (base.nodes.has(id)) touched.add(id)
  }
  add(headsOf(base))
  for (const id of namedNodes(draft)) {
    const near = base.known.nodes.has(id) ? id : base.nearestIn('nodes', id)
    if (near !== undefined) add([near])
  }
  add(mergedFrom(base, touched))
  for (const { kind, to } of draft.relations) {
    if (kind === 'undercuts') add(nodesOfStep(base, to, draft.id))
    if (kind === 'supports') add(countedWith(base, to))
  }
  add(mentionedNodes(base, draft))
  add(bearingOn(base, draft))
  add(supportedInCircle(base, draft))
  add(sayingTheSame(base, draft))
  for (const id of [...touched]) add(wayOf(base, id, draft.id))
  return touched
}

function headsOf({ kb }: DraftBase): readonly string[] {
  return [...kb.maps.values()].flatMap(({ thesis, rival }) => [thesis, rival ?? thesis])
}

function namedNodes({ relations, withdrawn }: ArgumentNode): readonly string[] {
  const ends = relations.flatMap(({ to }) => (typeof to === 'string' ? [to] : [to.from, to.to]))
  const into = withdrawn?.mergedInto
  const successors = [...(withdrawn?.see ?? []), ...(into === undefined ? [] : [into])]
  return [...ends, ...successors.map(({ id }) => id)]
}

// Instead of what was merged the end of its merges is suggested.
function mergedFrom({ nodes }: DraftBase, starts: ReadonlySet<string>): ReadonlySet<string> {
  return closure([...starts], (id) => {
    const into = nodes.get(id)?.withdrawn?.mergedInto
    return into === undefined ? [] : [into]
  })
}

// Of a step that does not exist, also the steps among which the nearest is looked for.
function nodesOfStep(base: DraftBase, { from, to }: Step, without: string): readonly string[] {
  const relations = base.nodes.get(from)?.relations ?? []
  const isStep = relations.some(([kind, end]) => end === to && kind !== 'refines')
  if (isStep) return []
  const near = base.nearestStep(`${from} > ${to}`, without)
  if (near !== undefined) return near.ends
  const ends = relations.flatMap(([, end]) => (typeof end === 'string' ? [end] : []))
  return [...ends, ...(base.bearing.get(to) ?? []).map(({ id }) => id)]
}

// Evidence may rest on the same source, and a linked premise needs another one.
function countedWith(base: DraftBase, target: string): readonly string[] {
  return (base.bearing.get(target) ?? [])
    .filter(
      ({ kind, relations }) =>
        kind === 'evidence' ||
        relations.some(([, to, linked]) => to === target && linked !== undefined),
    )
    .map(({ id }) => id)
}

function mentionedNodes(base: DraftBase, draft: ArgumentNode): readonly string[] {
  return [...draft.mentions, ...draft.figures].flatMap(({ path }) => {
    const near = nearestPath(base, path)
    return near === undefined ? [] : [fileName(near).replace(/\.md$/, '')]
  })
}

/** The path itself where there is such a file, else the one that a reader would be shown. */
export function nearestPath(base: DraftBase, path: string): string | undefined {
  if (base.kb.paths.has(path)) return path
  return base.byName.get(fileName(path)) ?? base.nearestIn('paths', path)
}

function bearingOn({ bearing }: DraftBase, { id, relations }: ArgumentNode): readonly string[] {
  const steps = relations.flatMap(({ to }) => (typeof to === 'string' ? [`${id}>${to}`] : []))
  return [id, ...steps].flatMap((end) => (bearing.get(end) ?? []).map((node) => node.id))
}

// Those that the draft supports in a row and that support it in a row.
function supportedInCircle(base: DraftBase, { id, relations }: ArgumentNode): readonly string[] {
  const supportersOf = (target: string) =>
    (base.bearing.get(target) ?? []).filter(({ relations }) =>
      relations.some(([kind, to]) => kind === 'supports' && to === target),
    )
  if (supportersOf(id).length === 0) return []
  const below = closure(
    supportersOf(id).map((node) => node.id),
    (other) => supportersOf(other).map((node) => node.id),
  )
  const supported = relations.flatMap((each) => (each.kind === 'supports' ? [each.to] : []))
  const above = closure(supported, (other) =>
    (base.nodes.get(other)?.relations ?? []).flatMap(([kind, to]) =>
      kind === 'supports' && typeof to === 'string' ? [to] : [],
    ),
  )
  return [...below].filter((other) => above.has(other))
}

function closure(
  starts: readonly string[],
  next: (id: string) => readonly string[],
): ReadonlySet<string> {
  const met = new Set(starts)
  // The set grows while it is iterated over.
  for (const id of met) for (const other of next(id)) met.add(other)
  return met
}

function sayingTheSame(base: DraftBase, { statement }: ArgumentNode): readonly string[] {
  return base.statements
    .alike(statement, 6)
    .filter(({ kind }) => kind === 'same')
    .map(({ id }) => id)
}

// Where a way leads over an undercut both ends of its step belong to it.
function wayOf(base: DraftBase, start: string, without: string): readonly string[] {
  const ways = base.waysWithout(without)
  const way: string[] = []
  for (let id = start as NodeId | undefined; id !== undefined; id = ways.get(id)) {
    const relations = base.nodes.get(id)?.relations ?? []
    way.push(id, ...relations.flatMap(([, to]) => (typeof to === 'string' ? [] : [to.from, to.to])))
  }
  return way
}

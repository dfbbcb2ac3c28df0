/**
 * What one reader changes in a map. A node has one answer: a credence, or that it is off. Nodes are
 * named by id, steps by `from>to`, what an undercut says against a step by `node>from>to`.
 */
export interface View {
  /** The node whose strength is asked for. */
  readonly topic?: string
  /** Base scores, 0 to 1 in hundredths, by node. */
  readonly credences: ReadonlyMap<string, number>
  /** Nodes left out of the map. */
  readonly off: ReadonlySet<string>
  /** Steps and undercuts that say nothing. */
  readonly muted: ReadonlySet<string>
}

/** The map as it is. */
export const emptyView: View = { credences: new Map(), off: new Set(), muted: new Set() }

/** The view about another topic, or without one. */
export function withTopic({ topic: _, ...view }: View, topic: string | undefined): View {
  return topic === undefined ? view : { ...view, topic }
}

/**
 * The view with another credence of a node, 0 to 1, rounded to hundredths; a node that was off is
 * on again. Without a value the map's own holds again.
 */
export function withCredence(view: View, id: string, value: number | undefined): View {
  if (value !== undefined && !(value >= 0 && value <= 1)) {
    throw new RangeError(`Expected \`value\` to be from 0 to 1: ${value}`)
  }
  const credences = new Map(view.credences)
  if (value === undefined) credences.delete(id)
  else credences.set(id, Math.round(value * 100) / 100)
  const off = value === undefined ? view.off : withMember(view.off, id, false)
  return { ...view, credences, off }
}

/** The view with a node left out of the map, which ends its credence, or back in it. */
export function withOff(view: View, id: string, isOff: boolean): View {
  const credences = new Map(view.credences)
  if (isOff) credences.delete(id)
  return { ...view, credences, off: withMember(view.off, id, isOff) }
}

/** The view with a step or undercut that says nothing, or speaks again. */
export function withMuted(view: View, edge: string, isMuted: boolean): View {
  return { ...view, muted: withMember(view.muted, edge, isMuted) }
}

/** How many answers a view has; its topic is none. */
export function sizeOf({ credences, off, muted }: View): number {
  return credences.size + off.size + muted.size
}

/** Whether two views have the same topic and the same answers, in whatever order. */
export function sameView(a: View, b: View): boolean {
  return (
    a.topic === b.topic &&
    sizeOf(a) === sizeOf(b) &&
    [...a.credences].every(([id, value]) => b.credences.get(id) === value) &&
    [...a.off].every((id) => b.off.has(id)) &&
    [...a.muted].every((edge) => b.muted.has(edge))
  )
}

function withMember(set: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> {
  const changed = new Set(set)
  if (isIn) changed.add(member)
  else changed.delete(member)
  return changed
}

import { withCredence, withOff, type View } from '../../analysis/stance/view.ts'
import type { ViewIndex } from '../../analysis/stance/view-data.ts'

/** Numbers of the nodes of which a view says something, or of a step from them. */
export function answeredIn({ credences, off, muted }: View, index: ViewIndex): readonly number[] {
  const starts = [...muted].map((name) => name.slice(0, name.indexOf('>')))
  const ids = new Set([...credences.keys(), ...off, ...starts])
  return [...ids].map((id) => index.nodeNumber(id) as number)
}

/** The view without what it says of a node and of the steps from it. */
export function withoutAnswer(view: View, id: string): View {
  const rest = withOff(withCredence(view, id, undefined), id, false)
  const muted = [...rest.muted].filter((name) => !name.startsWith(`${id}>`))
  return { ...rest, muted: new Set(muted) }
}

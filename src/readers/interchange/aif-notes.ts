import type { AifGraph } from './aif-graph.ts'
import type { Ledger } from './material.ts'

/** Who said a statement and in what words, as notes by the id of the statement. */
export function carryNotes(
  graph: AifGraph,
  ledger: Ledger,
  done: Set<object>,
): ReadonlyMap<string, readonly string[]> {
  const { nodes, into, outOf, speakers } = graph
  const notes = new Map<string, string[]>()
  for (const act of nodes.values()) {
    if (act.type !== 'YA') continue
    for (const end of outOf.get(act.id) ?? []) {
      if (nodes.get(end.to)?.type !== 'I') continue
      for (const start of into.get(act.id) ?? []) {
        const locution = nodes.get(start.from)
        if (locution?.type !== 'L') continue
        const speaker = speakers.get(locution.id)
        const who = speaker === undefined ? '' : ` by ${speaker}`
        const note = `In the source this is said${who} (${act.text || 'illocution'}): “${locution.text}”`
        notes.set(end.to, [...(notes.get(end.to) ?? []), note])
        for (const part of [act, locution, start, end]) {
          if (done.has(part)) continue
          done.add(part)
          ledger.carry()
        }
        ledger.change(
          `node ${locution.id}`,
          `A locution is kept as a note in the body of node ${end.to}.`,
        )
      }
    }
  }
  return notes
}

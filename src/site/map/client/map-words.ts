import { capitalised, kindWords, labelWords } from '../../words.ts'
import { kindNames, labelNames, type MapData } from '../map-data.ts'
import { rebuts, supports, undercuts } from './edges.ts'
import type { Standing } from './state.ts'

/** What readers see for a kind. */
export function kindWord(kind: number): string {
  return kindWords[kindNames[kind]!]
}

/** What readers see for a label; undefined where there is none. */
export function labelWord(label: number): string | undefined {
  const name = labelNames[label]
  return name && labelWords[name]
}

/** A strength in hundredths as it is written: "0.62". */
export function strengthWord(strength: number): string {
  return (strength / 100).toFixed(2)
}

/** What bears on a node: "3 supports, 1 objection, 1 undercut of its steps". */
export function countWords({ edges }: MapData, node: number): string {
  const counts = [0, 0, 0]
  for (let edge = 0; edge < edges.from.length; edge++) {
    const [kind, to] = [edges.kind[edge]!, edges.to[edge]!]
    if (kind === undercuts) counts[2]! += Number(edges.to[to] === node)
    else if (to === node && kind === supports) counts[0]!++
    else if (to === node && kind === rebuts) counts[1]!++
  }
  const [reasons, objections, doubts] = counts as [number, number, number]
  const words = [
    counted(reasons, 'support'),
    counted(objections, 'objection'),
    doubts > 0 && `${counted(doubts, 'undercut')} of a step to it`,
  ].filter((each) => each !== '' && each !== false)
  return words.length === 0 ? 'nothing bears on it' : words.join(', ')
}

function counted(count: number, thing: string): string {
  return count === 0 ? '' : `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** "Claim: title" */
export function nameOf({ nodes }: MapData, node: number): string {
  return `${kindWord(nodes.kind[node]!)}: ${nodes.title[node]!}`
}

/** A node as it is read aloud: "Claim: title. No open objection. 3 supports, 1 objection." */
export function sentenceOf(data: MapData, node: number, { label }: Standing): string {
  const standing = labelWord(label[node]!)
  const words = [nameOf(data, node), standing, capitalised(countWords(data, node))]
  return words.flatMap((each) => (each === undefined ? [] : [each.replace(/\.$/, '')])).join('. ') + '.'
}

import { absent } from '../../analysis/labels/grounded.ts'
import { labelWords } from '../words.ts'
import type { Standing } from './protocol.ts'
import type { Store } from './store.ts'
import { counted, labelOf, strengthWords } from './words.ts'

/** What came of a change, in sentences to be read aloud. */
export function summaryOf({ data, topic, result, base }: Store): string {
  if (result === undefined || base === undefined) return ''
  const { changes, more } = result.changes
  const count = changes.length + more
  const others = `${counted(count, 'statement')} ${count === 1 ? 'stands' : 'stand'} otherwise`
  const before = `In the map ${strengthWords(base.strength[topic])}.`
  return `${data.titles[topic]}: ${nowWords(result.standing, topic)}. ${before} ${others}.`
}

function nowWords({ label, strength }: Standing, topic: number): string {
  const code = label[topic]
  if (code === absent) return 'left out'
  return `strength ${strengthWords(strength[topic])}, ${labelWords[labelOf(code)].toLowerCase()}`
}

import { labelWords } from '../words.ts'
import type { Store } from './store.ts'
import { counted, labelOf, strengthWords } from './words.ts'

/** What came of a change, in a sentence to be read aloud. */
export function summaryOf({ data, topic, result, base }: Store): string {
  if (result === undefined || base === undefined) return ''
  const { label, strength } = result.standing
  const { changes, more } = result.changes
  const now = `${strengthWords(strength[topic])}, ${labelWords[labelOf(label[topic])].toLowerCase()}`
  const others = counted(changes.length + more, 'statement')
  return `${data.titles[topic]}: strength ${now}. In the map ${strengthWords(base.strength[topic])}. ${others} stand otherwise than in the map.`
}

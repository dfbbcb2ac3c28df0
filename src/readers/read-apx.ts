import { shown } from '../core/catalogue/entry.ts'
import {
  finishFramework,
  mostArguments,
  mostEdges,
  startReading,
  unstatedScore,
  type FrameworkRead,
} from './framework.ts'

const space = /\s+|%[^\n]*/y
const fact = /(arg|att)\s*\(\s*([\w-]+)\s*(?:,\s*([\w-]+)\s*)?\)\s*\./y

/**
 * Reads an argumentation framework in the format of ASPARTIX: facts `arg(a).` and `att(a,b).` in
 * any order; `%` begins a comment. Never throws; takes time linear in the text.
 */
export function readApx(written: string): FrameworkRead {
  const reading = startReading(written)
  const { text } = reading
  const numbers = new Map<string, number>()
  const attacks: { at: number; from: string; to: string }[] = []
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    fact.lastIndex = at
    const [all = '', kind, first = '', second] = fact.exec(text) ?? []
    if (kind === undefined || (kind === 'arg') !== (second === undefined)) {
      const line = shown(text.slice(at, at + 200).replace(/\n[^]*/, ''))
      reading.fault(at, `Unexpected ${line}, expected \`arg(a).\` or \`att(a,b).\`.`)
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
      continue
    }
    if (second !== undefined) attacks.push({ at, from: first, to: second })
    else if (!numbers.has(first)) numbers.set(first, numbers.size)
    if (numbers.size > mostArguments || attacks.length > mostEdges) {
      const most = `${mostArguments} arguments and ${mostEdges} attacks`
      reading.fault(at, `Unexpected further fact, expected at most ${most}.`)
      break
    }
    at += all.length
  }
  for (const { at, from, to } of attacks) {
    const unknown = [from, to].find((name) => !numbers.has(name))
    if (unknown === undefined) continue
    reading.fault(at, `Unexpected argument ${shown(unknown)}, expected one that an \`arg\` names.`)
  }
  if (reading.hasFaults()) return reading.refuse()
  const base = new Float64Array(numbers.size).fill(unstatedScore)
  const made = finishFramework([...numbers.keys()], base, {
    from: attacks.map(({ from }) => numbers.get(from) as number),
    to: attacks.map(({ to }) => numbers.get(to) as number),
    isSupport: attacks.map(() => 0),
  })
  return { ...made, faults: [], more: 0, hasScores: false }
}

function skipSpace(text: string, start: number): number {
  let at = start
  space.lastIndex = at
  while (space.test(text)) {
    at = space.lastIndex
  }
  return at
}

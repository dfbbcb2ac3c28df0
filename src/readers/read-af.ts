import { shown } from '../core/catalogue/entry.ts'
import {
  finishFramework,
  mostArguments,
  mostEdges,
  startReading,
  unstatedScore,
  type Edges,
  type FrameworkRead,
  type Reading,
} from './framework.ts'

const header = /[ \t]*p[ \t]+af[ \t]+(\d+)[ \t]*$/my
const pair = /[ \t]*(\d+)[ \t]+(\d+)[ \t]*$/my
/** Characters of a line that are looked at to say what is wrong with it. */
const longestShown = 200

/**
 * Reads an argumentation framework in the format of ICCMA 2023: a line `p af <n>`, then attacks
 * `i j` between arguments 1 to n; lines that start with `#` are comments. Blank lines are passed
 * over. Never throws; takes time linear in the text.
 */
export function readAf(written: string): FrameworkRead {
  const reading = startReading(written)
  const { text } = reading
  const edges: Edges = { from: [], to: [], isSupport: [] }
  let size = -1
  for (let start = 0, end: number; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    if (text[start] === '#' || isBlank(text, start, end)) continue
    if (size >= 0) {
      readPair(reading, start, end, size, edges)
      continue
    }
    size = readHeader(reading, start, end)
    if (size < 0) return reading.refuse()
  }
  if (size < 0) reading.fault(text.length, 'Unexpected end, expected a line `p af <n>`.')
  if (reading.hasFaults()) return reading.refuse()
  const names = Array.from({ length: size }, (_, index) => String(index + 1))
  const base = new Float64Array(size).fill(unstatedScore)
  const made = finishFramework(names, base, edges)
  return { ...made, faults: [], more: 0, hasScores: false }
}

function readPair(
  reading: Reading,
  start: number,
  end: number,
  size: number,
  { from, to, isSupport }: Edges,
): void {
  pair.lastIndex = start
  const found = pair.exec(reading.text)
  const source = Number(found?.[1])
  const target = Number(found?.[2])
  if (!(source >= 1 && source <= size && target >= 1 && target <= size)) {
    faultOfPair(reading, start, end, size)
  } else if (from.length === mostEdges) {
    reading.fault(start, `Unexpected further attack, expected at most ${mostEdges}.`)
  } else {
    from.push(source - 1)
    to.push(target - 1)
    isSupport.push(0)
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text[at] !== ' ' && text[at] !== '\t') return false
  return true
}

/** The number of arguments; -1 where there is a fault, without which nothing else can be judged. */
function readHeader(reading: Reading, start: number, end: number): number {
  header.lastIndex = start
  const size = Number(header.exec(reading.text)?.[1])
  if (size <= mostArguments) return size
  const line = shown(reading.text.slice(start, Math.min(end, start + longestShown)))
  const wish = Number.isNaN(size)
    ? '`p af <n>` with the number of arguments, before any attack'
    : `at most ${mostArguments} arguments`
  reading.fault(start, `Unexpected ${line}, expected ${wish}.`)
  return -1
}

/** Says which word of a line is not what it should be. */
function faultOfPair({ text, fault }: Reading, start: number, end: number, size: number): void {
  const line = text.slice(start, Math.min(end, start + longestShown))
  const words = [...line.matchAll(/\S+/g)]
  if (words[0]?.[0] === 'p') {
    return fault(start, `Unexpected ${shown(line)}, expected only attacks after \`p af ${size}\`.`)
  }
  const isArgument = (word: string) =>
    /^\d+$/.test(word) && Number(word) >= 1 && Number(word) <= size
  const wrong = words.find(([word], index) => index > 1 || !isArgument(word))
  if (wrong === undefined) {
    return fault(start + line.length, 'Unexpected end of the line, expected two arguments.')
  }
  const wish = size === 0 ? 'no attack, as there are no arguments' : `arguments from 1 to ${size}`
  const rest = wrong === words[2] ? 'the end of the line' : wish
  fault(start + wrong.index, `Unexpected ${shown(wrong[0])}, expected ${rest}.`)
}

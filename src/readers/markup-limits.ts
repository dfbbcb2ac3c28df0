import type { Body } from '../core/document.ts'
import { problem, type Problem } from '../core/problem.ts'
import { placer } from './text.ts'

// Found by trying: within these limits the worst body known takes about a second to parse, and a
// body that people would write is far below them. Parsing takes the square of most of these.
const limits = {
  characters: 65_536,
  marks: 4_000,
  marksInBlock: 500,
  linesInBlock: 400,
  wordLength: 2_000,
  nesting: 16,
  cells: 3_000,
}

const marks: ReadonlySet<number> = new Set([...'[]*_~`$<&'].map((mark) => mark.charCodeAt(0)))
const newline = 10
const pipe = 124

interface Block {
  start: number
  marks: number
  lines: number
  /** Columns of the widest line that may divide a table from its header. */
  columns: number
}

/** Why a body is not parsed: markup that would take more work than a body is worth. */
export function findExcess(body: Body, file: string): Problem[] {
  const { markdown } = body
  const placeOf = placer(file, markdown, 0, body.line)
  if (markdown.length > limits.characters) {
    return [tooMuch(`body of ${String(markdown.length)} characters`, limits.characters, 0, 0)]
  }
  let total = 0
  let block: Block = { start: 0, marks: 0, lines: 0, columns: 0 }
  for (let start = 0; start < markdown.length; ) {
    const line = measureLine(markdown, start)
    if (line.isBlank) {
      block = { start: line.end + 1, marks: 0, lines: 0, columns: 0 }
    } else {
      total += line.marks
      block.marks += line.marks
      block.lines++
      if (line.pipes >= block.columns && isDivider(markdown, start, line.end)) {
        block.columns = line.pipes + 1
      }
    }
    const found = findInBlock(block, line, start) ?? findInLine(line, start)
    if (found !== undefined) return [found]
    start = line.end + 1
  }
  return total > limits.marks
    ? [tooMuch(`${String(total)} brackets and other marks`, limits.marks, 0, 0)]
    : []

  function findInBlock(block: Block, line: Line, start: number): Problem | undefined {
    if (block.marks > limits.marksInBlock) {
      const what = `paragraph with ${String(block.marks)} brackets and other marks`
      return tooMuch(what, limits.marksInBlock, block.start, line.end)
    }
    if (block.lines > limits.linesInBlock) {
      return tooMuch('paragraph of more lines', limits.linesInBlock, block.start, line.end)
    }
    const cells = block.columns * block.lines
    if (cells <= limits.cells) return undefined
    const details = { cells, limit: limits.cells }
    return problem('table-too-large', placeOf(Math.min(block.start, start), line.end), details)
  }

  function findInLine(line: Line, start: number): Problem | undefined {
    if (line.longestWord > limits.wordLength) {
      const what = `word of ${String(line.longestWord)} characters`
      return tooMuch(what, limits.wordLength, start, line.end)
    }
    if (nesting(markdown, start, line.end) <= limits.nesting) return undefined
    return problem('nesting-too-deep', placeOf(start, line.end), {
      what: 'lists and quotations',
      limit: limits.nesting,
    })
  }

  function tooMuch(markup: string, limit: number, start: number, end: number): Problem {
    return problem('too-much-markup', placeOf(start, end), { markup, limit })
  }
}

interface Line {
  end: number
  isBlank: boolean
  marks: number
  pipes: number
  longestWord: number
}

function measureLine(text: string, start: number): Line {
  const line: Line = { end: start, isBlank: true, marks: 0, pipes: 0, longestWord: 0 }
  let word = 0
  for (; line.end < text.length; line.end++) {
    const code = text.charCodeAt(line.end)
    if (code === newline) break
    if (code === 32 || code === 9) {
      word = 0
      continue
    }
    line.isBlank = false
    word = code < 127 ? word + 1 : 0
    if (word > line.longestWord) line.longestWord = word
    if (code === pipe) line.pipes++
    else if (marks.has(code)) line.marks++
  }
  return line
}

const divider = /^[\s>|:*+\d.)-]*$/

function isDivider(text: string, start: number, end: number): boolean {
  const line = text.slice(start, end)
  return line.includes('-') && divider.test(line)
}

const container = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]*\]:)/y

// How deep the containers that a line opens or goes on with may nest: each takes a mark or two
// columns of indentation.
function nesting(text: string, start: number, end: number): number {
  const line = text.slice(start, Math.min(end, start + 2_000))
  let marked = 0
  let indented = 0
  container.lastIndex = 0
  for (let match = container.exec(line); match !== null; match = container.exec(line)) {
    marked++
    indented += Math.max(0, match[0].length - 2)
    if (marked > limits.nesting) break
  }
  return marked === 0 ? 0 : marked + Math.floor(indented / 2)
}

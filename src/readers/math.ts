import katex, { ParseError } from 'katex'
import type { InlineMath, Math as BlockMath } from 'mdast-util-math'
import type { Place } from '../core/place.ts'
import { problem, type Problem } from '../core/problem.ts'

const longestFormula = 2000

/** What KaTeX cannot set of a formula, at the formula's place. */
export function findMathErrors(node: InlineMath | BlockMath, place: Place): Problem[] {
  const math = node.value
  if (math.length > longestFormula) {
    const error = `more than ${String(longestFormula)} characters`
    return [problem('invalid-math', place, { math, error })]
  }
  const refused: string[] = []
  try {
    katex.renderToString(math, {
      displayMode: node.type === 'math',
      output: 'mathml',
      throwOnError: true,
      trust: ({ command }) => {
        refused.push(command)
        return false
      },
      strict: 'error',
      maxExpand: 200,
      maxSize: 20,
    })
  } catch (error) {
    return [problem('invalid-math', place, { math, error: reason(error) })]
  }
  // KaTeX itself sets a command that is not trusted as its name in red.
  return refused
    .slice(0, 1)
    .map((name) => problem('invalid-math', place, { math, error: `${name} is not allowed` }))
}

function reason(error: unknown): string {
  if (error instanceof ParseError) return error.rawMessage
  return error instanceof RangeError ? 'nesting is too deep' : 'unknown command'
}

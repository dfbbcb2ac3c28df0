import type { FormulaName } from '../../src/analysis/strength/formulas.ts'
import type { PositionsReport } from '../../src/outputs/analysis-report.ts'
import { quote, UsageError, type Given } from '../lib/command.ts'

/** What a command line asks for, but for what it is asked of. */
export interface Wish {
  readonly only?: 'labels' | 'strengths' | 'cruxes'
  readonly formula?: FormulaName
  readonly view?: string
  readonly topic?: string
  readonly most: number
  readonly pairs?: number
  /** Asked for instead of grounded labels. */
  readonly semantics?: PositionsReport['semantics']
  readonly budget: number
  readonly accepts?: string
  readonly format: 'text' | 'json' | 'csv'
}

/**
 * Reads what is asked for.
 *
 * @throws UsageError for numbers out of range and for options that contradict one another.
 */
export function readWish(given: Given): Wish {
  const { values } = given
  refuseMixture(values)
  const semantics = values.get('semantics')
  const texts = ['only', 'formula', 'view', 'topic', 'accepts'].flatMap((name) => {
    const value = values.get(name)
    return value === undefined ? [] : [[name, value]]
  })
  const pairs = wholeNumber(values, 'samples', [0, 1_000_000])
  return {
    ...(Object.fromEntries(texts) as Pick<Wish, 'only' | 'formula' | 'view' | 'topic' | 'accepts'>),
    most: wholeNumber(values, 'most', [1, 1_000_000]) ?? 12,
    ...(pairs === undefined ? {} : { pairs }),
    ...(semantics === undefined || semantics === 'grounded'
      ? {}
      : { semantics: semantics as PositionsReport['semantics'] }),
    budget: wholeNumber(values, 'budget', [0, 1_000_000_000]) ?? 1_000_000,
    format: (values.get('format') ?? 'text') as Wish['format'],
  }
}

type Values = Given['values']

type Rule = readonly [option: string, other: string, when: (of: Values) => boolean]

const isOtherPart = (of: Values) => of.has('only') && of.get('only') !== 'cruxes'

/** Options that contradict another, and when. */
const refused: readonly Rule[] = [
  ['view', 'file', (of) => of.has('file')],
  ['content', 'file', (of) => of.has('file')],
  ['topic', 'only', isOtherPart],
  ['samples', 'only', isOtherPart],
  ['only', 'semantics', (of) => searches(of) && of.get('only') !== 'labels'],
  ['topic', 'semantics', searches],
  ['samples', 'semantics', searches],
  ['formula', 'semantics', searches],
]

/** Whether positions are searched for instead of grounded labels. */
function searches(of: Values): boolean {
  return (of.get('semantics') ?? 'grounded') !== 'grounded'
}

function refuseMixture(values: Values): void {
  for (const [option, other, when] of refused) {
    if (!values.has(option) || !when(values)) continue
    const what = quote(`--${other} ${values.get(other) ?? ''}`)
    throw new UsageError(`Unexpected \`--${option}\` together with ${what}.`)
  }
  for (const option of ['budget', 'accepts']) {
    if (!values.has(option) || searches(values)) continue
    const wish = '`--semantics` complete, preferred or stable'
    throw new UsageError(`Unexpected \`--${option}\` alone, expected ${wish} with it.`)
  }
}

function wholeNumber(
  values: Values,
  name: string,
  [least, most]: readonly [number, number],
): number | undefined {
  const text = values.get(name)
  if (text === undefined) return undefined
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  const range = `a whole number from ${least} to ${most}`
  throw new UsageError(`Unexpected ${quote(text)} as \`--${name}\`, expected ${range}.`)
}

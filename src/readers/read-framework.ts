import { startReading, type FrameworkRead, type StatedFormula } from './framework.ts'
import { readAf } from './read-af.ts'
import { readApx } from './read-apx.ts'
import { readQbaf } from './read-qbaf.ts'

type Read = (written: string, formula?: StatedFormula) => FrameworkRead

const byEnding: readonly (readonly [string, Read])[] = [
  ['.af', readAf],
  ['.apx', readApx],
  ['.json', readQbaf],
]
const byBeginning: readonly (readonly [RegExp, Read])[] = [
  [/^\ufeff?\s*\{/, readQbaf],
  [/^\ufeff?\s*(?:%|arg\b|att\b)/, readApx],
  [/^\ufeff?\s*(?:#|p\s)/, readAf],
]

/**
 * Reads a benchmark file in the format that its name ends in, else in the one that its text begins
 * like. `formula` goes before one that the file states. Never throws.
 */
export function readFramework(
  name: string,
  written: string,
  formula?: StatedFormula,
): FrameworkRead {
  const read =
    byEnding.find(([ending]) => name.toLowerCase().endsWith(ending))?.[1] ??
    byBeginning.find(([beginning]) => beginning.test(written))?.[1]
  if (read !== undefined) return read(written, formula)
  const reading = startReading(written)
  reading.fault(0, 'Unexpected beginning, expected `p af <n>`, `arg(a).` or a JSON object.')
  return reading.refuse()
}

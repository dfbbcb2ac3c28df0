import type { Measure } from '../contract.ts'
import { formatNumber } from '../lib/format.ts'
import { type Estimate, measure } from '../lib/statistics.ts'
import type { AllocationResult, ChoiceCell, SetPointResult } from './model.ts'
import type { SetPointSettings, Tail } from './settings.ts'

type Measures = Record<string, Measure>

/** What readers call the law of the error: t(3) is Student’s t with 3 degrees of freedom. */
export const tailWords: Readonly<Record<Tail, string>> = {
  normal: 'normal error',
  5: 't(5) error',
  3: 't(3) error',
  2: 't(2) error',
}

/** The number of options that stands for a strong optimiser. */
export const many = 1000

/** All measures of a result; those of the choices are missing while there are none. */
export function measuresOf(result: SetPointResult, settings: SetPointSettings): Measures {
  return {
    ...allocationMeasures(result.allocation, settings),
    ...choiceMeasures('', result.choices, settings.tail, settings.options),
    ...choiceMeasures('Many', result.choices, settings.tail, many),
    ...choiceMeasures('NormalMany', result.choices, 'normal', many),
  }
}

function allocationMeasures(
  result: AllocationResult,
  { power, noise }: SetPointSettings,
): Measures {
  const measures: Measures = {}
  const add = (name: string, label: string, of: Estimate | number | undefined) => {
    if (of !== undefined) measures[name] = measure(label, of)
  }
  const at = (cells: AllocationResult['asSet'], share: number) =>
    cells.find((cell) => cell.power === share)
  const own = at(result.asSet, power)
  const less = 'Utility of the set-point agent less the maximiser’s'
  add('utilityDifference', less, own?.difference)
  add('utilityMaximiser', 'Utility that the maximiser leaves', own?.maximiser)
  add('utilitySetPoint', 'Utility that the set-point agent leaves', own?.setPoint)
  add('utilityStart', 'Utility at the start', result.start)
  add('bestShare', 'Share of the unmeasured that is best to move', result.bestShare)
  add('utilityDifferenceWeak', `${less}, power 0.25`, at(result.asSet, 0.25)?.difference)
  add('utilityDifferenceStrong', `${less}, power 0.999`, at(result.asSet, 0.999)?.difference)
  const weighted = at(result.otherWeight, power)
  add(
    'utilityDifferenceWeight',
    `${less}, weight of the measured ${formatNumber(weighted?.weight ?? 0)}`,
    weighted?.difference,
  )
  const noisy = at(result.otherNoise, power)
  const error = `error of the set-point ${formatNumber(noisy?.noise ?? 0)}`
  add('utilityDifferenceNoise', `${less}, ${error}`, noisy?.difference)
  add('utilitySetPointNoise', `Utility of the set-point agent, ${error}`, noisy?.setPoint)
  for (const cell of result.byNoise) {
    if (cell.noise !== 1 && cell.noise !== noise) continue
    const name = cell.noise === noise ? 'maximiserAsGood' : 'maximiserAsGoodNoise'
    const label = 'Share of draws in which the maximiser does as well, error of the set-point'
    add(name, `${label} ${formatNumber(cell.noise)}`, cell.maximiserAsGood)
  }
  const wrong = result.bySetPoint.find(({ setPointAt }) => setPointAt === 0.7)
  add('utilitySetPointLow', 'Utility of the set-point agent, set-point 0.7', wrong?.setPoint)
  return measures
}

function choiceMeasures(
  end: string,
  choices: readonly ChoiceCell[],
  tail: Tail,
  options: number,
): Measures {
  const cell = choices.find((choice) => choice.tail === tail && choice.options === options)
  if (cell === undefined) return {}
  const at = `${formatNumber(options)} options with ${tailWords[tail]}`
  const gain = (who: string) => `Value that the ${who} gets of ${at}`
  return {
    [`valueDifference${end}`]: measure(
      `Value of the set-point agent less the maximiser’s, ${at}`,
      cell.difference,
    ),
    [`valueMaximiser${end}`]: measure(gain('maximiser'), cell.maximiser),
    [`valueSetPoint${end}`]: measure(gain('set-point agent'), cell.setPoint),
    [`valueQuantiliser${end}`]: measure(gain('quantiliser'), cell.quantiliser),
  }
}

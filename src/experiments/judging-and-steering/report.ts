import type { Measure, Report, Verdict } from '../contract.ts'
import { expectedBestByProxy } from '../lib/expected-maximum.ts'
import { boundsOf, estimate, measure, pairedDifference, type Estimate } from '../lib/statistics.ts'
import { chartsOf, leads, tablesOf } from './figures.ts'
import type { GridCell, Result } from './model.ts'
import { sayCount, sentenceOf } from './sentence.ts'
import type { JudgingAndSteering } from './settings.ts'
import { judgingShare } from './shortfall.ts'

type Measures = Readonly<Record<string, Measure>>

/** What a result comes to; grid measures appear with the second world. */
export function report(result: Result, settings: JudgingAndSteering): Report {
  const measures = { ...exactMeasures(result, settings), ...gridMeasures(result, settings) }
  return {
    sentence: sentenceOf(measures, settings),
    measures,
    verdict: verdictOf(measures),
    charts: chartsOf(result, settings),
    tables: tablesOf(result),
  }
}

function exactMeasures(result: Result, settings: JudgingAndSteering): Measures {
  const { best, shortfall, overtaking, check, compounding } = result
  const share = judgingShare(shortfall)
  const reach = overtaking.find(({ correlation }) => correlation === settings.correlation)?.reach
  const plan = compounding.find(({ steps }) => steps === 20)
  const { judging, total } = shortfall
  const overtaken = 'Reach from which misjudging is the larger part'
  return {
    shortfall: measure('Shortfall from the best outcome', total, 'sd'),
    judgingLoss: measure('Part due to misjudging, reach counted first', judging.reachFirst, 'sd'),
    steeringLoss: measure(
      'Part due to limited reach, counted first',
      best.ofAll - best.inReach,
      'sd',
    ),
    ...(share === null
      ? {}
      : {
          judgingShare: measure('Judging share, reach counted first', share.reachFirst),
          judgingShareShapley: measure('Judging share, mean of both orders', share.shapley),
          judgingShareJudgingFirst: measure(
            'Judging share, judging counted first',
            share.judgingFirst,
          ),
        }),
    ...(reach === undefined
      ? {}
      : {
          overtakingReach: measure(`${overtaken}, reach counted first`, reach.reachFirst),
          overtakingReachShapley: measure(`${overtaken}, mean of both orders`, reach.shapley),
          overtakingReachJudgingFirst: measure(
            `${overtaken}, judging counted first`,
            reach.judgingFirst,
          ),
        }),
    ...(check === null
      ? {}
      : {
          drawnOutcome: measure(
            `Mean of ${sayCount(check.draws)} drawn agents, ${sayCount(check.reach)} in reach`,
            check,
            'sd',
          ),
          drawnOutcomeInTheory: measure(
            'What theory gives those agents',
            expectedBestByProxy(check.reach, settings.correlation),
            'sd',
          ),
        }),
    ...(plan === undefined
      ? {}
      : { planOfTwentySteps: measure('Plans of 20 steps without an error', plan.exact) }),
  }
}

function gridMeasures({ grid }: Result, { size, slip }: JudgingAndSteering): Measures {
  const still = cellAt(grid, size, 0)
  const noisy = cellAt(grid, size, 0.6)
  const small = cellAt(grid, 5, slip)
  const large = cellAt(grid, 13, slip)
  if (!still || !noisy || !small || !large) return {}
  const both = Math.min(still.steering.length, noisy.steering.length)
  const change = (of: Scores) =>
    pairedDifference(of(noisy).slice(0, both), of(still).slice(0, both))
  const bySlip = 'slip 0 to 0.6'
  const bySize = 'side 5 to 13, at the slip chosen'
  const growth = (of: Scores) => unpairedDifference(of(large), of(small))
  return {
    steeringWithoutSlip: measure('Steering score, no slip', estimate(still.steering)),
    judgingWithoutSlip: measure('Judging score, no slip', estimate(still.judging)),
    steeringWithSlip: measure('Steering score, slip 0.6', estimate(noisy.steering)),
    judgingWithSlip: measure('Judging score, slip 0.6', estimate(noisy.judging)),
    leadWithoutSlip: measure('Steering less judging, no slip', estimate(leads(still))),
    leadWithSlip: measure('Steering less judging, slip 0.6', estimate(leads(noisy))),
    steeringChange: measure(`Change of steering, ${bySlip}`, change(steeringOf)),
    judgingChange: measure(`Change of judging, ${bySlip}`, change(judgingOf)),
    leadChange: measure(`Change of steering less judging, ${bySlip}`, change(leads)),
    steeringChangeWithSize: measure(`Change of steering, ${bySize}`, growth(steeringOf)),
    judgingChangeWithSize: measure(`Change of judging, ${bySize}`, growth(judgingOf)),
    leadChangeWithSize: measure(`Change of steering less judging, ${bySize}`, growth(leads)),
  }
}

type Scores = (cell: GridCell) => readonly number[]
const steeringOf: Scores = ({ steering }) => steering
const judgingOf: Scores = ({ judging }) => judging

/** The difference of two independent means; their half-widths add as errors do. */
function unpairedDifference(a: readonly number[], b: readonly number[]): Estimate {
  const [first, second] = [estimate(a), estimate(b)]
  const squares = first.halfWidth * first.halfWidth + second.halfWidth * second.halfWidth
  return { value: first.value - second.value, halfWidth: Math.sqrt(squares) }
}

/** The worlds of a size at a slip, where there are two for an interval. */
function cellAt(grid: readonly GridCell[], size: number, slip: number): GridCell | undefined {
  const cell = grid.find((each) => each.size === size && each.slip === slip)
  return cell !== undefined && cell.steering.length > 1 ? cell : undefined
}

/**
 * The verdict: against the claim where misjudging is more than half of the shortfall in both
 * orders; for it where it is less than half in both and slip takes more from steering than from
 * judging.
 */
function verdictOf(measures: Measures): Verdict {
  const names = ['judgingShare', 'judgingShareJudgingFirst', 'leadChange']
  const least = measures['judgingShare']?.value
  const most = measures['judgingShareJudgingFirst']?.value
  const change = measures['leadChange']
  const verdict = (label: Verdict['label'], because: string): Verdict => ({
    label,
    measures: names.filter((name) => measures[name] !== undefined),
    because,
  })
  if (least === undefined || most === undefined) {
    return verdict('inconclusive', 'Nothing falls short, so that there is nothing to share out.')
  }
  if (least > 0.5) {
    return verdict('against', 'Misjudging is more than half of the shortfall in both orders.')
  }
  if (most >= 0.5) {
    return verdict('mixed', 'Which failing is the larger part depends on which is counted first.')
  }
  const minor = 'Misjudging is less than half of the shortfall in both orders'
  if (change === undefined) {
    return verdict('inconclusive', `${minor}; fewer than two worlds have been run.`)
  }
  const { low, high } = boundsOf(change)
  if (high < 0) {
    return verdict('supports', `${minor}, and slip takes more from steering than from judging.`)
  }
  if (low > 0) {
    return verdict('mixed', `${minor}, but slip takes more from judging than from steering.`)
  }
  return verdict(
    'inconclusive',
    `${minor}; whether slip takes more from steering or from judging cannot be told.`,
  )
}

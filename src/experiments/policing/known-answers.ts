import type { KnownAnswer, KnownCase } from '../about.ts'
import { exp } from '../lib/elementary.ts'
import { chanceOf } from '../lib/random.ts'
import { drain } from '../../core/drain.ts'
import { lnFixation, lnGenerations, longRunShare, majorityOf, type Process } from './birth-death.ts'
import { countTakeovers } from './simulate.ts'

const invasions = 20_000
/** Normal quantile of a two-sided interval of 99.9 %. */
const z = 3.2905267314918945

function process(agents: number, advantage: number, policing = 0, mutation = 0): Process {
  return { agents, advantage, policing, tax: 0, mutation }
}

// (1 - 1/r) / (1 - 1/r^N), and 1/N where r is 1, to the last digit.
const moran: readonly (readonly [agents: number, advantage: number, chance: number])[] = [
  [10, 2, 0.5004887585532747],
  [20, 1.1, 0.10678147706595072],
  [50, 1.05, 0.05216831951022522],
  [100, 0.95, 0.00031346266594341367],
  [30, 1, 0.03333333333333333],
]

function exactMoran([agents, advantage, expected]: (typeof moran)[number]): KnownCase {
  return {
    label: `N = ${agents}, r = ${advantage}, by the chain`,
    expected,
    tolerance: 1e-12,
    ours: () => exp(lnFixation(process(agents, advantage))),
  }
}

/** A share is within Wilson's interval exactly if it is as near as this to the true chance. */
function simulatedMoran([agents, advantage, expected]: (typeof moran)[number]): KnownCase {
  const streams = chanceOf('known-answers', 1, 20261124)
  return {
    label: `N = ${agents}, r = ${advantage}, by ${invasions} simulated invasions`,
    expected,
    tolerance: z * Math.sqrt((expected * (1 - expected)) / invasions),
    ours() {
      const counting = countTakeovers(process(agents, advantage), invasions, (run) =>
        streams('moran', agents, advantage, run),
      )
      return drain(counting) / invasions
    },
  }
}

/** One in 10^7 of a value, and half a unit in the last digit that is known of it. */
function toDigits(expected: number, unit: number): number {
  return 1e-7 * expected + unit / 2
}

const takeovers: readonly (readonly [policing: number, chance: number, unit: number])[] = [
  [0, 0.16668498, 1e-8],
  [0.1, 0.094566664, 1e-9],
  [0.2, 0.038503373, 1e-9],
  [0.3, 0.010168991, 1e-9],
  [0.5, 0.00025357216, 1e-11],
  [1, 3.2302508e-9, 1e-16],
]
const shares: readonly (readonly [mutation: number, share: number, unit: number])[] = [
  [0.001, 0.0332372, 1e-7],
  [0.01, 0.0872046, 1e-7],
  [0.03, 0.206222, 1e-6],
  [0.1, 0.409862, 1e-6],
]
const times: readonly (readonly [policing: number, generations: number, unit: number])[] = [
  [0, 131.328, 1e-3],
  [0.1, 217.354, 1e-3],
  [0.2, 455.883, 1e-3],
  [0.3, 1270.8, 0.1],
  [0.5, 19676.5, 0.1],
]

export const knownAnswers: readonly KnownAnswer[] = [
  {
    id: 'ka-moran',
    statement:
      'A lone mutant of relative fitness r takes over N agents with chance (1 - 1/r) / (1 - 1/r^N), a neutral one with chance 1/N.',
    source: 'Moran 1958; Lieberman, Hauert and Nowak 2005',
    cases: [...moran.map(exactMoran), ...moran.map(simulatedMoran)],
  },
  {
    id: 'ka-birth-death',
    statement:
      'With policing, chance of a takeover, share in the long run and time to a majority follow from the theory of birth and death chains.',
    source: 'Karlin and Taylor; Nowak 2006, chapter 6',
    cases: [
      ...takeovers.map(([policing, expected, unit]) => ({
        label: `takeover, N = 50, r = 1.2, policing ${policing}`,
        expected,
        tolerance: toDigits(expected, unit),
        ours: () => exp(lnFixation(process(50, 1.2, policing))),
      })),
      ...shares.map(([mutation, expected, unit]) => ({
        label: `long-run share, N = 50, r = 1.2, policing 0.5, mistakes ${mutation}`,
        expected,
        tolerance: toDigits(expected, unit),
        ours: () => longRunShare(process(50, 1.2, 0.5, mutation)),
      })),
      ...times.map(([policing, expected, unit]) => ({
        label: `generations to a majority, N = 50, r = 1.2, policing ${policing}, mistakes 0.001`,
        expected,
        tolerance: toDigits(expected, unit),
        ours: () => exp(lnGenerations(process(50, 1.2, policing, 1e-3), 0, majorityOf(50))),
      })),
    ],
  },
]

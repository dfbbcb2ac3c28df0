import type { KnownAnswer, KnownCase } from '../about.ts'
import { chanceOf } from '../lib/random.ts'
import { cycleCounts, limitOfCycles, shareOf } from './enumerate.ts'
import type { Society } from './societies.ts'
import { emptyTally, tallyElections, type Tally } from './tally.ts'

const streams = chanceOf('known-answers', 1, 20261124)
/** Normal quantile of a two-sided interval of 99.9 %. */
const z = 3.2905267314918945
const elections = 20_000

function drawn(society: Society, voters: number, options: number, draws: number): Tally {
  const tally = emptyTally()
  const random = streams('aggregation', JSON.stringify(society), voters, options)
  for (const _ of tallyElections(society, voters, options, draws, tally, random)) continue
  return tally
}

/** Shares of cycles among named voters: 1/18, 5/72, 21,000 of 6^7, and by convolution for 25. */
const impartial: readonly (readonly [voters: number, share: number])[] = [
  [3, 0.05555555555555555],
  [5, 0.06944444444444445],
  [7, 0.07501714677640604],
  [25, 0.08431641373586348],
]
/** (n - 1)(n + 7) / (16 (n + 2)(n + 4)). */
const anonymous: readonly (readonly [voters: number, share: number])[] = [
  [3, 0.03571428571428571],
  [5, 0.047619047619047616],
  [7, 0.05303030303030303],
  [25, 0.06130268199233716],
]
const withoutCycle = [
  6, 204, 7236, 258936, 9291876, 333840744, 12001884264, 431639416944,
]
const cyclicDivisions: readonly (readonly [voters: number, count: number])[] = [
  [3, 2],
  [5, 12],
  [7, 42],
]

function countedImpartial([voters, expected]: (typeof impartial)[number]): KnownCase {
  return {
    label: `${voters} voters, all elections counted`,
    expected,
    tolerance: 1e-12,
    ours() {
      const { cyclicProfiles, profiles } = cycleCounts(voters)
      return shareOf(cyclicProfiles, profiles)
    },
  }
}

/** A share is within Wilson's interval exactly if it is as near as this to the true one. */
function drawnImpartial([voters, expected]: (typeof impartial)[number]): KnownCase {
  return {
    label: `${voters} voters, ${elections} elections drawn`,
    expected,
    tolerance: z * Math.sqrt((expected * (1 - expected)) / elections),
    ours: () => drawn({ kind: 'impartial' }, voters, 3, elections).noWinner / elections,
  }
}

export const knownAnswers: readonly KnownAnswer[] = [
  {
    id: 'ka-condorcet-ic3',
    statement:
      'With three options and every ranking as likely for each of an odd number of voters, the chance that there is no majority winner rises from 1/18 towards arcsin(√6/9)/π.',
    source: 'Guilbaud 1952; Garman and Kamien 1968',
    cases: [
      ...impartial.map(countedImpartial),
      ...impartial.map(drawnImpartial),
      {
        label: 'ever more voters',
        expected: 0.08773982804591091,
        tolerance: 1e-12,
        ours: limitOfCycles,
      },
    ],
  },
  {
    id: 'ka-condorcet-counts',
    statement:
      'The elections of three options without a cycle are 6, 204, 7236, … for 1, 3, 5, … named voters; the divisions of 2n - 1 votes with one are 2 C(n + 3, 5).',
    source: 'Embar and Zeilberger 2022',
    cases: [
      ...withoutCycle.map((expected, i) => ({
        label: `without a cycle, ${2 * i + 1} voters`,
        expected,
        tolerance: 0,
        ours() {
          const { profiles, cyclicProfiles } = cycleCounts(2 * i + 1)
          return Number(profiles - cyclicProfiles)
        },
      })),
      ...cyclicDivisions.map(([voters, expected]) => ({
        label: `divisions with a cycle, ${voters} voters`,
        expected,
        tolerance: 0,
        ours: () => Number(cycleCounts(voters).cyclicDivisions),
      })),
    ],
  },
  {
    id: 'ka-condorcet-iac3',
    statement:
      'With three options and every division of an odd number n of votes as likely, there is no majority winner with chance (n - 1)(n + 7) / (16 (n + 2)(n + 4)).',
    source: 'Gehrlein and Fishburn 1976',
    cases: anonymous.map(([voters, expected]) => ({
      label: `${voters} voters`,
      expected,
      tolerance: 1e-12,
      ours() {
        const { cyclicDivisions: cyclic, divisions } = cycleCounts(voters)
        return shareOf(cyclic, divisions)
      },
    })),
  },
  {
    id: 'ka-median-voter',
    statement:
      'Where an odd number of voters and all options lie on one line, there is always a majority winner.',
    source: 'Black 1948',
    cases: [3, 7].map((options) => ({
      label: `10,000 elections, 25 voters, ${options} options`,
      expected: 0,
      tolerance: 0,
      ours: () => drawn({ kind: 'spatial', dimensions: 1 }, 25, options, 10_000).noWinner,
    })),
  },
]

import type { Random } from '../contract.ts'
import { winnersOf } from './rules.ts'
import { ballotsFor, drawBallots, type Society } from './societies.ts'

/** How many elections came out how. */
export interface Tally {
  draws: number
  /** No option beats every other one. */
  noWinner: number
  /** There is a majority winner and all the other rules choose it too. */
  agree: number
  /** There is a majority winner and the rule chooses it. */
  borda: number
  plurality: number
  runoff: number
}

/** A tally of no elections. */
export function emptyTally(): Tally {
  return { draws: 0, noWinner: 0, agree: 0, borda: 0, plurality: 0, runoff: 0 }
}

/** Ballot entries to work off before others get a turn: some 10 ms. */
const turn = 200_000

/** Draws elections of a society and adds them to `tally`. Pauses often. */
export function* tallyElections(
  society: Society,
  voters: number,
  options: number,
  draws: number,
  tally: Tally,
  random: Random,
): Generator<void, void, void> {
  const ballots = ballotsFor(voters, options)
  let work = 0
  for (let draw = 0; draw < draws; draw++) {
    drawBallots(society, ballots, random)
    const { majority, borda, plurality, runoff } = winnersOf(ballots)
    tally.draws++
    if (majority < 0) tally.noWinner++
    else {
      tally.borda += Number(borda === majority)
      tally.plurality += Number(plurality === majority)
      tally.runoff += Number(runoff === majority)
      tally.agree += Number(borda === majority && plurality === majority && runoff === majority)
    }
    work += voters * options
    if (work < turn) continue
    work = 0
    yield
  }
}

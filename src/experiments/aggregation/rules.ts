import type { Ballots } from './societies.ts'

/** Who wins by each rule; -1 where no option beats every other. Ties go to the lower number. */
export interface Winners {
  readonly majority: number
  readonly borda: number
  readonly plurality: number
  readonly runoff: number
}

/** The winners of one election with an odd number of voters. */
export function winnersOf(ballots: Ballots): Winners {
  return {
    majority: majorityWinner(ballots),
    borda: bordaWinner(ballots),
    plurality: pluralityWinner(ballots),
    runoff: runoffWinner(ballots),
  }
}

/** The option that a majority prefers to each other one (Condorcet), or -1. */
export function majorityWinner({ voters, options, order }: Ballots): number {
  const places = placesOf(order, options)
  const beats = (a: number, b: number) => {
    let lead = 0
    for (let at = 0; at < voters * options; at += options) {
      lead += (places[at + a] as number) < (places[at + b] as number) ? 1 : -1
    }
    return lead > 0
  }
  let champion = 0
  for (let option = 1; option < options; option++) if (beats(option, champion)) champion = option
  // Whoever came after the champion has lost to it already.
  for (let option = 0; option < champion; option++) if (!beats(champion, option)) return -1
  return champion
}

/** Where each voter has each option, 0 for the best. */
function placesOf(order: Uint8Array, options: number): Uint8Array {
  const places = new Uint8Array(order.length)
  for (let start = 0; start < order.length; start += options) {
    for (let place = 0; place < options; place++) {
      places[start + (order[start + place] as number)] = place
    }
  }
  return places
}

/** The option with the least sum of places (Borda). */
export function bordaWinner({ voters, options, order }: Ballots): number {
  const sums = new Float64Array(options)
  for (let at = 0; at < voters * options; at++) {
    const option = order[at] as number
    sums[option] = (sums[option] as number) - (at % options)
  }
  return highest(sums)
}

/** The option that most voters put first. */
export function pluralityWinner({ voters, options, order }: Ballots): number {
  const firsts = new Float64Array(options)
  for (let at = 0; at < voters * options; at += options) {
    firsts[order[at] as number] = (firsts[order[at] as number] as number) + 1
  }
  return highest(firsts)
}

function highest(scores: Float64Array): number {
  let best = 0
  for (let i = 1; i < scores.length; i++) {
    if ((scores[i] as number) > (scores[best] as number)) best = i
  }
  return best
}

/**
 * Instant run-off: until an option is first with more than half, the one that is first least often
 * drops out; of several, the one with the highest number.
 */
export function runoffWinner({ voters, options, order }: Ballots): number {
  const out = new Uint8Array(options)
  const firsts = new Int32Array(options)
  for (;;) {
    firsts.fill(0)
    for (let start = 0; start < voters * options; start += options) {
      let at = start
      while (out[order[at] as number] === 1) at++
      firsts[order[at] as number] = (firsts[order[at] as number] as number) + 1
    }
    let last = -1
    for (let option = 0; option < options; option++) {
      if (out[option] === 1) continue
      if (2 * (firsts[option] as number) > voters) return option
      if (last < 0 || (firsts[option] as number) <= (firsts[last] as number)) last = option
    }
    out[last] = 1
  }
}

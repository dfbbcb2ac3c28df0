import type { Random } from '../contract.ts'

/** How the rankings of a society come about. */
export type Society =
  /** Every voter draws a ranking, all alike likely. */
  | { readonly kind: 'impartial' }
  /** Every division of the voters among the rankings is as likely as every other. */
  | { readonly kind: 'anonymous' }
  /** Voters and options lie normally in space; a voter ranks options by their distance. */
  | { readonly kind: 'spatial'; readonly dimensions: number }
  /**
   * Voters err about one shared ranking (Mallows). `agreement`, 0.5 to 1, is the chance that a
   * voter has two neighbours of it in its order.
   */
  | { readonly kind: 'mallows'; readonly agreement: number }

/** Rankings of all voters, one after the other, each from the best option to the worst. */
export interface Ballots {
  readonly voters: number
  readonly options: number
  readonly order: Uint8Array
}

/** Room for ballots, to be filled again and again. */
export function ballotsFor(voters: number, options: number): Ballots {
  return { voters, options, order: new Uint8Array(voters * options) }
}

/** Fills ballots with the rankings of one society of a kind. */
export function drawBallots(of: Society, ballots: Ballots, random: Random): void {
  if (of.kind === 'impartial') drawImpartial(ballots, random)
  else if (of.kind === 'anonymous') drawAnonymous(ballots, random)
  else if (of.kind === 'spatial') drawSpatial(of.dimensions, ballots, random)
  else drawMallows(of.agreement, ballots, random)
}

function drawImpartial({ voters, options, order }: Ballots, random: Random): void {
  for (let voter = 0; voter < voters; voter++) shuffleAt(order, voter * options, options, random)
}

/** Writes an even random ranking at `start`. */
function shuffleAt(order: Uint8Array, start: number, options: number, random: Random): void {
  for (let i = 0; i < options; i++) {
    const j = Math.floor(random.uniform() * (i + 1))
    order[start + i] = order[start + j] as number
    order[start + j] = i
  }
}

/**
 * Pólya's urn: it begins with one of each ranking, and each that is drawn goes back with another
 * like it. After any number of draws all divisions among the rankings are equally likely.
 */
function drawAnonymous({ voters, options, order }: Ballots, random: Random): void {
  let rankings = 1
  for (let i = 2; i <= options; i++) rankings *= i
  for (let voter = 0; voter < voters; voter++) {
    const ball = random.uniform() * (rankings + voter)
    const start = voter * options
    if (ball >= voter) shuffleAt(order, start, options, random)
    else {
      const copied = Math.floor(ball) * options
      order.copyWithin(start, copied, copied + options)
    }
  }
}

function drawSpatial(
  dimensions: number,
  { voters, options, order }: Ballots,
  random: Random,
): void {
  const places = Float64Array.from({ length: options * dimensions }, () => random.normal())
  const voter = new Float64Array(dimensions)
  const distances = new Float64Array(options)
  for (let v = 0; v < voters; v++) {
    for (let d = 0; d < dimensions; d++) voter[d] = random.normal()
    for (let option = 0; option < options; option++) {
      const distance = squaredDistance(voter, places, option * dimensions)
      distances[option] = distance
      let at = v * options + option
      for (; at > v * options; at--) {
        const nearer = order[at - 1] as number
        if ((distances[nearer] as number) <= distance) break
        order[at] = nearer
      }
      order[at] = option
    }
  }
}

function squaredDistance(a: Float64Array, b: Float64Array, start: number): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) {
    const step = (a[d] as number) - (b[start + d] as number)
    sum += step * step
  }
  return sum
}

/**
 * Repeated insertion: option after option of the shared ranking goes into place, and each place
 * further up from the last is phi = (1 - agreement) / agreement times as likely. The shared ranking
 * is drawn anew, so that rules that break ties by number favour no rank of it.
 */
function drawMallows(
  agreement: number,
  { voters, options, order }: Ballots,
  random: Random,
): void {
  const phi = (1 - agreement) / agreement
  const shared = new Uint8Array(options)
  shuffleAt(shared, 0, options, random)
  const totals = new Float64Array(options)
  for (let i = 0, weight = 1, sum = 0; i < options; i++, weight *= phi) {
    sum += weight
    totals[i] = sum
  }
  for (let voter = 0; voter < voters; voter++) {
    const start = voter * options
    for (let option = 0; option < options; option++) {
      const ball = random.uniform() * (totals[option] as number)
      let at = start + option
      for (let up = 0; at > start && ball >= (totals[up] as number); up++, at--) {
        order[at] = order[at - 1] as number
      }
      order[at] = shared[option] as number
    }
  }
}

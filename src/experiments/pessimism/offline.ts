import type { Random } from '../contract.ts'
import { exp } from '../lib/elementary.ts'
import type { UnderstatedWhere } from './settings.ts'

/** What the actions of a world have before it is said how far looks and data go together. */
export interface World {
  /** True mean reward of each action. */
  readonly means: Float64Array
  readonly bad: Uint8Array
  /** Standard normals: how good an action looks, its luck in being tried, its luck in the data. */
  readonly looks: Float64Array
  readonly luck: Float64Array
  readonly error: Float64Array
}

/** What is known of the actions of a world. */
export interface Data {
  /** Mean of the observed rewards. */
  readonly estimates: Float64Array
  /** True standard error of that mean. */
  readonly errors: Float64Array
  /** 1 where an action has fewer observations than the average action. */
  readonly rare: Uint8Array
}

/** A way to choose: the highest estimate plus `beta` of the standard errors believed. */
export interface Rule {
  readonly beta: number
  /** The share of the true standard error that is believed, 0 to 1. */
  readonly believed: number
  readonly where: UnderstatedWhere
}

export interface WorldSettings {
  readonly actions: number
  readonly disasters: number
  readonly depth: number
}

/**
 * Draws a world. Ordinary actions have the mean reward that they seem to have, a standard normal;
 * with probability `disasters` an action is worth -`depth` all the same.
 */
export function drawWorld({ actions, disasters, depth }: WorldSettings, random: Random): World {
  const world = {
    means: new Float64Array(actions),
    bad: new Uint8Array(actions),
    looks: new Float64Array(actions),
    luck: new Float64Array(actions),
    error: new Float64Array(actions),
  }
  for (let i = 0; i < actions; i++) {
    const looks = random.normal()
    const bad = random.uniform() < disasters
    world.looks[i] = looks
    world.bad[i] = bad ? 1 : 0
    world.means[i] = bad ? -depth : looks
    world.luck[i] = random.normal()
    world.error[i] = random.normal()
  }
  return world
}

/**
 * How often an action was tried: log-normal with mean `observations`, rounded, and at least once.
 * `score` is a standard normal.
 */
export function observationCount(observations: number, score: number): number {
  return Math.max(1, Math.round(observations * exp(1.2 * score - 0.72)))
}

/**
 * The data that a world gives at a coverage from -1 to 1, which is the correlation of how good an
 * action looks with the logarithm of how often it was tried. All coverages share their luck.
 */
export function gatherData(
  world: World,
  coverage: number,
  { observations, noise }: { readonly observations: number; readonly noise: number },
): Data {
  const actions = world.means.length
  const data = {
    estimates: new Float64Array(actions),
    errors: new Float64Array(actions),
    rare: new Uint8Array(actions),
  }
  const apart = Math.sqrt(1 - coverage * coverage)
  for (let i = 0; i < actions; i++) {
    const score = coverage * (world.looks[i] as number) + apart * (world.luck[i] as number)
    const count = observationCount(observations, score)
    const error = noise / Math.sqrt(count)
    data.errors[i] = error
    data.estimates[i] = (world.means[i] as number) + error * (world.error[i] as number)
    data.rare[i] = count < observations ? 1 : 0
  }
  return data
}

/** The action that a rule chooses; of equals, the first. */
export function choose({ estimates, errors, rare }: Data, rule: Rule): number {
  const everywhere = rule.where === 'everywhere'
  let best = 0
  let highest = -Infinity
  for (let i = 0; i < estimates.length; i++) {
    const share = everywhere || rare[i] === 1 ? rule.believed : 1
    const index = (estimates[i] as number) + rule.beta * share * (errors[i] as number)
    if (index <= highest) continue
    highest = index
    best = i
  }
  return best
}

/** The highest of the true means. */
export function bestMean(world: World): number {
  let best = -Infinity
  for (let i = 0; i < world.means.length; i++) best = Math.max(best, world.means[i] as number)
  return best
}

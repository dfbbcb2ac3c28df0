import type { Chance, Run } from '../contract.ts'
import type { JudgeOrDoerSettings } from './settings.ts'
import { type Trial, tryOut } from './trial.ts'
import { drawWorld } from './world.ts'

/** A cell of the design: how much neighbours matter and how many preferences are given. */
export interface Arm {
  readonly coupling: number
  readonly examples: number
}
export interface JudgeOrDoerResult {
  readonly arms: readonly Arm[]
  /** For each finished world, a trial for each arm. */
  readonly worlds: readonly (readonly Trial[])[]
}

/**
 * All examples first, then a third and a tenth of them, then all again where neighbours do not
 * matter, unless that is the first.
 */
export function armsOf({ coupling, examples }: JudgeOrDoerSettings): readonly Arm[] {
  const counts = [examples, Math.round(examples / 3), Math.round(examples / 10)]
  const arms = counts.map((count) => ({ coupling, examples: Math.max(1, count) }))
  return coupling === 0 ? arms : [...arms, { coupling: 0, examples }]
}

/**
 * Teaches a judge and doers from the same examples and features, world by world. Arms of a world
 * share their draws, and smaller sets of examples are the beginnings of larger ones.
 */
export function* run(settings: JudgeOrDoerSettings, chance: Chance): Run<JudgeOrDoerResult> {
  const arms = armsOf(settings)
  const all = settings.worlds * arms.reduce((sum, { examples }) => sum + examples, 0)
  const worlds: Trial[][] = []
  const soFar = (): JudgeOrDoerResult | undefined =>
    worlds.length === 0 ? undefined : { arms, worlds: [...worlds] }
  let done = 0
  for (let index = 0; index < settings.worlds; index++) {
    const trials: Trial[] = []
    for (const arm of arms) {
      const work = tryArm(settings, arm, index, chance)
      let next = work.next()
      for (; !next.done; next = work.next()) yield { fraction: done / all, soFar }
      trials.push(next.value)
      done += arm.examples
    }
    worlds.push(trials)
  }
  return { arms, worlds }
}

/** Teaches and tests all learners in one world, for one arm. */
export function* tryArm(
  settings: JudgeOrDoerSettings,
  { coupling, examples }: Arm,
  index: number,
  chance: Chance,
): Generator<undefined, Trial, void> {
  const world = yield* drawWorld(chance, index, { ...settings, coupling })
  const random = chance('world', index, 'samples')
  return yield* tryOut(world, { ...settings, examples }, random)
}

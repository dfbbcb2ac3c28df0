import { findCruxes } from '../../analysis/cruxes/cruxes.ts'
import { findInteractions } from '../../analysis/cruxes/interaction.ts'
import { startProbe } from '../../analysis/cruxes/probe.ts'
import { evaluate } from '../../analysis/strength/evaluate.ts'
import { quadraticEnergy } from '../../analysis/strength/formulas.ts'
import type { Network, Scores } from '../../analysis/strength/network.ts'
import type { Told } from './protocol.ts'

const mostCruxes = 16
const paired = 6
/** Milliseconds of work before a newer question is listened for. */
const longest = 12

type Weighed = Omit<Extract<Told, { readonly kind: 'cruxes' }>, 'kind' | 'number'>

/**
 * Looks for the cruxes of a topic in short steps, so that a newer question is heard between them;
 * undefined where `isLast` said that there is one.
 */
export async function weigh(
  network: Network,
  topic: number,
  scores: Scores,
  isLast: () => boolean,
): Promise<Weighed | undefined> {
  const search = weighing(network, topic, scores)
  let pause = 0
  for (;;) {
    // A browser makes each wait last 4 ms, so there is one only now and then.
    if (performance.now() > pause) {
      await new Promise((resolve) => setTimeout(resolve))
      pause = performance.now() + longest
    }
    if (!isLast()) return undefined
    const { done, value } = search.next()
    if (done === true) return value
  }
}

function* weighing(
  network: Network,
  topic: number,
  scores: Scores,
): Generator<unknown, Weighed, void> {
  const by = quadraticEnergy
  const evaluation = evaluate(network, by, scores)
  const found = yield* findCruxes(network, by, topic, { scores, evaluation, most: mostCruxes })
  if (found === undefined) return { cruxes: [], pairs: [], isTooLong: true }
  const first = found.slice(0, paired).map(({ node }) => node)
  const probe = startProbe(network, by, topic, scores, evaluation)
  const pairs = yield* findInteractions(probe, first)
  return { cruxes: found.slice(0, mostCruxes), pairs }
}

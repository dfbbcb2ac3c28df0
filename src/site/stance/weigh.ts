import { findCruxes } from '../../analysis/cruxes/cruxes.ts'
import { interactions } from '../../analysis/cruxes/interaction.ts'
import { quadraticEnergy } from '../../analysis/strength/formulas.ts'
import type { Network, Scores } from '../../analysis/strength/network.ts'
import type { Told } from './protocol.ts'

const mostCruxes = 16
const paired = 6
/** Milliseconds of work before a newer question is listened for. */
const longest = 12

/**
 * Looks for the cruxes of a topic in short steps, so that a newer question is heard between them;
 * undefined where `isLast` said that there is one.
 */
export async function weigh(
  network: Network,
  topic: number,
  scores: Scores,
  isLast: () => boolean,
): Promise<Pick<Extract<Told, { readonly kind: 'cruxes' }>, 'cruxes' | 'pairs'> | undefined> {
  const search = findCruxes(network, quadraticEnergy, topic, { scores, most: mostCruxes })
  let pause = 0
  for (;;) {
    // A browser makes each wait last 4 ms, so there is one only now and then.
    if (performance.now() > pause) {
      await new Promise((resolve) => setTimeout(resolve))
      pause = performance.now() + longest
    }
    if (!isLast()) return undefined
    const { done, value } = search.next()
    if (done !== true) continue
    const cruxes = value.slice(0, mostCruxes)
    const first = cruxes.slice(0, paired).map(({ node }) => node)
    return {
      cruxes,
      pairs: interactions(network, quadraticEnergy, topic, first, scores),
    }
  }
}

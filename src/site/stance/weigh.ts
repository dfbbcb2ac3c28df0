import { findCruxes } from '../../analysis/cruxes/cruxes.ts'
import { interactions } from '../../analysis/cruxes/interaction.ts'
import { quadraticEnergy } from '../../analysis/strength/formulas.ts'
import type { Network, Scores } from '../../analysis/strength/network.ts'
import type { Told } from './protocol.ts'

const mostCruxes = 16
const paired = 6

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
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve))
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

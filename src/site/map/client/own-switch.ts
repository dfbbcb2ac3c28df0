import { keptIn } from '../../stance/keeping.ts'
import type { Explorer } from './explorer.ts'
import { hide } from './page-parts.ts'

const unkept = 'This browser keeps no view of yours; the map is shown as it is.'
const unanswered = 'This view has no answers; the map is shown as it is.'

/**
 * Shows the map as it stands in the reader's own view while that is switched on: the view of the
 * address, or else the one that this browser keeps. All that takes is loaded then.
 */
export class OwnSwitch {
  /** The view that is shown or being computed. */
  #shown: string | undefined

  show(explorer: Explorer): void {
    const { state, parts } = explorer
    const view = explorer.view ?? keptIn(parts.places.store)
    hide(parts.root.querySelector('[data-map-own]'), view === '')
    hide(parts.root.querySelector('[data-map-own-none]'), view !== '')
    const wanted = state.own ? view : undefined
    if (wanted === this.#shown) return
    this.#shown = wanted
    explorer.tell('view', [])
    if (wanted === undefined) explorer.stand(explorer.data.nodes)
    else if (wanted === '') leave(explorer, [unkept])
    else void this.#load(explorer, wanted)
  }

  async #load(explorer: Explorer, view: string): Promise<void> {
    const { data, parts } = explorer
    try {
      const { standInView } = await import('./own-view.ts')
      const { standing, notices } = await standInView(data, parts.places.stance, view)
      if (view !== this.#shown) return
      explorer.tell('view', notices)
      if (standing === undefined) leave(explorer, [...notices, unanswered])
      else explorer.stand(standing)
    } catch {
      if (view === this.#shown) leave(explorer, ['Your view could not be loaded. Please try again.'])
    }
  }
}

function leave(explorer: Explorer, notices: readonly string[]): void {
  explorer.turn({ own: false })
  explorer.tell('view', notices)
}

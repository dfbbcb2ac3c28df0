import type { Explorer } from './explorer.ts'
import { find, hide, write } from './page-parts.ts'
import { isFiltered } from './state.ts'

/** Shows what is in question: how much is shown, the focus, the address. */
export function showStatus(explorer: Explorer): void {
  const { state, data, parts, found } = explorer
  const { root, status } = parts
  root.dataset['colour'] = state.colour
  const { focus } = state
  hide(root.querySelector('[data-map-focused]'), focus === undefined)
  const link = root.querySelector<HTMLAnchorElement>('[data-map-focus-link]')
  if (link && focus !== undefined) {
    write(link, data.nodes.title[focus]!)
    link.href = explorer.addressOf(focus)
  }
  find<HTMLAnchorElement>(root, '[data-map-link]').href = location.href
  write(status, found === undefined ? shownWords(explorer) : foundWords(explorer))
}

/** "35 of 158 found."; with filters "15 of the 48 found are shown." */
function foundWords({ listed, data, found }: Explorer): string {
  const all = found?.size ?? 0
  if (all === 0) return 'No statement has these words.'
  if (listed.length === 0) return `None of the ${all} found is shown.`
  const verb = listed.length === 1 ? 'is' : 'are'
  if (listed.length < all) return `${listed.length} of the ${all} found ${verb} shown.`
  return `${all} of ${data.nodes.id.length} found.`
}

/** "All 158 shown.", "42 of 158 shown.", "13 of 158 are near the middle." */
function shownWords({ listed, data, state }: Explorer): string {
  const all = data.nodes.id.length
  if (state.focus !== undefined) return `${listed.length} of ${all} are near the middle.`
  return isFiltered(state) ? `${listed.length} of ${all} shown.` : `All ${all} shown.`
}

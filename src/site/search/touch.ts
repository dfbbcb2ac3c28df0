import { readAddress } from './address.ts'
import { openFields } from './fields.ts'
import type { Search } from './open-search.ts'

// The one script of the search before it is used; the rest is loaded by it.
const fields = openFields(document.querySelector('[data-search]') as HTMLElement)
let opening: Promise<Search> | undefined

/** Has the search do something, once it is there. A browser may not load anew what failed once. */
function use(act?: (search: Search) => void): void {
  opening ??= import('./open-search.ts').then(({ openSearch }) => openSearch(fields))
  opening.then(act, () => {
    fields.status.textContent =
      'The search could not be loaded. Reload the page to try again; the statements are all listed below.'
  })
}

const asked = readAddress(location.search, (facet, value) => fields.boxOf(facet, value) !== undefined)
fields.fill(asked)
fields.field.addEventListener('focus', () => use())
fields.form.addEventListener('input', () => use((search) => search.ask()))
fields.form.addEventListener('submit', (event) => {
  event.preventDefault()
  use((search) => search.goToFirst())
})
if (asked.text !== '' || asked.chosen.size > 0) use((search) => search.ask())
// Where there is room, filters are at hand.
fields.filters.open = matchMedia('(min-width: 64rem)').matches
fields.offerSlash()
if (location.hash === '#q') fields.field.focus()

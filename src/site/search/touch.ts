import { readAddress } from './address.ts'
import { openFields } from './fields.ts'
import type { Search } from './open-search.ts'

// The one script of the search before it is used; the rest is loaded by it.
const fields = openFields(document.querySelector('[data-search]') as HTMLElement)
let opening: Promise<Search> | undefined

function open(): Promise<Search> {
  opening ??= import('./open-search.ts').then(({ openSearch }) => openSearch(fields))
  opening.catch(() => {
    opening = undefined
    fields.status.textContent = 'The search could not be loaded. Type again to try again.'
  })
  return opening
}

const asked = readAddress(location.search, (facet, value) => fields.boxOf(facet, value) !== undefined)
fields.fill(asked)
fields.field.addEventListener('focus', () => void open())
fields.form.addEventListener('input', () => void open().then((search) => search.ask()))
fields.form.addEventListener('submit', (event) => event.preventDefault())
if (asked.text !== '' || asked.chosen.size > 0) void open().then((search) => search.ask())
// Where there is room, filters are at hand.
fields.filters.open = matchMedia('(min-width: 64rem)').matches
fields.offerSlash()
if (location.hash === '#q') fields.field.focus()

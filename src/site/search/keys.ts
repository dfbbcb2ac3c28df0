import type { Fields } from './fields.ts'

/**
 * Arrows go from the field to what was found and through it, Home and End to its ends. The focus
 * itself moves, so that screen readers read each as the link it is. Escape leads back to the field,
 * clears it, and from an empty field leads back to the page of this site that the reader came from.
 */
export function followKeys(fields: Fields, ask: () => void): void {
  const { field, found } = fields
  const stops = () => [...found.querySelectorAll<HTMLElement>('h2 a, button.more')]
  const move = (event: KeyboardEvent, to: HTMLElement | undefined): void => {
    event.preventDefault()
    to?.focus()
  }

  field.addEventListener('keydown', (event) => {
    if (isForOthers(event)) return
    if (event.key === 'ArrowDown') move(event, stops()[0])
    if (event.key === 'Escape') {
      event.preventDefault()
      if (field.value === '') return leave()
      field.value = ''
      ask()
    }
  })

  found.addEventListener('keydown', (event) => {
    if (isForOthers(event)) return
    const all = stops()
    const at = all.indexOf(event.target as HTMLElement)
    if (event.key === 'Escape') move(event, field)
    if (at < 0) return
    if (event.key === 'ArrowDown') move(event, all[at + 1])
    if (event.key === 'ArrowUp') move(event, all[at - 1] ?? field)
    if (event.key === 'Home') move(event, all[0])
    if (event.key === 'End') move(event, all.at(-1))
  })
}

function isForOthers(event: KeyboardEvent): boolean {
  return event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
}

/** Goes back, if what is behind is a page of this site. */
function leave(): void {
  const { navigation } = globalThis as { navigation?: Navigation }
  // Pages of this origin alone are told, and those that are no one's referrer without an address.
  const before = navigation?.entries()[(navigation.currentEntry?.index ?? 0) - 1]
  const root = new URL(import.meta.env.BASE_URL, location.href).href
  if (before && (before.url === null || before.url.startsWith(root))) history.back()
}

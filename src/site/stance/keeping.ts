/**
 * What the history says of an address: that it has the reader's own view, which is kept as well or
 * could not be; null for any that came by a link.
 */
export type AddressMark = 'own' | 'unkept' | null

/** What this browser keeps under a name; nothing where it refuses to keep anything. */
export function keptIn(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** Keeps a text under a name in this browser, an empty one by forgetting it; false if it refuses. */
export function keepIn(key: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/** Writes a view to the address of the page. */
export function writeAddress(text: string, mark: AddressMark): void {
  history.replaceState(mark, '', `#${text}`)
}

/** What was last said of the address of the page. */
export function addressMark(): AddressMark {
  const { state } = history
  return state === 'own' || state === 'unkept' ? state : null
}

/** Marks in the history an address that the reader's own view was written to. */
const ownMark = 'own'

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

/** Writes a view to the address of the page; `isOwn` tells it from one that came by a link. */
export function writeAddress(text: string, isOwn: boolean): void {
  history.replaceState(isOwn ? ownMark : null, '', `#${text}`)
}

/** Whether the address is one that the reader's own view was written to. */
export function isOwnAddress(): boolean {
  return history.state === ownMark
}

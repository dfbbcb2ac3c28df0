/** Marks in the history an address that has the reader's own view, which is kept as well. */
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

/** Writes a view to the address of the page; `isOwn` marks it as one that is kept as well. */
export function writeAddress(text: string, isOwn: boolean): void {
  history.replaceState(isOwn ? ownMark : null, '', `#${text}`)
}

/** Whether the address has what was the reader's own view when it was written. */
export function isOwnAddress(): boolean {
  return history.state === ownMark
}

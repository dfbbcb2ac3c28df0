/** Milliseconds after which an address is written: browsers limit how often. */
const pause = 250

/** The fragment of the page's address, read when it changes and written when things are at rest. */
export class AddressBar {
  readonly #text: () => string
  readonly #onWrite: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(text: () => string, onWrite: () => void) {
    this.#text = text
    this.#onWrite = onWrite
  }

  /** Writes soon. */
  keep(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.write(), pause)
  }

  /** Writes what is yet to be written. */
  flush(): void {
    if (this.#timer !== undefined) this.write()
  }

  /** Drops what is yet to be written: another address was followed. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  write(): void {
    this.drop()
    const text = this.#text()
    const { pathname, search, hash } = location
    const next = text === '' ? '' : `#${text}`
    if (next !== hash) history.replaceState(null, '', pathname + search + next)
    this.#onWrite()
  }
}

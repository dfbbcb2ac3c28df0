import type { Asked } from './address.ts'
import type { Hit } from './engine.ts'
import type { Fields } from './fields.ts'
import { showChosen } from './filters.ts'
import { readQuery } from './query.ts'
import { element, resultItem } from './results.ts'

/** Entries that are shown at once. */
const page = 20

/** What was found, as the page shows it. */
export class FoundList {
  readonly #fields: Fields
  #list = element('ol', 'results')
  #hits: readonly Hit[] = []
  #words = 0

  constructor(fields: Fields) {
    this.#fields = fields
  }

  /** How many entries are shown. */
  get length(): number {
    return this.#list.children.length
  }

  say(text: string): void {
    this.#fields.status.textContent = text
  }

  /** Shows nothing, as before anything was asked. */
  clear(): void {
    this.say('')
    this.#list = element('ol', 'results')
    this.#put()
    showChosen(this.#fields, this.#fields.read())
  }

  /**
   * Shows the best hits, or so many, in the place of those before.
   *
   * @throws Error where they cannot be loaded.
   */
  async show(
    hits: readonly Hit[],
    asked: Asked,
    ways: readonly HTMLElement[],
    count = page,
  ): Promise<void> {
    const { words } = readQuery(asked.text)
    this.#hits = hits
    this.#words = words === '' ? 0 : words.split(' ').length
    const items = await this.#itemsOf(hits.slice(0, Math.max(page, count)))
    this.#list = element('ol', 'results', ...items)
    this.say(tell(hits.length, asked))
    showChosen(this.#fields, asked)
    const near = ways.length === 0 ? [] : [element('p', 'ways', ...ways)]
    this.#put(...(items.length > 0 ? [this.#list] : near), ...this.#more())
  }

  /** Says that something could not be loaded, and offers to try again. */
  fail(again: () => void): void {
    this.say('The search could not be loaded. The statements are all listed below.')
    const button = element('button', 'quiet', 'Try again')
    button.type = 'button'
    button.onclick = again
    this.#list = element('ol', 'results')
    this.#put(element('p', 'ways', button))
    this.#fields.index.hidden = false
  }

  /** Moves the focus to the first entry. */
  goToFirst(): void {
    this.#list.querySelector('a')?.focus()
  }

  /** Puts this in the place of what is there; a focus that was there goes to its beginning. */
  #put(...shown: readonly HTMLElement[]): void {
    const { found, field } = this.#fields
    const isThere = found.contains(document.activeElement)
    found.replaceChildren(...shown)
    if (isThere) (found.querySelector<HTMLElement>('a, button') ?? field).focus()
  }

  async #itemsOf(hits: readonly Hit[]): Promise<readonly HTMLElement[]> {
    const fragments = await Promise.all(hits.map((hit) => hit.data()))
    return fragments.map((fragment, i) =>
      resultItem({ hit: hits[i] as Hit, fragment }, this.#fields, this.#words),
    )
  }

  #more(): readonly HTMLElement[] {
    const left = this.#hits.length - this.length
    if (left <= 0) return []
    const button = element('button', 'more', `Show ${Math.min(left, page)} more of ${left}`)
    button.type = 'button'
    button.onclick = () => void this.#showMore(button)
    return [button]
  }

  async #showMore(button: HTMLButtonElement): Promise<void> {
    // A button that is disabled would lose the focus.
    if (button.ariaDisabled === 'true') return
    const list = this.#list
    button.ariaDisabled = 'true'
    try {
      const from = this.length
      const items = await this.#itemsOf(this.#hits.slice(from, from + page))
      if (list !== this.#list) return
      list.append(...items)
      items[0]?.querySelector('a')?.focus()
      button.replaceWith(...this.#more())
    } catch {
      button.ariaDisabled = 'false'
      button.textContent = 'More could not be loaded. Try again'
    }
  }
}

function tell(count: number, { text, chosen }: Asked): string {
  const what = text === '' ? '' : /["“”„«»]/.test(text) ? ` for ${text}` : ` for “${text}”`
  const how = chosen.size > 0 ? ' with these filters' : ''
  if (count === 0) return `Nothing was found${what}${how}.`
  return `${count === 1 ? '1 result' : `${count} results`}${what}${how}`
}

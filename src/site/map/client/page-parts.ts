/** The elements of the page that the explorer fills and listens to; see `map.astro`. */
export interface PageParts {
  readonly root: HTMLElement
  readonly stage: HTMLElement
  readonly form: HTMLFormElement
  readonly list: HTMLElement
  readonly picked: HTMLElement
  /** How much is shown, for everybody. */
  readonly status: HTMLElement
  /** What could not be had of an address. */
  readonly notice: HTMLElement
  /** What the keyboard is at, read aloud. */
  readonly live: HTMLElement
  /** Where what the page needs is: addresses of the graph, the site's root and the own view. */
  readonly places: {
    readonly graph: string
    readonly root: string
    readonly stance: string
    readonly store: string
  }
}

export function partsOf(root: HTMLElement): PageParts {
  const part = (name: string): HTMLElement => find(root, `[data-map-${name}]`)
  const { graph = '', root: siteRoot = '/', stance = '', store = '' } = root.dataset
  return {
    root,
    stage: part('stage'),
    form: part('form') as HTMLFormElement,
    list: part('list'),
    picked: part('picked'),
    status: part('status'),
    notice: part('notice'),
    live: part('live'),
    places: { graph, root: siteRoot, stance, store },
  }
}

/** An element that the page is sure to have. */
export function find<Found extends Element = HTMLElement>(root: Element, selector: string): Found {
  const found = root.querySelector<Found>(selector)
  if (found === null) throw new Error(`Expected the page to have ${selector}`)
  return found
}

/** Writes a text where another one stands, so that nothing is read aloud twice. */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Hides or shows what is not so yet. */
export function hide(element: Element | null | undefined, isHidden: boolean): void {
  if (element && element.hasAttribute('hidden') !== isHidden) {
    element.toggleAttribute('hidden', isHidden)
  }
}

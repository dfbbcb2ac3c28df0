import type { Asked } from './address.ts'

/** The parts of the page in which somebody asks. */
export interface Fields {
  /** The folder of the index. */
  readonly folder: string
  readonly form: HTMLFormElement
  readonly field: HTMLInputElement
  readonly filters: HTMLDetailsElement
  readonly status: HTMLElement
  readonly found: HTMLElement
  readonly index: HTMLElement
  readonly boxes: readonly HTMLInputElement[]
  /** Where it is said how many filters are chosen, and what drops them. */
  readonly chosen: HTMLElement
  readonly drop: HTMLButtonElement
  boxOf(facet: string, value: string): HTMLInputElement | undefined
  /** What is asked for now. */
  read(): Asked
  fill(asked: Asked): void
  /** Lets the reader turn off the key `/`, which could get in the way of other tools. */
  offerSlash(): void
}

const off = 'noSlash'

/** Finds the parts of the page of the search. */
export function openFields(page: HTMLElement): Fields {
  const find = <Part extends Element>(selector: string) => page.querySelector(selector) as Part
  const field = find<HTMLInputElement>('input[type=search]')
  const boxes = [...page.querySelectorAll<HTMLInputElement>('.facet input')]
  const boxOf = (facet: string, value: string) =>
    boxes.find((box) => box.name === facet && box.value === value)
  return {
    folder: page.dataset['search'] as string,
    form: find('form'),
    field,
    filters: find('.filters'),
    status: find('[role=status]'),
    found: find('[data-found]'),
    index: find('[data-plain-index]'),
    boxes,
    chosen: find('[data-chosen]'),
    drop: find('[data-drop]'),
    boxOf,
    read() {
      const chosen = new Map<string, string[]>()
      for (const { checked, name, value } of boxes) {
        if (checked) chosen.set(name, [...(chosen.get(name) ?? []), value])
      }
      return { text: field.value.trim(), chosen }
    },
    fill({ text, chosen }) {
      field.value = text
      for (const box of boxes) box.checked = chosen.get(box.name)?.includes(box.value) ?? false
    },
    offerSlash() {
      const box = find<HTMLInputElement>('[data-slash]')
      try {
        box.checked = localStorage.getItem(off) === null
        box.onchange = () => (box.checked ? localStorage.removeItem(off) : localStorage.setItem(off, '1'))
      } catch {
        // A browser may refuse storage: then the key cannot be turned off for good.
        box.disabled = true
      }
    },
  }
}

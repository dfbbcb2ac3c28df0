import type { Explorer } from './explorer.ts'
import { hide } from './page-parts.ts'

/** The list beside the picture, which says the same. */
export interface List {
  /** Shows what the explorer lists. */
  show(explorer: Explorer): void
  /** Marks what is current, and brings it into the window of the list where that scrolls by itself. */
  mark(node: number | undefined): void
}

/** The list that the page was built with: rows are hidden and marked, never made. */
export function builtList(list: HTMLElement): List {
  const rows = new Map<number, HTMLElement>()
  for (const row of list.querySelectorAll<HTMLElement>('li[data-node]')) {
    rows.set(Number(row.dataset['node']), row)
  }
  const sections = [...list.querySelectorAll('section')]
  const marker = rowMarker(list, (node) => rows.get(node))
  return {
    show({ listed, found }) {
      const shown = new Set(listed)
      for (const [node, row] of rows) {
        hide(row, !shown.has(node))
        row.classList.toggle('is-found', found?.has(node) ?? false)
      }
      for (const section of sections) hide(section, !section.querySelector('li:not([hidden])'))
    },
    mark: marker,
  }
}

/** Moves the mark of the current row. */
export function rowMarker(
  list: HTMLElement,
  rowOf: (node: number) => HTMLElement | undefined,
): (node: number | undefined) => void {
  let marked: HTMLElement | undefined
  return (node) => {
    const row = node === undefined ? undefined : rowOf(node)
    if (row === marked) return
    setMark(marked, false)
    setMark(row, true)
    marked = row
    if (row && !row.matches(':hover, :focus-within')) bringIntoWindow(list, row)
  }
}

function setMark(row: HTMLElement | undefined, isMarked: boolean): void {
  row?.classList.toggle('is-current', isMarked)
  const link = row?.querySelector('a')
  if (isMarked) link?.setAttribute('aria-current', 'true')
  else link?.removeAttribute('aria-current')
}

/** Scrolls the list and never the page. */
function bringIntoWindow(list: HTMLElement, row: HTMLElement): void {
  if (list.scrollHeight <= list.clientHeight) return
  const [window, box] = [list.getBoundingClientRect(), row.getBoundingClientRect()]
  if (box.height === 0) return
  const above = box.top - window.top
  const below = box.bottom - window.bottom
  if (above < 0) list.scrollTop += above - window.height / 3
  else if (below > 0) list.scrollTop += below + window.height / 3
}

/** Milliseconds that the pointer rests on a row before the picture moves there. */
const rest = 180

/**
 * What is pointed at or focused in the list is marked in the picture and brought into its window.
 * Links lead where links lead; the rest of a row, and Space on its link, put it in the middle.
 */
export function listenToList(explorer: Explorer, list: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  list.addEventListener('pointerover', (event) => {
    clearTimeout(timer)
    if (event.pointerType === 'touch') return
    const node = nodeAt(event)
    explorer.point(node)
    if (node !== undefined) timer = setTimeout(() => explorer.viewpoint.reach(node), rest)
  })
  list.addEventListener('pointerleave', () => {
    clearTimeout(timer)
    explorer.point(undefined)
  })
  list.addEventListener('focusin', (event) => {
    const node = nodeAt(event)
    if (node !== undefined) explorer.goTo(node)
  })
  list.addEventListener('click', (event) => {
    const node = nodeAt(event)
    if (node !== undefined && !(event.target as Element).closest('a, button')) explorer.pick(node)
  })
  list.addEventListener('keydown', (event) => {
    const node = nodeAt(event)
    if (event.key !== ' ' || node === undefined) return
    event.preventDefault()
    explorer.pick(node)
  })
}

function nodeAt({ target }: Event): number | undefined {
  const row = (target as Element).closest<HTMLElement>('li[data-node]')
  return row === null ? undefined : Number(row.dataset['node'])
}

import { readTree, writeTree } from './tree-memory.ts'

// Opens and closes an outline as its reader left it, and keeps how it is left. It runs ahead of the
// items and sees each as it is parsed, so that none is painted otherwise than it will stay.
const box = document.querySelector('[data-tree]') as HTMLElement
const key = box.dataset['tree'] as string
const kept = readTree(stored())
/** The items, and whether each is published open. */
const items = new Map<HTMLDetailsElement, boolean>()

function stored(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // A browser may refuse storage: then nothing was kept.
    return null
  }
}

const idOf = ({ dataset }: HTMLElement): string => dataset['id'] as string
const meet = (): void => {
  for (const item of box.querySelectorAll('details')) {
    if (items.has(item)) continue
    items.set(item, item.open)
    item.open = kept.get(idOf(item)) ?? item.open
  }
}
const observer = new MutationObserver(meet)
observer.observe(box, { childList: true, subtree: true })

let waiting: ReturnType<typeof setTimeout> | undefined
function save(): void {
  waiting = undefined
  const changed = [...items].filter(([item, published]) => item.open !== published)
  try {
    localStorage.setItem(key, writeTree(new Map(changed.map(([item]) => [idOf(item), item.open]))))
  } catch {
    // Nor is it kept then.
  }
}

document.addEventListener('DOMContentLoaded', () => {
  meet()
  observer.disconnect()
  // It does not bubble; many come at once when all are opened.
  box.addEventListener('toggle', () => (waiting ||= setTimeout(save)), true)
  for (const button of box.querySelectorAll('button')) {
    button.onclick = () => {
      for (const item of items.keys()) item.open = button.value === 'open'
    }
    ;(button.parentElement as HTMLElement).hidden = false
  }
})

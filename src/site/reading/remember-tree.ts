import { readTree, writeTree } from './tree-memory.ts'

// Opens and closes an outline as its reader left it, and keeps how it is left.
const box = document.querySelector('[data-tree]') as HTMLElement
const key = box.dataset['tree'] as string
const items = [...box.querySelectorAll('details')]
const published = new Set(items.filter(({ open }) => open))
const idOf = (item: HTMLElement): string => item.dataset['id'] as string

try {
  const kept = readTree(localStorage.getItem(key))
  for (const item of items) item.open = kept.get(idOf(item)) ?? item.open
} catch {
  // A browser may refuse storage: then nothing was kept.
}

const save = (): void => {
  waiting = 0
  const changed = items.filter((item) => item.open !== published.has(item))
  try {
    localStorage.setItem(key, writeTree(new Map(changed.map((item) => [idOf(item), item.open]))))
  } catch {
    // Nor is it kept then.
  }
}
let waiting = 0
// It does not bubble; many come at once when all are opened.
box.addEventListener('toggle', () => (waiting ||= setTimeout(save)), true)

for (const button of box.querySelectorAll('button')) {
  button.onclick = () => {
    for (const item of items) item.open = button.value === 'open'
  }
  button.parentElement!.hidden = false
}

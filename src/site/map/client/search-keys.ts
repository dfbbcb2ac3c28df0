import type { Explorer } from './explorer.ts'
import type { Finder } from './finder.ts'
import type { Stops } from './stops.ts'

/**
 * In the search, arrows go through what was found and mark it in the picture, and Enter goes to
 * what is marked, or to the first.
 */
export function listenToSearch(explorer: Explorer, finder: Finder, stops: Stops): void {
  const field = explorer.parts.form.elements.namedItem('search') as HTMLInputElement
  field.addEventListener('focus', () => void finder.open(explorer), { once: true })
  field.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.isComposing || (by === 0 && event.key !== 'Enter')) return
    event.preventDefault()
    void finder.done.then(() => {
      const { found, listed, current } = explorer
      if (found === undefined || listed.length === 0) return
      const at = current === undefined ? -1 : listed.indexOf(current)
      const node = listed[by === 0 ? Math.max(at, 0) : next(at, by, listed.length)]!
      if (by !== 0) {
        explorer.goTo(node)
        return explorer.say(node)
      }
      explorer.pick(node)
      stops.focus(node)
    })
  })
}

function next(at: number, by: number, length: number): number {
  return at === -1 && by === -1 ? length - 1 : (at + by + length) % length
}

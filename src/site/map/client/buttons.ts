import type { Explorer } from './explorer.ts'
import { zoomStep } from './keyboard.ts'
import { write } from './page-parts.ts'
import { withoutFilters } from './state.ts'
import type { Stops } from './stops.ts'

/** What buttons do, by their `data-do`, and what a double click in the picture does. */
export function listenToButtons(explorer: Explorer, stops: Stops): void {
  const { root, stage } = explorer.parts
  const acts: Readonly<Record<string, () => void>> = {
    in: () => explorer.zoom(zoomStep),
    out: () => explorer.zoom(1 / zoomStep),
    fit: () => explorer.fit(),
    focus: () => explorer.focus(explorer.picked),
    unfocus: () => leave(explorer, stops),
    close: () => close(explorer, stops),
    reset: () => explorer.turn(withoutFilters(explorer.state)),
    copy: () => void copyLink(explorer),
  }
  root.addEventListener('click', ({ target }) => {
    const name = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'] ?? ''
    if (Object.hasOwn(acts, name)) acts[name]!()
  })
  const openTwice = (event: MouseEvent): void => {
    const { picked } = explorer
    const isOnButton = (event.target as Element).closest('button') !== null
    if (event.detail !== 2 || picked === undefined || isOnButton) return
    event.preventDefault()
    event.stopPropagation()
    explorer.open(picked)
  }
  stage.addEventListener('click', openTwice, { capture: true })
}

/** The button goes with the focus, so the picture takes the keyboard on. */
function leave(explorer: Explorer, stops: Stops): void {
  const { focus } = explorer.state
  explorer.picked = undefined
  explorer.focus(undefined)
  if (focus !== undefined) stops.focus(focus)
}

function close(explorer: Explorer, stops: Stops): void {
  const { picked } = explorer
  explorer.pick(undefined)
  if (picked !== undefined) stops.focus(picked)
}

async function copyLink({ bar, parts }: Explorer): Promise<void> {
  bar.write()
  try {
    await navigator.clipboard.writeText(location.href)
    write(parts.status, 'The link is on the clipboard.')
  } catch {
    write(parts.status, 'The clipboard was refused. The address of this page is the link.')
  }
}

import type { Explorer } from './explorer.ts'
import { actOf, type Act } from './keys.ts'
import { write } from './page-parts.ts'
import { follow, steer } from './steer.ts'
import type { Stops } from './stops.ts'

/** What one press of `+` does. */
export const zoomStep = 1.4

/**
 * Lets keys work the picture while it has the focus, and says in `data-active` of the root whether
 * the picture is in use, so that it may take the wheel and a finger from the page.
 */
export function listenToKeys(explorer: Explorer, stops: Stops): void {
  const { root, stage } = explorer.parts
  stage.addEventListener('keydown', (event) => {
    if ((event.target as Element).closest('button')) return
    const act = actOf(event)
    if (act === undefined) return
    event.preventDefault()
    perform(explorer, stops, act)
  })
  stage.tabIndex = -1
  stage.addEventListener('focusin', ({ target }) => {
    root.dataset['active'] = ''
    const link = (target as Element).closest<SVGElement>('[data-node]')
    // A camera that moved while a button of the mouse is down would take the click to another node.
    if (link === null || !link.matches(':focus-visible')) return
    const node = Number(link.dataset['node'])
    if (node !== explorer.current) explorer.goTo(node)
  })
  stage.addEventListener('focusout', ({ relatedTarget }) => {
    if (!stage.contains(relatedTarget as Node | null)) delete root.dataset['active']
  })
}

function perform(explorer: Explorer, stops: Stops, act: Act): void {
  const { data, adjacency, scene, state } = explorer
  const current = explorer.current ?? state.focus
  const go = (node: number | undefined): void => {
    if (node === undefined) return
    explorer.goTo(node)
    stops.focus(node)
  }
  switch (act.kind) {
    case 'steer':
      return go(
        current === undefined
          ? follow(scene.nodes, undefined, 1)
          : steer(data, adjacency, scene.nodes, current, act.to),
      )
    case 'follow':
      return go(follow(scene.nodes, current, act.by))
    case 'end':
      return go(follow(scene.nodes, undefined, act.by))
    case 'open':
      return current === undefined ? undefined : explorer.open(current)
    case 'focus':
      return current === undefined ? undefined : toggleFocus(explorer, current)
    case 'leave':
      return leave(explorer)
    case 'help':
      return help(explorer)
    case 'fit':
      return explorer.fit()
    case 'in':
    case 'out':
      return explorer.zoom(act.kind === 'in' ? zoomStep : 1 / zoomStep)
  }
}

function toggleFocus(explorer: Explorer, node: number): void {
  if (explorer.state.focus === node) leave(explorer)
  else explorer.pick(node)
}

/** Leaves the focus; where there is none, the search; where there is none, the picture. */
function leave(explorer: Explorer): void {
  const { state, parts } = explorer
  explorer.picked = undefined
  if (state.focus !== undefined) {
    explorer.focus(undefined)
    write(parts.live, 'Nothing is in the middle any more.')
  } else if (state.query !== '') explorer.turn({ query: '' })
  else {
    explorer.show()
    delete parts.root.dataset['active']
  }
}

function help({ parts: { root, live } }: Explorer): void {
  const keys = root.querySelector<HTMLDetailsElement>('[data-map-keys]')
  if (keys === null) return
  keys.open = true
  keys.scrollIntoView({ block: 'nearest' })
  write(live, keys.innerText)
}
